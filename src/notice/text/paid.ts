import type { Tx } from '../../db/database.ts'
import { contactKinds, type Kind } from '../kind.ts'

/** What short messages cost, in parts: of all in a day, and of the news of one report. */

/** How many short messages were paid for since a day. */
export async function paidToday(tx: Tx, now: Date): Promise<number> {
  const since = new Date(now.getTime() - 24 * 3_600_000)
  const [row] = await tx<{ parts: number }[]>`
    select (select coalesce(sum(parts), 0)::int from notice where parts is not null and sent_at > ${since})
      + (select coalesce(sum(parts), 0)::int from reply where channel = 'sms' and state in ('sent', 'delivered', 'failed') and created_at > ${since}) as parts`
  return row?.parts ?? 0
}

/** Kinds that the reporter has to hear: what is asked of them, and what was answered. */
const matter: readonly Kind[] = [
  'asked',
  'questioned',
  'reminderComplete',
  'answered',
  'resolved',
  'reminderConfirm',
  'neutral.act',
  'neutral.news',
  'neutral.proof',
  ...contactKinds,
]

/** The second half of what a report may cost is kept for what matters. */
export const affords = (kind: Kind, paid: number, parts: number, most: number): boolean =>
  paid + parts <= (matter.includes(kind) ? most : Math.floor(most / 2))

/** Books what a notice will cost, if its report can afford it. One notice of a reporter looks at a time, so that many at once do
 *  not spend the same. */
export async function book(
  tx: Tx,
  { id, reporterId, kind }: { id: number; reporterId: number | null; kind: Kind },
  parts: number,
  most: number,
): Promise<boolean> {
  await tx`select from reporter where id = ${reporterId} for update`
  const [row] = await tx<{ paid: number }[]>`
    select coalesce(sum(parts), 0)::int as paid from notice
    where reporter_id = ${reporterId} and id <> ${id} and channel = 'sms' and (sent_at is not null or state = 'sending')`
  if (!affords(kind, row?.paid ?? 0, parts, most)) return false
  await tx`update notice set parts = ${parts} where id = ${id}`
  return true
}
