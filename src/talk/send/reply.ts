import { z } from 'zod'
import { withActor } from '../../db/actor.ts'
import type { Tx } from '../../db/database.ts'
import type { Post } from '../../notice/send.ts'
import { Later, lease } from '../../notice/settle.ts'
import { sealJson, unsealJson } from '../../person/seal.ts'
import { isCalled } from '../fate.ts'
import type { Messenger, MessengerName, Out, Told } from '../messenger.ts'
import { publicWords } from '../words.ts'

/** Sends the answer to a message on the service that it came by, once; what dies in between is sent again when its claim has run
 *  out, in private alone. */

export type Messengers = Readonly<Partial<Record<MessengerName, Messenger>>>

const inside = z.object({
  to: z.string(),
  person: z.string(),
  text: z.string(),
  /** Those that were kept before have none. */
  language: z.enum(['id', 'en']).default('id'),
  buttons: z.array(z.object({ carries: z.string(), title: z.string() })),
})
type Row = Readonly<{
  id: number
  inboxId: number
  channel: MessengerName
  contact: Buffer
  way: Out['way']
  sealed: Uint8Array
  attempts: number
  heardAt: Date | null
}>

export async function sendTalkReply(post: Post, messengers: Messengers, replyId: number, now: Date): Promise<void> {
  const { db, keys } = post
  const row = await withActor(db, { kind: 'system' }, (tx) => claim(tx, replyId, now))
  if (!row) return
  const messenger = messengers[row.channel]
  const { to, person, text, language, buttons } = inside.parse(unsealJson(keys, row.sealed))
  const out: Out = { id: `r${row.id}`, way: row.way, to, text, buttons, heardAt: row.heardAt, language }
  const told: Told = messenger ? await messenger.send(out) : { ok: false, reason: 'refused', answer: 'no messenger' }
  if (told.ok && told.id) await isCalled(db, row.channel, told.id, out.id, now)
  await withActor(db, { kind: 'system' }, async (tx) => {
    if (!(await settle(tx, row, told, now)) || row.way !== 'invited' || (!told.ok && told.reason === 'later')) return
    // Everyone sees that somebody is answered, and nobody what.
    if (await isSecluded(tx, row.inboxId)) return
    const general = {
      language,
      to,
      person,
      text: publicWords(told.ok ? 'told' : 'invite', language, await turnOf(tx, row, now), now),
      buttons: [],
    }
    await tx`select answer_talk(${row.inboxId}, ${row.channel}, ${row.contact}, 'public', ${sealJson(keys, general)}, 'public', ${now})`
  })
  if (!told.ok && told.reason === 'later') throw new Later(`the service did not take it: ${told.answer}`)
}

async function claim(tx: Tx, id: number, now: Date): Promise<Row | undefined> {
  const left = new Date(now.getTime() - lease)
  const [row] = await tx<Row[]>`
    update reply r set state = 'sending', claimed_at = ${now}, attempts = attempts + 1
    where r.id = ${id} and r.sealed is not null
      and (r.state = 'queued' or (r.state = 'sending' and r.way <> 'public' and r.claimed_at < ${left}))
    returning r.id, r.inbox_id, r.channel, r.contact, r.way, r.sealed, r.attempts,
      (select heard_at from talk t where t.contact = r.contact) as heard_at`
  if (row) return row
  // Perhaps it stands there already, for everyone to read: better no answer than the same one twice.
  await tx`
    update reply set state = 'failed', last_error = 'unheard', claimed_at = null, sealed = null
    where id = ${id} and state = 'sending' and way = 'public' and claimed_at < ${left}`
  const [other] = await tx`select from reply where id = ${id} and state = 'sending'`
  if (other) throw new Later('it is being sent')
  return undefined
}

/** Only whoever claimed it may say how it ended. */
async function settle(tx: Tx, { id, attempts }: Row, told: Told, now: Date): Promise<boolean> {
  const state = told.ok ? 'sent' : told.reason === 'later' ? 'queued' : 'failed'
  const { count } = await tx`
    update reply set state = case when state = 'sending' then ${state} else state end, last_error = ${told.ok ? null : told.answer}, claimed_at = null,
      sent_at = ${told.ok ? now : null}, sealed = case when ${state} = 'queued' then sealed end
    where id = ${id} and attempts = ${attempts} and (state = 'sending' or (${state} = 'sent' and state in ('delivered', 'failed')))`
  return count === 1
}

const minute = 60_000

/** How many were answered in public in the last minute, counted one after the other. */
async function turnOf(tx: Tx, { id, channel }: Row, now: Date): Promise<number> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`in public ${channel}`}, 42))`
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from reply where id > ${id - 1000} and channel = ${channel} and way = 'public'
      and created_at >= ${new Date(Math.floor(now.getTime() / minute) * minute)}`
  return row?.count ?? 0
}

/** A post that asks for secrecy is not answered where everyone reads. */
const isSecluded = async (tx: Tx, inboxId: number): Promise<boolean> =>
  (await tx`select from inbox where id = ${inboxId} and reason = 'asks-secrecy'`).length > 0
