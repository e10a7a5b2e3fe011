import { has } from '../../person/may.ts'
import { showReference } from '../../report/reference.ts'
import { asksSecrecy } from '../../talk/heard/came.ts'
import type { Said } from '../../talk/messenger.ts'
import { bringIn, type Services } from '../../talk/public-post.ts'
import { type C, show, within } from '../desk/frame.tsx'
import { trouble } from '../errors.tsx'
import { posted, text } from '../form.ts'
import { staffOf } from '../session.ts'
import { Button } from '../ui/answers.tsx'
import { ErrorSummary } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { moment } from '../ui/format.ts'
import { FactList, Note } from '../ui/note.tsx'

/** A public post, brought in by its address: looked at first, then the same message as if X had handed it in. */

type PostOf = NonNullable<Services['postOf']>
type Status = 200 | 404 | 422 | 503

/** For operators of the centre, where X is set up. */
export function postOfFor(c: C): PostOf | undefined {
  const staff = staffOf(c)
  const may = has(staff, 'operator') && staff.agencyKind === 'centre' && c.var.deps.webhooks !== undefined
  return may ? c.var.deps.services?.postOf : undefined
}

export const ToAddress = ({ c }: { c: C }) => (
  <p>
    <a href="#alamat">{c.var.t.brought.title}</a>
  </p>
)

export const AddressForm = ({ c, value = '', error }: { c: C; value?: string; error?: string | undefined }) => {
  const { t } = c.var
  return (
    <form method="post" action="/meja/catat/unggahan" class="card stack measure">
      {error ? <h1>{t.brought.title}</h1> : <h2>{t.brought.title}</h2>}
      <p class="hint">{t.brought.hint}</p>
      <ErrorSummary t={t} errors={error ? { alamat: error } : {}} />
      <Field t={t} name="alamat" label={t.brought.address} value={value} error={error} maxlength={300} autocomplete="off" placeholder="https://x.com/" />
      <p class="row">
        <Button look="line">{t.brought.look}</Button>
      </p>
    </form>
  )
} // biome-ignore format: one field a line

export async function postAct(c: C) {
  const postOf = postOfFor(c)
  if (!postOf) return trouble(c, 404)
  const sent = await posted(c)
  const url = text(sent, 'alamat').slice(0, 300)
  const found = await postOf(url).catch(() => ({ ok: false, refusal: 'away' }) as const)
  if (!found.ok) {
    const status = found.refusal === 'away' ? 503 : 422
    return page(c, <AddressForm c={c} value={url} error={c.var.t.brought.refusals[found.refusal]} />, status)
  }
  const secret = asksSecrecy(found.said.text)
  if (secret || text(sent, 'jadikan') === '')
    return page(c, <Draft c={c} url={url} said={found.said} secret={secret} />)
  return keep(c, found.arrived)
}

function page(c: C, body: unknown, status: Status = 200) {
  const { title } = c.var.t.brought
  return show(c, { title, layout: 'page', path: '/meja/catat', status, body: <div class="stack measure">{body}</div> })
}

const Draft = ({ c, url, said, secret }: { c: C; url: string; said: Said; secret: boolean }) => {
  const { t } = c.var
  const images = said.media.filter(({ kind }) => kind === 'image').length
  const facts = [
    [t.brought.by, said.from.name],
    [t.brought.at, moment(said.at, t, staffOf(c).zone)],
    [t.brought.files, t.brought.media(images, said.media.length - images)],
    [t.work.place, said.pin?.label],
  ] as const
  return (
    <>
      <h1>{t.brought.check}</h1>
      <article class="card stack">
        <p class="own pre">{said.text}</p>
        {said.quoted.map((one) => (
          <blockquote class="small mute">
            <p>{t.brought.quoted(one.by)}</p>
            <p class="own pre">{one.text}</p>
          </blockquote>
        ))}
        <FactList facts={facts} />
      </article>
      {secret ? (
        <Note icon="lock" warn>
          <p>{t.brought.secrecy}</p>
        </Note>
      ) : (
        <form method="post" action="/meja/catat/unggahan" class="stack">
          <input type="hidden" name="alamat" value={url} />
          <p class="hint">{t.brought.checkHint}</p>
          <p class="row">
            <Button name="jadikan" value="1">
              {t.brought.make}
            </Button>
            <a href="/meja/catat">{t.brought.other}</a>
          </p>
        </form>
      )}
    </>
  )
}

type Arrived = Extract<Awaited<ReturnType<PostOf>>, { ok: true }>['arrived']

/** Durable first, as by its own door: what X hands in later under the same number is the same row. */
async function keep(c: C, arrived: Arrived) {
  const { deps, t } = c.var
  const kept = await deps.webhooks?.accept({ ...arrived, receivedAt: deps.now() })
  const brought = kept && (await within(c, (tx) => bringIn(tx, deps.keys, kept.key, arrived.message)))
  if (!brought) return trouble(c, 404)
  deps.wake()
  if (brought.state === 'secret') return page(c, <AddressForm c={c} error={t.brought.secrecy} />, 422)
  const { reference } = brought
  return page(
    c,
    <>
      <h1>{reference ? t.brought.known : t.brought.taken}</h1>
      <p>{reference ? t.brought.knownHint(showReference(reference)) : t.brought.takenHint}</p>
      <p class="row">
        {reference && <Button href={`/meja/${reference}`}>{t.brought.open}</Button>}
        <a href="/meja">{t.brought.desk}</a>
        <a href="/meja/catat">{t.brought.other}</a>
      </p>
    </>,
  )
}
