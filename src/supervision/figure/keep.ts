import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { type RuleBook, rulesFor } from '../../agency/rulebook.ts'
import type { Calendar } from '../../agency/working-days.ts'
import { withActor } from '../../db/actor.ts'
import type { Db, Tx } from '../../db/database.ts'
import { addTo, type Cells, rowsOf } from './cells.ts'
import { type Fact, factOf } from './fact.ts'
import { factsOf, type Kept, keepFacts, linesOf, reportsOf, type Tree, treeOf } from './ledger.ts'

/** Keeps the figures: what a report counted for is taken out and what it counts for now is put in, in one transaction, for many
 *  reports at once. One works at a time; what is killed has changed nothing. */

export type Keeping = Readonly<{ db: Db; rules: () => Promise<RuleBook> }>

/** Grows when the rules of counting change: then everything is counted anew. */
export const shape = 2
/** Reports in one transaction. */
const handful = 2000
/** Sums in one statement, which has ten seconds, on a busy machine as well. */
const atATime = 2000
const oneAtATime = 5_310_053

/** Reports that have moved. Called by the background, for all that moved lately. */
export async function markMoved(db: Db, ids: readonly number[]): Promise<void> {
  await withActor(db, { kind: 'system' }, (tx) => mark(tx, ids))
}

const mark = async (tx: Tx, ids: readonly number[]) =>
  void (await tx`insert into figure_due (report_id) select distinct unnest(${ids}::bigint[])`)

/** Counts what has moved and what has fallen due, unless somebody else counts. @returns how many reports were looked at. */
export async function keepFigures(keeping: Keeping, now: Date, most = 100_000, atOnce = handful): Promise<number> {
  const { db, rules } = keeping
  const { calendar } = rulesFor(await rules(), null)
  await markFirst(keeping)
  let all = 0
  for (let done = 1; done > 0 && all < most; all += done)
    done = await withActor(db, { kind: 'system' }, (tx) => keepSome(tx, calendar, now, atOnce))
  return all
}

/** The marks go before the reports are read: what moves after that is marked once more. */
async function keepSome(tx: Tx, calendar: Calendar, now: Date, atOnce: number): Promise<number> {
  const [lock] = await tx<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(${oneAtATime}) as mine`
  if (!lock?.mine) return 0
  const due = await tx<{ reportId: number }[]>`
    with marked as (
      delete from figure_due where id in (select id from figure_due order by id limit ${atOnce}) returning report_id)
    select report_id from marked
    union (select report_id from figure_fact where next_at <= ${now} order by next_at limit ${atOnce})`
  if (due.length === 0) return 0
  await count(
    tx,
    due.map(({ reportId }) => reportId),
    calendar,
    now,
  )
  return due.length
}

async function count(tx: Tx, ids: readonly number[], calendar: Calendar, now: Date): Promise<void> {
  const [reports, lines, before] = await Promise.all([reportsOf(tx, ids), linesOf(tx, ids), factsOf(tx, ids)])
  const named = [...lines.values()].flat().flatMap(({ agencyId, holderId }) => [agencyId ?? 0, holderId ?? 0])
  const tree = await treeOf(tx, new Set(named))
  const kept = reports.map((report): Kept => {
    const { fact, nextAt } = factOf(report, lines.get(report.id) ?? [], tree.governmentOf, calendar, now)
    return { report_id: report.id, version: report.version, fact, next_at: nextAt }
  })
  await replace(tx, kept, before, tree)
  await keepFacts(tx, { shape, days: markOf(calendar) }, kept)
}

async function replace(tx: Tx, kept: readonly Kept[], before: ReadonlyMap<number, Fact>, tree: Tree): Promise<void> {
  const cells: Cells = new Map()
  for (const { report_id, fact } of kept) {
    const was = before.get(report_id)
    if (isDeepStrictEqual(was, fact)) continue
    if (was) addTo(cells, was, -1, tree.above)
    addTo(cells, fact, 1, tree.above)
  }
  const rows = rowsOf(cells, tree.pathOf)
  for (let at = 0; at < rows.length; at += atATime)
    await tx`select add_figures(${tx.json(rows.slice(at, at + atATime) as never)})`
}

/** Where nothing was ever counted, everything is to be: what was there before there were figures, and the stories of a new house,
 *  which nobody is told of. */
async function markFirst(keeping: Keeping): Promise<void> {
  const counted = await keeping.db.worker`select from figure_fact limit 1`
  if (counted.length === 0) await markMissed(keeping)
}

/** The working days that hours were counted by: a holiday announced late counts what has ended anew. */
const markOf = (calendar: Calendar) =>
  createHash('sha256')
    .update([...calendar].sort().join())
    .digest('hex')
    .slice(0, 16)

/** Marks what a pass over all reports finds that was never counted as it is now; when the rules have changed, everything.
 *  @returns how many were marked. */
export async function markMissed({ db, rules }: Keeping, page = 5000): Promise<number> {
  await withActor(db, { kind: 'system' }, forgetOld)
  const days = markOf(rulesFor(await rules(), null).calendar)
  let marked = 0
  for (let after: number | null = 0; after !== null; ) {
    const { last, changed } = await nextPage(db, after, page, days)
    marked += changed
    after = last
  }
  return marked
}

/** Sums by other rules than today's cannot be taken out one by one. */
async function forgetOld(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(${oneAtATime})`
  const old = await tx`select from figure_fact where shape <> ${shape} limit 1`
  if (old.length === 0) return
  await tx`delete from figure_cell`
  await tx`delete from figure_fact`
}

function nextPage(
  db: Db,
  after: number,
  page: number,
  days: string,
): Promise<{ last: number | null; changed: number }> {
  return withActor(db, { kind: 'system' }, async (tx) => {
    const [row] = await tx<{ last: number | null; ids: number[] | null }[]>`
      select max(r.id) as last, array_agg(r.id) filter (where (f.version, f.days) is distinct from (r.version, ${days})) as ids
      from (select id, version from report where id > ${after} order by id limit ${page}) r left join figure_fact f on f.report_id = r.id`
    if (row?.ids) await mark(tx, row.ids)
    return { last: row?.last ?? null, changed: row?.ids?.length ?? 0 }
  })
}
