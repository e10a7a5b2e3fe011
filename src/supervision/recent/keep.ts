import { withActor } from '../../db/actor.ts'
import type { Db } from '../../db/database.ts'
import { counted } from './moves.ts'

/** Counts the last two weeks anew, for every agency with all below it. What staff did counts for the agency that did it; what came,
 *  and what reporters and the clock did, for the one that holds the report now. In one transaction: a page sees the old or the new. */

const hour = 3_600_000
const week = 7 * 24 * hour

/** Once an hour, however often it is asked; at once where nothing was counted yet. */
export async function keepRecent(db: Db, now: Date): Promise<void> {
  const [last] = await db.worker<{ countedAt: Date }[]>`select counted_at from recent_move limit 1`
  if (!last || now.getTime() - last.countedAt.getTime() >= hour) await countRecent(db, now)
}

export async function countRecent(db: Db, now: Date): Promise<void> {
  const [from, middle] = [new Date(now.getTime() - 2 * week), new Date(now.getTime() - week)]
  const names = Object.entries(counted).flatMap(([name, moves]) => moves.map((move) => ({ move, name })))
  await withActor(db, { kind: 'system' }, async (tx) => {
    // Whoever else counts at this moment waits, and counts after.
    await tx`select pg_advisory_xact_lock(hashtext('recent_move'))`
    await tx`delete from recent_move`
    await tx`
      insert into recent_move (agency_id, move, now, before, counted_at)
      select id::bigint, name, count(*) filter (where at > ${middle})::int, count(*) filter (where at <= ${middle})::int, ${now}
      from (
        select n.name, e.at, case when e.actor = 'staff' and e.move <> 'file' then coalesce(a.path, r.holder_path) else r.holder_path end as path
        from event e
          join jsonb_to_recordset(${tx.json(names)}) as n(move text, name text) on n.move = e.move
          join report r on r.id = e.report_id
          left join agency a on a.id = e.agency_id
        where e.at > ${from} and e.at <= ${now}) moved
        cross join lateral unnest(string_to_array(trim(both '/' from path), '/')) id
      group by 1, 2`
  })
}
