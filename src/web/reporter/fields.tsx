import { waitingFiles } from '../../report/read/reporter-files.ts'
import { text } from '../form.ts'
import { Button } from '../ui/answers.tsx'
import { Choices } from '../ui/choices.tsx'
import { FileField, TextArea } from '../ui/field.tsx'
import { type ReporterMove, reporterNouns } from './acts.ts'
import type { Following } from './page.tsx'

/** The forms of a reporter: words with photos, and a grade. */

const accept = 'image/jpeg,image/png,image/webp,application/pdf'

type Saying = Following & {
  name: ReporterMove
  field: 'text' | 'reason'
  label: string
  hint?: string
  files?: boolean
  optional?: boolean
}

export const Say = ({ name, field, label, hint, files, optional, ...following }: Saying) => {
  const { c, page, tried, beside } = following
  const { t } = c.var
  const { reference, version } = page.case.report
  const mine = tried?.name === name ? tried : undefined
  const waiting = waitingFiles(beside.files).length
  return (
    <form
      method="post"
      action={`/laporan/${reference}/${reporterNouns[name]}`}
      enctype={files ? 'multipart/form-data' : undefined}
      class="stack"
    >
      <input type="hidden" name="versi" value={String(version)} />
      <TextArea t={t} name={field} id={`${name}-${field}`} label={label} hint={hint} optional={optional} rows={4} paper="own" value={text(mine?.values ?? {}, field)} error={mine?.errors?.[field]} />
      {files && (
        <>
          <FileField t={t} name="berkas" id={`${name}-berkas`} label={t.citizen.form.photo} optional accept={accept} multiple error={mine?.errors?.berkas} />
          {waiting > 0 && <p class="hint">{t.citizen.following.kept(waiting)}</p>}
        </>
      )}
      <p>
        <Button look={name === 'withdraw' ? 'line' : 'solid'}>{t.moves[name].button}</Button>
      </p>
    </form>
  )
} // biome-ignore format: one field a line

export const Rate = ({ c, page, tried }: Following) => {
  const { t } = c.var
  const { confirm, following } = t.citizen
  const { reference, version } = page.case.report
  const mine = tried?.name === 'rate' ? tried : undefined
  const values = mine?.values ?? {}
  return (
    <form method="post" action={`/laporan/${reference}/penilaian`} class="stack">
      <input type="hidden" name="versi" value={String(version)} />
      <Choices t={t} name="rating" label={confirm.rating} hint={confirm.ratingHint} choices={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))} value={text(values, 'rating')} error={mine?.errors?.rating} />
      <TextArea t={t} name="remark" label={following.remark} optional rows={2} value={text(values, 'remark')} error={mine?.errors?.remark} />
      <p>
        <Button>{t.moves.rate.button}</Button>
      </p>
    </form>
  )
} // biome-ignore format: one field a line
