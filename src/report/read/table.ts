import type { Tx } from '../../db/database.ts'
import type { Staff } from '../../person/may.ts'
import type { Report } from '../report.ts'
import { found } from '../search/find.ts'
import { oneByOne, onePlan } from './desk.ts'
import { listedTitle } from './title.ts'
import { type Filter, inView, narrowed, orderOf, type Where } from './view.ts'

/** A list of the desk as a table to take away: more columns than on the page, no words of reporters and no names of theirs. */

export type TableRow = Pick<
  Report,
  'id' | 'reference' | 'status' | 'ending' | 'class' | 'oversight' | 'secret' | 'channel' | 'filedAt' | 'verifiedAt' | 'answeredAt' | 'dueAt' | 'settleDue' | 'endedAt' | 'returns' | 'disputes' | 'reporters'
> & // biome-ignore format: a list
  Readonly<{
    /** Empty when the report is secret. */
    title: string
    categoryId: string | null
    categoryEn: string | null
    areaName: string | null
    holderName: string
  }>

/** The next `size` rows of a view in its order. @returns with them the mark for `filter.after`, null at the end. */
export async function tableOf(
  tx: Tx,
  staff: Staff,
  filter: Filter,
  size: number,
): Promise<{ rows: TableRow[]; after: string | null }> {
  const { column, order, after } = orderOf(tx, filter)
  const steady = onePlan(tx)
  steady.catch(() => {})
  const chosen = filter.search === undefined ? undefined : await found(tx, staff, filter, size + 1)
  if (chosen?.length === 0) return { rows: [], after: null }
  const from = (chosen ? oneByOne(tx, chosen) : tx`report r`) as Where
  const rows = await tx<(TableRow & { sortAt: Date | null })[]>`
    with page as materialized (
      select r.id, ${column} as sort_at, row_number() over (order by ${order}) as place from ${from}
      where ${inView(tx, staff, filter.view)} ${narrowed(tx, filter)} ${after} order by ${order} limit ${size + 1})
    select r.id, r.reference, ${listedTitle(tx)}, r.status, r.ending, r.class, r.oversight, r.secret, r.channel,
      c.name_id as category_id, c.name_en as category_en, w.name as area_name, h.name as holder_name, r.filed_at, r.verified_at,
      r.answered_at, r.due_at, r.settle_due, r.ended_at, r.returns, r.disputes, r.reporters, page.sort_at
    from page join report r on r.id = page.id join agency h on h.id = r.holder_id
      left join category c on c.code = r.category_code left join area w on w.code = r.area_code
    order by page.place`
  await steady
  const last = rows.length > size ? rows[size - 1] : undefined
  return { rows: rows.slice(0, size), after: last ? `${last.sortAt?.getTime() ?? 0}.${last.id}` : null }
}
