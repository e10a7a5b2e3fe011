import type { Tx } from '../../db/database.ts'
import { dateIn } from '../date.ts'
import type { Facts, Kind } from '../kind.ts'
import type { Notice } from '../load.ts'
import { languages } from '../words.ts'

/** How much there is behind a letter of the clock, as it stands when the letter leaves: one letter speaks of all of it. */

export const isOfClock = (kind: Kind): boolean =>
  kind === 'staff.reminder' || kind === 'staff.overdue' || kind === 'staff.escalated'

type Row = { count: number; first: Date; agencies: number; agency: string; zone: Parameters<typeof dateIn>[2] }

export async function standing(tx: Tx, { id, kind, language }: Notice, now: Date): Promise<Facts> {
  const waits = tx`status in ('received', 'assigned', 'in_progress')`
  const of = {
    'staff.reminder': tx`select r.due_at as first, r.holder_id from report r
      where r.holder_id = about.holder_id and ${waits} and r.due_at > ${now} and r.due_at <= about.due`,
    'staff.overdue': tx`select r.due_at as first, r.holder_id from report r
      where r.holder_id = about.holder_id and ${waits} and r.due_at <= ${now}`,
    'staff.escalated': tx`select min(e.binds_at) as first, r.holder_id from escalation e join report r on r.id = e.report_id
      where e.agency_id = about.agency_id and e.due_at = r.due_at and ${waits} group by r.id`,
  }[kind as 'staff.overdue']
  const [row] = await tx<Row[]>`
    select greatest(count(w.first), 1)::int as count, coalesce(min(w.first), about.due) as first, count(distinct w.holder_id)::int as agencies,
      (select name from agency where id = coalesce(min(w.holder_id), about.holder_id)) as agency, own.zone
    from (
      select r.holder_id, (e.data ->> 'due')::timestamptz as due, a.agency_id from notice n join report r on r.id = n.report_id
        join event e on e.report_id = n.report_id and e.n = n.n join account a on a.id = n.account_id
      where n.id = ${id}) about
      join agency own on own.id = about.agency_id
      left join lateral (${of}) w on true
    group by about.due, about.holder_id, own.zone`
  if (!row) return {}
  const { count, first, agencies, agency, zone } = row
  return {
    count: languages[language].reports(count),
    date: dateIn(first, language, zone),
    agency: agencies > 1 ? languages[language].agencies(agencies) : agency,
  }
}
