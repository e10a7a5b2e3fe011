import { has } from '../../../person/may.ts'
import { addressOf } from '../../desk/filter.ts'
import { text } from '../../form.ts'
import { staffOf } from '../../session.ts'
import { Button } from '../../ui/answers.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Time } from '../../ui/status.tsx'
import { triedIn } from '../tried.ts'
import type { Viewed } from '../view.tsx'

/** Notes that stay inside the agency. */
export const Notes = ({ c, page, filter, tried }: Viewed) => {
  const { t } = c.var
  const staff = staffOf(c)
  const { reference } = page.case.report
  const { values, errors } = triedIn(tried, 'note')
  if (!has(staff, 'operator', 'liaison', 'officer', 'arbiter')) return null
  return (
    <section class="stack" aria-labelledby="catatan-judul">
      <h2 id="catatan-judul">{t.work.notes}</h2>
      {page.notes.map((note) => (
        <div>
          <p class="by">
            <b>{note.byName}</b>
            {note.shared && `, ${note.agencyName} · ${t.acts.task}`} ·{' '}
            <Time at={note.at} t={t} zone={staff.zone} as="shortMoment" />
          </p>
          <p class="pre">{note.text}</p>
        </div>
      ))}
      <details open={tried?.name === 'note'}>
        <summary>{t.work.noteAdd}</summary>
        <form method="post" action={addressOf(filter, `/meja/${reference}/catatan`)}>
          <TextArea
            t={t}
            name="text"
            id="note-text"
            label={t.work.noteAdd}
            quiet
            hint={t.work.notesHint}
            rows={3}
            value={text(values, 'text')}
            error={errors.text}
          />
          <p class="field">
            <Button look="calm">{t.work.noteSave}</Button>
          </p>
        </form>
      </details>
    </section>
  )
}
