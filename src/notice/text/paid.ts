import type { Tx } from '../../db/database.ts'

/** How many short messages were paid for since a day. */
export async function paidToday(tx: Tx, now: Date): Promise<number> {
  const since = new Date(now.getTime() - 24 * 3_600_000)
  const [row] = await tx<{ parts: number }[]>`
    select (select coalesce(sum(parts), 0)::int from notice where parts is not null and sent_at > ${since})
      + (select coalesce(sum(parts), 0)::int from reply where channel = 'sms' and state in ('sent', 'delivered', 'failed') and created_at > ${since}) as parts`
  return row?.parts ?? 0
}
