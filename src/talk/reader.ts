import { withActor } from '../db/actor.ts'
import type { Outcome, Reader } from '../inbox/read.ts'
import type { Lang } from '../notice/date.ts'
import { remarksIn } from '../notice/words/remarks.ts'
import { converse } from './converse.ts'
import { hasFared } from './fate.ts'
import { inTurn } from './heard/in-turn.ts'
import { accountHash, type Talking } from './hearing.ts'
import type { Event, MessengerName } from './messenger.ts'

/** Reads what came from a service, whatever it means. */
export function talkReader(talking: Talking): Reader {
  const run = inTurn()
  return async (message, kept) => {
    const event = await talking.messenger.read(message)
    switch (event.is) {
      case 'said':
        return run(event.said.from.id, () => converse(talking, kept, event.said))
      case 'deleted':
        return takeBack(talking, event)
      case 'fate':
        return told(talking, event)
      case 'noise':
        return { outcome: 'noise', reason: event.reason.slice(0, 200) }
    }
  }
}

const names: Readonly<Record<MessengerName, string>> = {
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
}

/** What its author took back there goes here as well; the case stays. */
async function takeBack({ taking, messenger }: Talking, { id, by }: Event & { is: 'deleted' }): Promise<Outcome> {
  const contact = by ? accountHash(taking.keys, messenger.name, by) : null
  const [row] = await withActor(taking.db, { kind: 'system' }, async (tx) => {
    const [author] = await tx<{ language: Lang }[]>`
        select language from reporter where contact = ${contact} order by id desc limit 1`
    const words = remarksIn(author?.language ?? 'id').deleted(names[messenger.name])
    return tx<{ gone: boolean }[]>`
        select post_deleted(${messenger.name}, ${id}, ${contact}, ${words}, ${taking.now()}) as gone`
  })
  return row?.gone ? { outcome: 'command' } : { outcome: 'noise', reason: 'deleted-unknown' }
}

/** Whoever closes the talk is written to no more, by this way, until they open it again. */
async function closedBy({ db, now }: Talking['taking'], contact: Buffer, open: boolean): Promise<Outcome> {
  await withActor(
    db,
    { kind: 'system' },
    (tx) =>
      tx`update reporter set bounced_at = ${open ? null : now()} where contact = ${contact} and reachable = 'messenger'`,
  )
  return { outcome: 'noise', reason: open ? 'opened-by-person' : 'closed-by-person' }
}

/** What became of a message of ours. */
async function told({ taking, messenger }: Talking, { id, arrived, of }: Event & { is: 'fate' }): Promise<Outcome> {
  if (of === 'person') return closedBy(taking, accountHash(taking.keys, messenger.name, id), arrived)
  await hasFared(taking.db, messenger.name, id.slice(0, 300), arrived, taking.now())
  return arrived ? { outcome: 'noise', reason: 'delivered' } : { outcome: 'bounce' }
}
