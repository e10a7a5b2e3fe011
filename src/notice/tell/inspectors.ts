import type { Tx } from '../../db/database.ts'
import { concernsStaff } from './audience.ts'
import { notAccused } from './desks.ts'
import type { EventRef } from './expand.ts'

/** Inspectors are told of an oversight complaint as soon as it is one, each of them once: the nearest above whoever holds it, and
 *  those of the centre. Never anybody of an agency that it is about. */
export async function tellInspectors(tx: Tx, events: readonly EventRef[], now: Date): Promise<number[]> {
  const moves = await tx<{ reportId: number; n: number; move: string }[]>`
    select e.report_id, e.n, e.move
    from unnest(${events.map((e) => e.reportId)}::bigint[], ${events.map((e) => e.n)}::int[]) as w(report_id, n)
    join event e on e.report_id = w.report_id and e.n = w.n where ${isGrave(tx)}`
  const told = moves.filter(({ move }) => concernsStaff(move).some(({ to }) => to === 'inspectors'))
  if (told.length === 0) return []
  const rows = await tx<{ id: number }[]>`
    insert into notice (report_id, n, account_id, kind, channel, language, state, created_at)
    select r.id, x.n, a.id, 'staff.oversight', 'email', a.language, 'queued', ${now}
    from unnest(${told.map((e) => e.reportId)}::bigint[], ${told.map((e) => e.n)}::int[]) as x(report_id, n)
    join event e on e.report_id = x.report_id and e.n = x.n join report r on r.id = x.report_id
    cross join lateral (select ${nearestInspecting(tx)} as agency_id) nearest
    join account a on a.email is not null and a.disabled_at is null and a.id is distinct from e.person_id
      and 'inspector' = any(a.roles) and ${notAccused(tx)}
      and (a.agency_id = nearest.agency_id or a.agency_id = (select id from agency where parent_id is null))
    order by r.id, x.n
    on conflict do nothing returning id`
  return rows.map(({ id }) => id)
}

/** The line itself makes it one, or brings one to somebody new. What a citizen ticked is checked first; what was ticked at a
 *  counter was. */
const isGrave = (tx: Tx) => tx`
  case when e.data -> 'set' ? 'oversight' then e.data -> 'set' ->> 'oversight' = 'true'
    when e.move = 'file' and e.actor <> 'staff' then false
    else exists (select from report o where o.id = e.report_id and (o.oversight or o.was_oversight)) end`

/** Above the holder, or at it. */
const nearestInspecting = (tx: Tx) => tx`(
  select g.id from account o join agency g on g.id = o.agency_id
  where 'inspector' = any(o.roles) and o.disabled_at is null and starts_with(r.holder_path, g.path)
  order by length(g.path) desc limit 1)`
