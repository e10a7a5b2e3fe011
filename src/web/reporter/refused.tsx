import { showReference } from '../../report/reference.ts'
import { text } from '../form.ts'
import { ErrorSummary } from '../ui/choices.tsx'
import { date } from '../ui/format.ts'
import { Note } from '../ui/note.tsx'
import { statusWord } from '../ui/status.tsx'
import type { Following } from './page.tsx'

/** Why it did not go through. The words are still there, in the form or here when the form is gone. */
export const Refused = ({ c, page, tried }: Following) => {
  const { t } = c.var
  if (!tried) return null
  const { name, values, errors, refusal } = tried
  const ids = Object.fromEntries(Object.keys(errors ?? {}).map((field) => [field, `${name}-${field}`]))
  if (refusal === undefined) return <ErrorSummary t={t} errors={errors ?? {}} ids={ids} />
  const { report, zone } = page.case
  const words = [text(values, 'text'), text(values, 'reason')].find((one) => one !== '')
  const gone = !page.moves.includes(name)
  const say = t.refusals.move[refusal as keyof typeof t.refusals.move] ?? (() => t.refusals.notFound)
  const facts = {
    by: t.refusals.somebody,
    status: t.status[statusWord(report.status, report.ending)],
    date: date(report.endedAt ?? report.filedAt, t, zone),
    reference: showReference(report.reference),
  }
  return (
    <Note icon="late" warn>
      <p role="alert">{refusal === 'conflict' ? t.refusals.conflictReporter : say(facts)}</p>
      {gone && words && (
        <>
          <p>
            <b>{t.citizen.following.keptText}</b>
          </p>
          <p class="own pre">{words}</p>
        </>
      )}
    </Note>
  )
}
