import { acting } from '../../agency/below.ts'
import type { Tx } from '../../db/database.ts'
import { returnsBeforeArbitration } from '../../report/report.ts'
import type { Place } from '../../supervision/clock/step.ts'
import { bundled, concernsStaff } from './audience.ts'
import type { EventRef } from './expand.ts'

/** What concerns staff becomes notices: a task, an instruction or a draft sent back at once and every time; that something new
 *  waits on a desk, ends soon or is late at most once in four hours for each person, however much comes. Whoever did it is not told. */

const quietHours = 4
const lookingBack = 4_215_007

export async function tellStaff(tx: Tx, events: readonly EventRef[], now: Date): Promise<number[]> {
  const found = await tx<{ reportId: number; n: number; move: string; place: Place | null }[]>`
    select e.report_id, e.n, e.move, e.data ->> 'to' as place
    from unnest(${events.map((e) => e.reportId)}::bigint[], ${events.map((e) => e.n)}::int[]) as w(report_id, n)
    join event e on e.report_id = w.report_id and e.n = w.n`
  const told = found.flatMap(({ reportId, n, move, place }) =>
    concernsStaff(move, place)
      .filter(({ to }) => to !== 'inspectors')
      .map(({ to, kind }) => {
        const apart = isBundled(kind) ? '' : `${reportId} ${n}`
        return { report_id: reportId, n, place: to, kind, apart }
      }),
  )
  if (told.length === 0) return []
  // Of several workers at once, one looks whether there was a letter lately, and writes it, before the next one looks.
  if (told.some(({ apart }) => apart === '')) await tx`select pg_advisory_xact_lock(${lookingBack})`
  const quiet = new Date(now.getTime() - quietHours * 3_600_000)
  const rows = await tx<{ id: number }[]>`
    insert into notice (report_id, n, account_id, kind, channel, language, state, created_at)
    select distinct on (a.id, x.kind, x.apart)
      x.report_id, x.n, a.id, x.kind, 'email', a.language, 'queued', ${now}
    from jsonb_to_recordset(${tx.json(told)}) as x(report_id bigint, n int, place text, kind text, apart text)
    join event e on e.report_id = x.report_id and e.n = x.n
    join report r on r.id = x.report_id
    join agency h on h.id = r.holder_id
    cross join lateral (select ${nearestActing(tx)} as agency_id) instead
    join account a on a.email is not null and a.disabled_at is null and a.id is distinct from e.person_id
      and ${notAccused(tx)} and case x.place
      when 'desk' then a.roles && array['operator', 'liaison'] and (a.agency_id = r.holder_id or e.move in ('forward', 'arbitrate') and exists (
          select from assignment s where s.report_id = r.id and s.agency_id = a.agency_id and not s.lead and s.ended_at is null))
        or a.agency_id = instead.agency_id and 'operator' = any(a.roles)
        or a.agency_id = r.holder_id and 'arbiter' = any(a.roles) and e.move = 'return' and r.returns >= ${returnsBeforeArbitration}
      when 'above' then a.agency_id = case when h.kind = 'unit' then h.parent_id else (select id from agency where parent_id is null) end and a.roles && array['operator']
      when 'head' then a.agency_id = r.holder_id and 'supervisor' = any(a.roles)
      when 'risen' then a.agency_id = (e.data->>'agencyId')::bigint and a.roles && array['operator', 'supervisor'] and starts_with(h.path, a.agency_path)
      when 'officer' then a.id = r.officer_id or r.officer_id is null and 'officer' = any(a.roles)
        and a.agency_id = coalesce((e.data->>'agencyId')::bigint, r.holder_id)
      when 'drafter' then a.id = (select d.person_id from event d where d.report_id = x.report_id and d.n < x.n and d.move = 'draft' order by d.n desc limit 1)
    end
    where ${isNews(tx)} and (x.apart <> '' or not exists (
      select from notice lately where lately.kind in ('staff.waiting', 'staff.reminder', 'staff.overdue', 'staff.escalated') and lately.kind = x.kind and lately.account_id = a.id and lately.created_at > ${quiet}))
    order by a.id, x.kind, x.apart, x.n desc
    on conflict do nothing returning id`
  return rows.map(({ id }) => id)
}

const isBundled = (kind: string) => (bundled as readonly string[]).includes(kind)

/** Of a report about their own agency, or one above it, nobody is told anything. Nearly always there is nothing to compare. */
export const notAccused = (tx: Tx) => tx`(r.accused is null or not internal.is_accused(a.agency_path, r.accused))`

/** A desk hears of another class, or of who is accused, when it gets the report by that. */
const isNews = (tx: Tx) => tx`(e.move not in ('reclassify', 'accuse') or e.data -> 'set' ? 'holder_id')`

/** Where nobody can act for the holder, the nearest agency above that has an operator; else null. */
const nearestActing = (tx: Tx) => tx`
  case when not exists (
    select from account d where d.agency_id = h.id and d.disabled_at is null and d.roles && ${[...acting]}::text[]) then (
    select g.id from account o join agency g on g.id = o.agency_id
    where 'operator' = any(o.roles) and o.disabled_at is null and starts_with(h.path, g.path) and g.id <> h.id
    order by length(g.path) desc limit 1) end`
