import { z } from 'zod'
import { withActor } from '../../db/actor.ts'
import { unsealJson } from '../../person/seal.ts'
import type { Line } from '../../sms/heard.ts'
import type { Post } from '../send.ts'
import { Later, lease } from '../settle.ts'
import type { Gateway } from './gateway.ts'
import { paidToday } from './paid.ts'

/** Sends the answer to a message, once; what dies in between is sent again when its claim has run out. */

const inside = z.object({ to: z.string(), text: z.string() })
type Row = { id: number; sealed: Uint8Array; attempts: number; parts: number }

export async function sendReply(
  post: Post,
  gateway: Gateway | undefined,
  line: Line,
  replyId: number,
  now: Date,
): Promise<void> {
  const { db, keys } = post
  const claimed = await withActor(db, { kind: 'system' }, async (tx) => {
    const [row] = await tx<Row[]>`
      update reply set state = 'sending', claimed_at = ${now}, attempts = attempts + 1
      where id = ${replyId} and sealed is not null
        and (state = 'queued' or (state = 'sending' and claimed_at < ${new Date(now.getTime() - lease)}))
      returning id, sealed, attempts, parts`
    if (row) return { row, paid: await paidToday(tx, now) }
    const [other] = await tx`select from reply where id = ${replyId} and state = 'sending'`
    if (other) throw new Later('it is being sent')
    return undefined
  })
  if (!claimed) return
  const { row, paid } = claimed
  const settle = (state: 'sent' | 'failed' | 'withheld' | 'queued', error: string | null) =>
    withActor(
      db,
      { kind: 'system' },
      (tx) => tx`
        update reply set state = case when state = 'sending' then ${state} else state end, last_error = ${error}, claimed_at = null, sent_at = ${state === 'sent' ? now : null},
          sealed = case when ${state} = 'queued' then sealed end
        where id = ${row.id} and attempts = ${row.attempts} and (state = 'sending' or (${state} = 'sent' and state in ('delivered', 'failed')))`,
    )
  if (!gateway) return void (await settle('withheld', 'no gateway'))
  // An answer that comes a day late is none.
  if (paid + row.parts > line.mostADay) return void (await settle('withheld', 'the budget of the day is spent'))
  const sent = await gateway.send({ id: `r${row.id}`, ...inside.parse(unsealJson(keys, row.sealed)) })
  if (sent.ok) return void (await settle('sent', null))
  if (sent.reason === 'refused') return void (await settle('failed', sent.answer))
  await settle('queued', sent.answer)
  throw new Later(`the gateway did not take it: ${sent.answer}`)
}
