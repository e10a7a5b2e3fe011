import { withActor } from '../db/actor.ts'
import type { Db, Tx } from '../db/database.ts'
import type { Notice } from './load.ts'

/** A notice is claimed before it is sent and settled after. What ends without having arrived goes the reporter's next way, in the
 *  same transaction. */

export type Delivery = 'sent' | 'done' | 'unreachable' | 'failed' | 'withheld'

/** A claim that is older than this belongs to a process that has died: no server may take longer to answer. */
export const lease = 5 * 60_000
/** Somebody else is sending it, or the server asked to come again: the queue tries later. */
export class Later extends Error {}

export async function claim(tx: Tx, id: number, host: string, now: Date): Promise<Notice | 'done'> {
  const [notice] = await tx<Notice[]>`
    update notice set state = 'sending', claimed_at = ${now}, attempts = attempts + 1,
      message_id = coalesce(message_id, '<notice-' || id || '@' || ${host}::text || '>')
    where id = ${id} and (state = 'queued' or (state = 'sending' and claimed_at < ${new Date(now.getTime() - lease)}))
    returning id, kind, language, reporter_id, report_id, contact_id, message_id, sealed, attempts`
  if (notice) return notice
  const [other] = await tx`select from notice where id = ${id} and state = 'sending'`
  if (other) throw new Later('it is being sent')
  return 'done'
}

/** Only whoever claimed it may say how it ended. */
export async function settle(
  db: Db,
  { id, attempts }: Notice,
  state: Delivery | 'queued',
  error: string | null,
  now: Date,
  parts: number | null = null,
): Promise<Delivery> {
  await withActor(db, { kind: 'system' }, async (tx) => {
    const done = await tx`
      update notice set state = case when state = 'sending' then ${state} else state end, last_error = ${error}, claimed_at = null, parts = coalesce(${parts}, parts),
        sent_at = ${state === 'sent' ? now : null}, sealed = case when ${state} = 'queued' then sealed end
      where id = ${id} and attempts = ${attempts} and (state = 'sending' or (${state} = 'sent' and state in ('delivered', 'failed')))`
    if (done.count > 0 && state !== 'queued' && state !== 'sent' && !answered(error)) await elsewhere(tx, id, now)
  })
  return state as Delivery
}

/** They had an answer of ours today: that is no failure. */
export const answeredToday = 'answered today'
const answered = (error: string | null) => error === answeredToday

/** The queue has tried often enough. Whoever is sending it at this moment says themselves how it ends. */
export async function giveUp(db: Db, id: number, now: Date): Promise<void> {
  await withActor(db, { kind: 'system' }, async (tx) => {
    const ended = await tx`
      update notice set state = 'failed', sealed = null, last_error = 'tried for too long' where id = ${id} and state = 'queued'`
    if (ended.count > 0) await elsewhere(tx, id, now)
  })
}

/** The same news by the next contact that is the reporter's, once, however often its failure is told. */
export const elsewhere = (tx: Tx, id: number, now: Date) => tx`select news_elsewhere(${id}, ${now})`
