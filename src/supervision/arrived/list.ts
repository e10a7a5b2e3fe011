import type { Tx } from '../../db/database.ts'
import { type Row, rowsOf, type Sorted } from '../../report/read/desk.ts'
import { orderOf, type Where } from '../../report/read/view.ts'
import type { Kind } from '../waiting/counts.ts'

/** The reports that a figure of a period counts: by month of arrival, and by the agency that the figure counts them for. */

export type Counted = Readonly<{
  path: string
  /** Months, both included: `2026-03`. */
  from: string
  until: string
  kind?: Kind | undefined
  category?: string | undefined
  area?: string | undefined
  /** Continue before this: `<month without a hyphen>.<id>`. */
  after?: string | undefined
}>

const pageSize = 50

export type Page = Readonly<{
  rows: readonly Row[]
  /** Counted as well, and now with somebody above whose reports are not seen from here. */
  elsewhere: number
  after: string | null
}>

export async function arrivedBelow(tx: Tx, of: Counted): Promise<Page> {
  const [month = '', id = ''] = (of.after ?? '').split('.')
  const before = month === '' ? null : `${month.slice(0, 4)}-${month.slice(4)}`
  const found = await tx<{ reportId: number; month: string }[]>`
    select * from counted_below(${of.path}, ${of.from}, ${of.until}, ${of.kind ?? null}, ${of.category ?? null}, ${of.area ?? null},
      ${before}, ${before === null ? null : Number(id)}, ${pageSize + 1})`
  const shown = found.slice(0, pageSize)
  const rows = await seen(
    tx,
    shown.map(({ reportId }) => reportId),
  )
  const last = shown.at(-1)
  return {
    rows,
    elsewhere: shown.length - rows.length,
    after: found.length > pageSize && last ? `${last.month.replace('-', '')}.${last.reportId}` : null,
  }
}

/** Through the walls, in the order in which they were found. */
async function seen(tx: Tx, ids: readonly number[]): Promise<Row[]> {
  const place = new Map(ids.map((id, n) => [id, n]))
  const where = tx`r.id = any(${[...ids]}::bigint[])` as Where
  const rows: Sorted[] = await rowsOf(tx, tx`report r` as Where, where, orderOf(tx, { view: 'below' }), null)
  return rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}
