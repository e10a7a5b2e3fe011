import { validFor, type Waiting } from '../../contact/read.ts'
import { masked } from '../../contact/way.ts'
import { Button } from '../ui/answers.tsx'
import { Field } from '../ui/field.tsx'
import { moment } from '../ui/format.ts'
import { Note } from '../ui/note.tsx'
import type { Managing } from './page.tsx'

/** The contact that waits for its code: first on the page, because that is what somebody came back for. */
export const Coded = (managing: Managing) => {
  const { c, contacts, place } = managing
  const t = c.var.t.citizen.contacts
  const { waiting } = contacts
  if (!waiting) return null
  const lost = ['failed', 'unreachable', 'withheld'].includes(waiting.message)
  return (
    <section class="card stack" id="kode" aria-labelledby="judul-kode">
      <h2 id="judul-kode">{t.codeTitle(masked(waiting.reach))}</h2>
      {lost || waiting.over ? (
        <Note icon="late" warn>
          <p>{lost ? t.codeLost : t.codeOver}</p>
        </Note>
      ) : (
        <Code {...managing} waiting={waiting} />
      )}
      <form method="post" action={`${place}/hapus`}>
        <input type="hidden" name="yang" value={String(waiting.id)} />
        <Button look="text">{t.cancel}</Button>
      </form>
    </section>
  )
}

const Code = ({ c, place, told, waiting }: Managing & { waiting: Waiting }) => {
  const { t } = c.var
  const words = t.citizen.contacts
  const { leaving } = waiting
  const until = new Date(waiting.askedAt.getTime() + validFor)
  return (
    <>
    {leaving && <p>{words.codeLeaves}</p>}
    <form method="post" action={`${place}/kode`}>
      <Field t={t} name="kode" label={words.code} hint={words.codeHint[waiting.reach.way](moment(until, t, 'Asia/Jakarta'))} inputmode="numeric" autocomplete="one-time-code" short mono maxlength={12} error={told.errors?.kode} />
      <p class="field">
        <Button>{leaving ? words.removeByCode : words.prove}</Button>
      </p>
    </form>
    </>
  )
} // biome-ignore format: one field a line
