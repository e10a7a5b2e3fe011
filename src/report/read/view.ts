import type { Sql, Tx } from '../../db/database.ts'
import type { Staff } from '../../person/may.ts'
import { has } from '../../person/may.ts'
import { type Channel, type Class, returnsBeforeArbitration } from '../report.ts'

/** The views of a desk: what is in each, how it is narrowed and in which order it is read. Every view walks an index. */

export const views = [
  'queue',
  'mine',
  'drafts',
  'instructions',
  'returned',
  'incomplete',
  'resolved',
  'assisting',
  'extensions',
  'authority',
  'escalated',
  'below',
  'ended',
] as const
export type View = (typeof views)[number]

export type Filter = Readonly<{
  view: View
  /** Words of the title or text, the last of them perhaps only begun. */
  search?: string | undefined
  class?: Class | undefined
  oversight?: boolean | undefined
  secret?: boolean | undefined
  channel?: Channel | undefined
  /** What was filed last comes first, instead of what is due first. Only the views that are `sortable`. */
  newest?: boolean | undefined
  /** Continue after this row: `<what it is ordered by, in ms>.<id>`. */
  after?: string | undefined
}>

/** Views with an index for another order than that of their due dates. */
export const sortable: readonly View[] = ['queue', 'below']

export type Where = ReturnType<Sql>

/** Which views a person has. */
export function viewsOf(staff: Staff): View[] {
  const operator = has(staff, 'operator')
  return views.filter((view) => {
    if (view === 'mine') return has(staff, 'officer')
    if (view === 'drafts') return has(staff, 'liaison')
    if (view === 'extensions') return operator
    if (view === 'authority') return has(staff, 'arbiter')
    if (view === 'escalated') return has(staff, 'operator', 'supervisor')
    if (view === 'below') return has(staff, 'operator', 'supervisor', 'inspector')
    if (view === 'assisting') return has(staff, 'officer', 'liaison')
    if (view === 'incomplete') return operator
    return has(staff, 'operator', 'liaison', 'officer', 'supervisor')
  })
}

/** What is in a view. */
export function inView(tx: Tx, staff: Staff, view: View): Where {
  const own = tx`r.holder_id = ${staff.agencyId}` as Where
  const open = tx`r.status not in ('closed', 'archived')` as Where
  const below = belowClause(tx, staff)
  const clauses: Record<View, Where> = {
    queue: tx`${own} and ${open} and r.status in ('received', 'assigned', 'in_progress')` as Where,
    mine: tx`r.officer_id = ${staff.personId} and ${open}` as Where,
    drafts:
      tx`${own} and ${open} and r.id in (select report_id from draft d where d.agency_id = ${staff.agencyId} and d.state = 'waiting')` as Where,
    instructions:
      tx`${own} and ${open} and r.id in (select report_id from instruction i where i.agency_id = ${staff.agencyId} and i.answered_at is null)` as Where,
    returned: tx`${own} and ${open} and r.status = 'received' and r.returns > 0` as Where,
    incomplete: tx`${own} and ${open} and r.status = 'incomplete'` as Where,
    resolved: tx`${own} and ${open} and r.status = 'resolved'` as Where,
    assisting:
      tx`${open} and r.id in (select report_id from assignment a where a.agency_id = ${staff.agencyId} and not a.lead and a.ended_at is null)` as Where,
    extensions:
      tx`${below} and ${open} and r.id in (select report_id from extension x where x.decided_at is null)` as Where,
    authority: tx`r.status = 'received' and r.returns >= ${returnsBeforeArbitration}` as Where,
    escalated: tx`${below} and ${open} and ${risen(tx, staff)}` as Where,
    below: tx`${below} and ${open}` as Where,
    ended: tx`${own} and r.status in ('closed', 'archived')` as Where,
  }
  return clauses[view]
}

/** Missed promises that rose to this agency, for the day that still stands. Asked row by row, the longest due first, and nothing is
 *  walked beyond the last of them: what rose once and was answered since is never read. */
const risen = (tx: Tx, { agencyId }: Staff): Where =>
  tx`
  r.due_at <= (select max(due_at) from escalation where agency_id = ${agencyId}) and exists (
    select from escalation e where e.report_id = r.id and e.due_at = r.due_at and e.agency_id = ${agencyId} offset 0)` as Where

/** Strictly below an agency, in the words of the index that keeps it in the order of the desk: one for each of the upper levels. */
function belowClause(tx: Tx, { path, agencyId }: Staff): Where {
  const others = tx`r.holder_id <> ${agencyId}` as Where
  const level = path.split('/').length - 2
  if (level === 1) return tx`r.province_id is not null and ${others}` as Where
  if (level === 2) return tx`r.province_id = ${agencyId} and ${others}` as Where
  if (level === 3) return tx`r.city_id = ${agencyId} and ${others}` as Where
  return tx`r.holder_path > ${path} and r.holder_path < ${`${path}~`}` as Where
}

/** Words of secret reports are not searched: whoever tries words would read them without leaving a line. */
export function narrowed(tx: Tx, { class: kind, oversight, secret, channel, search }: Filter): Where {
  return tx`
    ${kind ? tx`and r.class = ${kind}` : tx``} ${oversight ? tx`and r.oversight` : tx``} ${secret ? tx`and r.secret` : tx``}
    ${channel ? tx`and r.channel = ${channel}` : tx``}
    ${search === undefined ? tx`` : tx`and not r.secret`}` as Where
}

/** By when the first instruction of a report that waits is to be answered. */
export const instructedUntil = (tx: Tx): Where =>
  tx`(select min(i.due_at) from instruction i where i.report_id = r.id and i.answered_at is null)` as Where

export type Order = { column: Where; order: Where; after: Where }

/** How a view is ordered, and what comes after the row that `filter.after` names. */
export function orderOf(tx: Tx, { view, newest, after: mark }: Filter): Order {
  const [ms = Number.NaN, id = Number.NaN] = (mark ?? '').split('.').map(Number)
  const going = Number.isSafeInteger(ms) && Number.isSafeInteger(id)
  const by = (column: Where, way: Where, beyond: Where): Order => ({
    column,
    order: tx`${column} ${way}, r.id ${way}` as Where,
    after: (going ? tx`and (${column}, r.id) ${beyond} (${new Date(ms)}, ${id})` : tx``) as Where,
  })
  const last = (column: Where) => by(column, tx`desc` as Where, tx`<` as Where)
  if (view === 'ended') return last(tx`r.ended_at` as Where)
  if (view === 'instructions') return by(instructedUntil(tx), tx`asc` as Where, tx`>` as Where)
  if (newest && sortable.includes(view)) return last(tx`r.filed_at` as Where)
  return by(tx`r.due_at` as Where, tx`asc` as Where, tx`>` as Where)
}
