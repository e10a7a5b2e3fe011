import type { Tx } from '../../db/database.ts'
import type { Staff } from '../../person/may.ts'
import type { Channel, Class, Ending, Status } from '../report.ts'
import { found } from '../search/find.ts'
import { listedTitle } from './title.ts'
import {
  type Filter,
  instructedUntil,
  inView,
  narrowed,
  type Order,
  orderOf,
  type View,
  viewsOf,
  type Where,
} from './view.ts'

/** The desk: what waits for one agency or person. Keyset-paged by due date; every view walks an index. */

export type Row = Readonly<{
  id: number
  reference: string
  title: string
  status: Status
  ending: Ending | null
  class: Class | null
  oversight: boolean
  anonymous: boolean
  secret: boolean
  channel: Channel
  returns: number
  disputes: number
  reporters: number
  version: number
  holderName: string
  areaName: string | null
  dueAt: Date | null
  filedAt: Date
  /** Until when a supervisor's instruction is to be answered; null when none is open. */
  instructedUntil: Date | null
}>

export const pageSize = 50

/** A plan for the very words that are looked for misjudges the walls and reads everything; the one plan for all words walks
 *  the index in the order of the page. Holds for the rest of the transaction. */
export const onePlan = (tx: Tx) => tx`set local plan_cache_mode = force_generic_plan`.execute()

const columns = [
  'id', 'reference', 'title', 'edited_title', 'status', 'ending', 'class', 'oversight', 'anonymous', 'secret', 'channel', 'returns', 'disputes',
  'reporters', 'version', 'holder_id', 'holder_path', 'province_id', 'city_id', 'officer_id', 'area_code', 'due_at', 'filed_at', 'ended_at',
] // biome-ignore format: a list

/** What was chosen is looked up by its key: no plan goes through the whole view for it. */
export const oneByOne = (tx: Tx, chosen: readonly number[]) =>
  tx`
  unnest(${chosen}::bigint[]) chosen (id) cross join lateral (select ${tx(columns)} from report where id = chosen.id offset 0) r` as Where

export type Sorted = Row & { sortAt: Date | null }

export async function rowsOf(tx: Tx, from: Where, where: Where, { column, order }: Order, most: number | null) {
  return tx<Sorted[]>`
    select r.id, r.reference, ${listedTitle(tx)}, r.status, r.ending, r.class, r.oversight, r.anonymous,
      r.secret, r.channel, r.returns, r.disputes, r.reporters, r.version, h.short_name as holder_name, w.name as area_name,
      r.due_at, r.filed_at, ${column} as sort_at, ${instructedUntil(tx)} as instructed_until
    from ${from} join agency h on h.id = r.holder_id left join area w on w.code = r.area_code
    where ${where}
    order by ${order}
    limit ${most}`
}

/** What a supervisor wants to know: all of it stands above the first page of an agency's own queue, in whatever state the report is,
 *  and not among the others. Asked at once with them. */
async function instructed(tx: Tx, staff: Staff, filter: Filter): Promise<Sorted[]> {
  if (filter.after !== undefined) return []
  const where = tx`${inView(tx, staff, 'instructions')} ${narrowed(tx, filter)}` as Where
  return rowsOf(tx, tx`report r` as Where, where, orderOf(tx, { view: 'instructions' }), null)
}

const notInstructed = (tx: Tx, { agencyId }: Staff) =>
  tx`
  and r.id <> all(array(select report_id from instruction where agency_id = ${agencyId} and answered_at is null))` as Where

/** One page of a view, nearest due date first (ended ones: latest first; or the newest first). Reads one row more than it shows. */
export async function desk(tx: Tx, staff: Staff, filter: Filter): Promise<{ rows: Row[]; after: string | null }> {
  const order = orderOf(tx, filter)
  const steady = onePlan(tx)
  steady.catch(() => {})
  const chosen = filter.search === undefined ? undefined : await found(tx, staff, filter, pageSize + 1)
  if (chosen?.length === 0) return { rows: [], after: null }
  const apart = filter.view === 'queue' && chosen === undefined
  const from = (chosen ? oneByOne(tx, chosen) : tx`report r`) as Where
  const where = tx`
    ${inView(tx, staff, filter.view)} ${narrowed(tx, filter)} ${order.after} ${apart ? notInstructed(tx, staff) : (tx`` as Where)}` as Where
  const [top, rows] = await Promise.all([
    apart ? instructed(tx, staff, filter) : [],
    rowsOf(tx, from, where, order, pageSize + 1),
  ])
  await steady
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  const shown = [...top, ...rows.slice(0, pageSize)]
  return { rows: shown, after: last ? `${last.sortAt?.getTime() ?? 0}.${last.id}` : null }
}

/** How many wait in each view; counted up to 100, which is shown as "99+": no count grows with the table. */
export async function counts(tx: Tx, staff: Staff): Promise<Partial<Record<View, number>>> {
  const counted = viewsOf(staff).filter((view) => view !== 'ended' && view !== 'below')
  const results = await Promise.all(
    counted.map(
      (view) => tx<{ n: number }[]>`
      select count(*)::int as n from (select from report r where ${inView(tx, staff, view)} limit 100) few`,
    ),
  )
  return Object.fromEntries(counted.map((view, i) => [view, results[i]?.[0]?.n ?? 0]))
}
