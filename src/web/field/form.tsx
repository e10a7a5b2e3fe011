import type { StaffPage } from '../../report/read/staff-page.ts'
import { showReference } from '../../report/reference.ts'
import type { C } from '../desk/frame.tsx'
import { text } from '../form.ts'
import { staffOf } from '../session.ts'
import { Button } from '../ui/answers.tsx'
import { Check, Choices, ErrorSummary } from '../ui/choices.tsx'
import { Field, FileField, TextArea } from '../ui/field.tsx'
import { shortDate } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { statusWord } from '../ui/status.tsx'
import { wallClock } from './clock.ts'
import type { Begun } from './task.tsx'

/** The form of a visit, in the order of the work: photos before, photos after, what was found and done. */

type Shown = { c: C; page: StaffPage; begun?: Begun | undefined }
const outcomes = ['done', 'again', 'not_found'] as const
const accept = 'image/jpeg,image/png,image/webp'

export const VisitForm = (shown: Shown) => {
  const { c, page, begun } = shown
  const { t } = c.var
  const { errors = {}, photos = [], refusal } = begun ?? {}
  const { report } = page.case
  return (
    <form method="post" action={`/meja/${report.reference}/kunjungan`} enctype="multipart/form-data">
      <input type="hidden" name="versi" value={String(report.version)} />
      {photos.map((id) => (
        <input type="hidden" name="foto" value={String(id)} />
      ))}
      {refusal && (
        <Note icon="late" warn>
          <p role="alert">{why(c, page, refusal)}</p>
        </Note>
      )}
      <ErrorSummary t={t} errors={errors} />
      <ol class="steps">
        <Photos {...shown} />
        <Done {...shown} />
      </ol>
      <div class="bar">
        <div>
          <Button wide>{t.moves.visit.button}</Button>
        </div>
      </div>
    </form>
  )
}

const Photos = ({ c, begun }: Shown) => {
  const { t } = c.var
  const { errors = {}, photos = [], again } = begun ?? {}
  return (
    <li>
      <h2>
        <Icon name="cam" />
        {t.field.photos}
      </h2>
      {photos.length > 0 && <p class="hint">{t.citizen.following.kept(photos.length)}</p>}
      <FileField t={t} name="sebelum" label={t.work.before} hint={t.field.photoHint} optional accept={accept} capture multiple error={errors.sebelum} />
      <FileField t={t} name="sesudah" label={t.work.after} optional accept={accept} capture multiple error={errors.sesudah} />
      {again && <Check t={t} name="tetap" label={t.field.useAgain} means={t.field.useAgainHint} />}
    </li>
  )
} // biome-ignore format: one field a line

const Done = ({ c, begun }: Shown) => {
  const { t, deps } = c.var
  const { values = {}, errors = {} } = begun ?? {}
  const field = (name: string) => ({ t, name, value: text(values, name), error: errors[name] })
  const now = wallClock(deps.now(), staffOf(c).zone)
  return (
    <li>
      <h2>
        <Icon name="work" />
        {t.field.done}
      </h2>
      <Choices {...field('outcome')} label={t.field.outcome} choices={outcomes.map((value) => ({ value, label: t.work.outcome[value] }))} />
      <TextArea {...field('findings')} label={t.field.findings} hint={t.field.findingsHint} rows={4} />
      <Field {...field('visitedAt')} label={t.field.when} type="datetime-local" value={text(values, 'visitedAt') || now} />
      <Field {...field('place')} label={t.field.place} optional maxlength={300} />
      <div data-locate={t.field.here} data-found={t.field.found}>
        <input type="hidden" name="latitude" value={text(values, 'latitude')} />
        <input type="hidden" name="longitude" value={text(values, 'longitude')} />
      </div>
    </li>
  )
} // biome-ignore format: one field a line

function why({ var: { t } }: C, { case: { report, zone }, history }: StaffPage, refusal: string): string {
  const last = history.at(-1)
  const say = t.refusals.move[refusal as keyof typeof t.refusals.move] ?? (() => t.refusals.notFound)
  return say({
    by: last?.byName ?? last?.agencyName ?? t.refusals.somebody,
    status: t.status[statusWord(report.status, report.ending)],
    date: shortDate(report.endedAt ?? report.filedAt, t, zone),
    reference: showReference(report.reference),
  })
}
