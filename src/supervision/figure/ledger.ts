import type { Tx } from '../../db/database.ts'
import type { Fact, Line, Told } from './fact.ts'

/** What counting reads and writes, for many reports at once. */

type Read = Told & { id: number; version: number }

export const reportsOf = (tx: Tx, ids: readonly number[]) => tx<Read[]>`
  select id, version, channel, class, oversight, category_code, area_code, status, ending, returns, disputes, filed_at, verified_at,
    answered_at, resolved_at, ended_at, answer_due, first_settle_due, due_at
  from report where id = any(${ids}::bigint[]) order by id`

/** The lines by which somebody got a report, and those that count by themselves. */
export async function linesOf(tx: Tx, ids: readonly number[]): Promise<Map<number, Line[]>> {
  const rows = await tx<(Line & { reportId: number })[]>`
    select report_id, move, actor, agency_id, (data -> 'set' ->> 'holder_id')::bigint as holder_id,
      case when move = 'rate' then (data ->> 'rating')::int end as rating
    from event where report_id = any(${ids}::bigint[])
      and (data -> 'set' ? 'holder_id' or move in ('file', 'resolve', 'rate', 'reclassify', 'return'))
    order by report_id, n`
  return Map.groupBy(rows, ({ reportId }) => reportId)
}

/** What these counted for until now. */
export async function factsOf(tx: Tx, ids: readonly number[]): Promise<Map<number, Fact>> {
  const rows = await tx<{ reportId: number; fact: Fact }[]>`
    select report_id, fact from figure_fact where report_id = any(${ids}::bigint[])`
  return new Map(rows.map(({ reportId, fact }) => [reportId, fact]))
}

export type Kept = Readonly<{ report_id: number; version: number; fact: Fact; next_at: Date | null }>

export async function keepFacts(tx: Tx, shape: number, facts: readonly Kept[]): Promise<void> {
  await tx`
    insert into figure_fact (report_id, version, shape, fact, next_at)
    select report_id, version, ${shape}, fact, next_at
    from jsonb_to_recordset(${tx.json(facts as never)}) as x (report_id bigint, version int, fact jsonb, next_at timestamptz)
    on conflict (report_id) do update set version = excluded.version, shape = excluded.shape, fact = excluded.fact, next_at = excluded.next_at`
}

/** Paths by agency, for these and all above them. */
export async function pathsOf(tx: Tx, agencies: Iterable<number>): Promise<Map<number, string>> {
  const rows = await tx<{ path: string }[]>`select path from agency where id = any(${[...agencies]}::bigint[])`
  const found = new Map<number, string>()
  for (const { path } of rows) {
    const parts = path.split('/').filter(Boolean)
    for (const [i, id] of parts.entries()) found.set(Number(id), `/${parts.slice(0, i + 1).join('/')}/`)
  }
  return found
}
