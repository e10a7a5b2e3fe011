import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'
import { actorOf, type Staff } from '../person/may.ts'
import { type TableRow, tableOf } from '../report/read/table.ts'
import { inView, narrowed } from '../report/read/view.ts'
import type { List } from './export.ts'
import type { Cell } from './sheet.ts'

/** What stands in a table, read as the person who asked for it, a page at a time: the walls decide at every page anew. */

/** How a report becomes a row, in the language of whoever reads it. */
export type Wording = Readonly<{ head: readonly string[]; row: (row: TableRow) => readonly Cell[] }>

const pageSize = 500

/** How many rows there are now; not known before they are read where words are looked for. */
export async function countOf(db: Db, staff: Staff, { filter }: List): Promise<number | null> {
  if (filter.search !== undefined) return null
  return withActor(db, actorOf(staff), async (tx) => {
    const [row] = await tx<{ n: number }[]>`
      select count(*)::int as n from report r where ${inView(tx, staff, filter.view)} ${narrowed(tx, filter)}`
    return row?.n ?? 0
  })
}

/** @param still asked before each page: who the person is now, or nobody when it is to end. */
export async function* pagesOf(
  db: Db,
  { filter }: List,
  wording: Wording,
  still: (rows: number) => Promise<Staff | undefined>,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  let after: string | undefined
  for (let written = 0; ; ) {
    const staff = await still(written)
    if (!staff) throw new Stopped()
    const page = await withActor(db, actorOf(staff), (tx) => tableOf(tx, staff, { ...filter, after }, pageSize))
    written += page.rows.length
    yield page.rows.map(wording.row)
    if (page.after === null) return
    after = page.after
  }
}

/** Somebody cancelled it, or may not read any more. */
export class Stopped extends Error {}
