import { setAsideBy } from '../../../inbox/channels.ts'
import { unsealJson } from '../../../person/seal.ts'
import { isTalk } from '../../../talk/by-hand.ts'
import type { Said } from '../../../talk/messenger.ts'
import { trouble } from '../../errors.tsx'
import { text, type Values } from '../../form.ts'
import { staffOf } from '../../session.ts'
import { Button } from '../../ui/answers.tsx'
import { TextArea } from '../../ui/field.tsx'
import { type C, idOf, place, read } from '../place.tsx'
import { wordsOf } from './spoken.ts'

/** One message that was set aside: what came, and the report that somebody makes of it. */

export type Found = NonNullable<Awaited<ReturnType<typeof setAsideBy>>>

/** For the centre's administrators. */
export async function foundIn(c: C): Promise<Found | undefined> {
  const id = idOf(c)
  return id === undefined || staffOf(c).agencyKind !== 'centre' ? undefined : read(c, (tx) => setAsideBy(tx, id))
}

/** What its author said, where the service knows who that is. @throws when the service cannot be asked */
export async function saidIn(c: C, { channel, sealed }: Found): Promise<Said | undefined> {
  if (!isTalk(channel) || !sealed) return undefined
  return c.var.deps.services?.saidIn(channel, unsealJson(c.var.deps.keys, sealed))
}

export async function setAsidePage(c: C) {
  const found = await foundIn(c)
  return found ? page(c, found) : trouble(c, 404)
}

export async function page(c: C, found: Found, values: Values = {}, errors: Record<string, string> = {}) {
  const t = c.var.t.channels
  return place(c, {
    title: t.one(c.var.t.channel[found.channel], String(found.id)),
    section: 'channels',
    errors,
    body: (
      <div class="stack measure">
        <section class="stack">
          <p class="mute">{t.reasons[found.reason] ?? found.reason}</p>
          <blockquote class="card own pre">{await cameIn(c, found)}</blockquote>
        </section>
        {isTalkOnly(found) && <AsWritten c={c} id={found.id} />}
        <Written c={c} found={found} values={values} error={errors.text} />
        <form method="post" action={`/kelola/kanal/${found.id}/ulang`}>
          <Button look="calm">{t.again}</Button>
        </form>
      </div>
    ),
  })
}

/** Set aside because it read as talk: its reader can make it a report. */
const isTalkOnly = ({ channel, reason }: Found) => isTalk(channel) && (reason === 'chatter' || reason === 'held')

/** As it was kept; where only its number was kept, as the service shows it now. */
async function cameIn(c: C, found: Found): Promise<string> {
  const t = c.var.t.channels
  const parts = found.sealed ? [found.sealed, ...found.parts] : []
  const came = parts.map((part) => wordsOf(unsealJson(c.var.deps.keys, part))).join('\n\n')
  if (came.trim() !== '' || !isTalk(found.channel)) return came
  const name = c.var.t.channel[found.channel]
  return saidIn(c, found).then(
    (said) => (said ? [said.from.name, said.text].filter(Boolean).join('\n\n') : t.gone(name)),
    () => t.away(name),
  )
}

const AsWritten = ({ c, id }: { c: C; id: number }) => (
  <form class="stack" method="post" action={`/kelola/kanal/${id}/laporan`}>
    <p class="hint">{c.var.t.channels.asWrittenHint}</p>
    <p class="row">
      <Button>{c.var.t.channels.asWritten}</Button>
    </p>
  </form>
)

const Written = ({ c, found, values, error }: { c: C; found: Found; values: Values; error: string | undefined }) => {
  const t = c.var.t.channels
  const told = isTalk(found.channel) && found.reason !== 'asks-secrecy'
  return (
    <form class="card stack" method="post" action={`/kelola/kanal/${found.id}`}>
      <h2>{isTalkOnly(found) ? t.ownWords : t.byHand}</h2>
      <TextArea
        t={c.var.t}
        name="text"
        label={t.words}
        hint={told ? t.wordsTold : t.wordsHint}
        rows={6}
        value={text(values, 'text')}
        error={error}
      />
      <p class="row">
        <Button look={isTalkOnly(found) ? 'line' : 'solid'}>{t.make}</Button>
      </p>
    </form>
  )
}
