import { addCalendarDays, dayOf } from '../../agency/working-days.ts'
import { withActor } from '../../db/actor.ts'
import type { Db, Tx } from '../../db/database.ts'

/** Counts what happened each day below each agency, from the ledger. Counting a day again gives the same. */

/** Days of Jakarta that are kept: two weeks, and the one that is not over. */
const kept = 15
const zone = 'Asia/Jakarta'
const oneAtATime = 5_310_057

/** Yesterday and today; after a pause all days since the last count. */
export async function keepHappened(db: Db, now: Date): Promise<void> {
  await withActor(db, { kind: 'system' }, async (tx) => {
    await tx`select pg_advisory_xact_lock(${oneAtATime})`
    const [last] = await tx<
      { day: string | null }[]
    >`select max(day)::text as day from happened where day <= ${dayOf(now, zone)}`
    const oldest = dayOf(addCalendarDays(now, 1 - kept, zone), zone)
    const yesterday = dayOf(addCalendarDays(now, -1, zone), zone)
    const since = [oldest, [last?.day ?? oldest, yesterday].sort()[0] ?? oldest].sort()[1] ?? oldest
    await tx`delete from happened where day < ${oldest} or day >= ${since}`
    await count(tx, since)
  })
}

/** A report arrives where it was filed and wherever it is sent, at every agency of the way that did not have it below it before.
 *  What reporters and the clock do, counts where the report is. */
const count = (tx: Tx, since: string) => tx`
  insert into happened (agency_id, path, day, what, n)
  select above.id, above.path, x.day, x.what, count(*)
  from (
    select (e.at at time zone ${zone})::date as day,
      case when e.move in ('file', 'forward', 'arbitrate') then 'arrived' when e.move = 'answer' then 'answered'
        when e.move = 'return' then 'returned' when e.move = 'dispute' then 'disputed' else 'ended' end as what,
      case when e.move in ('file', 'forward', 'arbitrate') then got.path when e.move in ('answer', 'return') then did.path else r.holder_path end as path,
      case when e.move in ('forward', 'arbitrate') then did.path else '' end as without
    from event e join report r on r.id = e.report_id
    left join agency did on did.id = e.agency_id
    left join agency got on got.id = (e.data -> 'set' ->> 'holder_id')::bigint
    where e.at >= (${since}::date)::timestamp at time zone ${zone}
      and (e.move in ('file', 'forward', 'arbitrate', 'answer', 'return', 'dispute') or e.data -> 'set' ? 'ended_at')) x
  cross join lateral unnest(string_to_array(trim('/' from x.path), '/')) part (id)
  join agency above on above.id = part.id::bigint
  where strpos(x.without, '/' || part.id || '/') = 0
  group by 1, 2, 3, 4`
