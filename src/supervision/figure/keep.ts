import { isDeepStrictEqual } from 'node:util'
import { type RuleBook, rulesFor } from '../../agency/rulebook.ts'
import type { Calendar } from '../../agency/working-days.ts'
import { withActor } from '../../db/actor.ts'
import type { Db, Tx } from '../../db/database.ts'
import { addTo, agenciesOf, type Cells, idsIn, rowsOf } from './cells.ts'
import { type Fact, factOf } from './fact.ts'
import { factsOf, type Kept, keepFacts, linesOf, pathsOf, reportsOf } from './ledger.ts'

/** Keeps the figures: what a report counted for is taken out and what it counts for now is put in, in one transaction, for many
 *  reports at once. One works at a time; what is killed has changed nothing. */

export type Keeping = Readonly<{ db: Db; rules: () => Promise<RuleBook> }>

/** Grows when the rules of counting change: then everything is counted anew. */
export const shape = 1
const atOnce = 1000
const oneAtATime = 5_310_053

/** Reports that have moved. Called by the background, for all that moved lately. */
export async function markMoved(db: Db, ids: readonly number[]): Promise<void> {
  await withActor(db, { kind: 'system' }, (tx) => mark(tx, ids))
}

const mark = async (tx: Tx, ids: readonly number[]) =>
  void (await tx`insert into figure_due select distinct unnest(${ids}::bigint[]) on conflict do nothing`)

/** Counts what has moved and what has fallen due. @returns how many reports were looked at. */
export async function keepFigures({ db, rules }: Keeping, now: Date, most = 100_000): Promise<number> {
  const { calendar } = rulesFor(await rules(), null)
  await markFirst(db)
  let all = 0
  for (let done = atOnce; done === atOnce && all < most; all += done)
    done = await withActor(db, { kind: 'system' }, (tx) => keepSome(tx, calendar, now))
  return all
}

async function keepSome(tx: Tx, calendar: Calendar, now: Date): Promise<number> {
  await tx`select pg_advisory_xact_lock(${oneAtATime})`
  const due = await tx<{ reportId: number }[]>`
    (select report_id from figure_due order by report_id limit ${atOnce})
    union (select report_id from figure_fact where next_at <= ${now} order by next_at limit ${atOnce}) limit ${atOnce}`
  if (due.length === 0) return 0
  const ids = due.map(({ reportId }) => reportId)
  const [reports, lines, before] = await Promise.all([reportsOf(tx, ids), linesOf(tx, ids), factsOf(tx, ids)])
  const kept = reports.map((report): Kept => {
    const { fact, nextAt } = factOf(report, lines.get(report.id) ?? [], calendar, now)
    return { report_id: report.id, version: report.version, fact, next_at: nextAt }
  })
  await replace(tx, kept, before)
  await keepFacts(tx, shape, kept)
  await tx`delete from figure_due where report_id = any(${ids}::bigint[])`
  return ids.length
}

async function replace(tx: Tx, kept: readonly Kept[], before: ReadonlyMap<number, Fact>): Promise<void> {
  const changed = kept.filter(({ report_id, fact }) => !isDeepStrictEqual(before.get(report_id), fact))
  const facts = changed.flatMap(({ report_id, fact }) => [fact, before.get(report_id) ?? fact])
  const paths = await pathsOf(tx, new Set(facts.flatMap(agenciesOf)))
  const pathOf = (agencyId: number) => paths.get(agencyId) ?? ''
  const above = (agencyId: number) => idsIn(pathOf(agencyId))
  const cells: Cells = new Map()
  for (const { report_id, fact } of changed) {
    const was = before.get(report_id)
    if (was) addTo(cells, was, -1, above)
    addTo(cells, fact, 1, above)
  }
  const rows = rowsOf(cells, pathOf)
  if (rows.length > 0) await tx`select add_figures(${tx.json(rows as never)})`
}

/** Where nothing was ever counted, everything is to be: what was there before there were figures, and the stories of a new house,
 *  which nobody is told of. */
async function markFirst(db: Db): Promise<void> {
  const counted = await db.worker`select from figure_fact limit 1`
  if (counted.length === 0) await markMissed(db)
}

/** Marks what a pass over all reports finds that was never counted as it is now; when the rules have changed, everything.
 *  @returns how many were marked. */
export async function markMissed(db: Db, page = 5000): Promise<number> {
  await withActor(db, { kind: 'system' }, forgetOld)
  let marked = 0
  for (let after: number | null = 0; after !== null; ) {
    const { last, changed } = await nextPage(db, after, page)
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

function nextPage(db: Db, after: number, page: number): Promise<{ last: number | null; changed: number }> {
  return withActor(db, { kind: 'system' }, async (tx) => {
    const [row] = await tx<{ last: number | null; ids: number[] | null }[]>`
      select max(r.id) as last, array_agg(r.id) filter (where f.version is distinct from r.version) as ids
      from (select id, version from report where id > ${after} order by id limit ${page}) r left join figure_fact f on f.report_id = r.id`
    if (row?.ids) await mark(tx, row.ids)
    return { last: row?.last ?? null, changed: row?.ids?.length ?? 0 }
  })
}
