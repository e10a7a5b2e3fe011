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
    select report_id, move, actor, agency_id, (s ->> 'holder_id')::bigint as holder_id, at, s ? 'accused' and s ? 'holder_id' as put_out,
      case when move = 'rate' then (data ->> 'rating')::int end as rating,
      case when (s ->> 'oversight')::boolean then 'oversight' else s ->> 'class' end as kind, s ->> 'category_code' as category,
      move in ('forward', 'arbitrate', 'reclassify') and data -> 'was' ->> 'class' is not null
        and (data -> 'was' ->> 'class', coalesce(data -> 'was' ->> 'oversight', 'false')) <> (s ->> 'class', coalesce(s ->> 'oversight', 'false')) as otherwise
    from event cross join lateral (select data -> 'set' as s) l where report_id = any(${ids}::bigint[])
      and (s ? 'holder_id' or move in ('file', 'resolve', 'rate', 'reclassify', 'return'))
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

export async function keepFacts(tx: Tx, by: { shape: number; days: string }, facts: readonly Kept[]): Promise<void> {
  await tx`
    insert into figure_fact (report_id, version, shape, days, fact, next_at)
    select report_id, version, ${by.shape}, ${by.days}, fact, next_at
    from jsonb_to_recordset(${tx.json(facts as never)}) as x (report_id bigint, version int, fact jsonb, next_at timestamptz)
    on conflict (report_id) do update set version = excluded.version, shape = excluded.shape, days = excluded.days, fact = excluded.fact, next_at = excluded.next_at`
}

/** Where agencies stand in the tree. */
export type Tree = Readonly<{
  pathOf: (agencyId: number) => string
  /** From the centre down to itself. */
  above: (agencyId: number) => readonly number[]
  /** The agency itself, or what its unit is part of. */
  governmentOf: (agencyId: number) => number
}>

/** These agencies and all above them. */
export async function treeOf(tx: Tx, agencies: Iterable<number>): Promise<Tree> {
  const rows = await tx<{ id: number; path: string; kind: string }[]>`
    select id, path, kind from agency where id in (
      select up::bigint from agency a, unnest(string_to_array(trim(both '/' from a.path), '/')) up where a.id = any(${[...agencies]}::bigint[]))`
  const known = new Map(rows.map((row) => [row.id, row]))
  const pathOf = (agencyId: number) => known.get(agencyId)?.path ?? ''
  const above = (agencyId: number) => idsIn(pathOf(agencyId))
  const governmentOf = (agencyId: number) =>
    above(agencyId).findLast((id) => known.get(id)?.kind !== 'unit') ?? agencyId
  return { pathOf, above, governmentOf }
}

/** Ids from the centre down to an agency itself, of its path. */
const idsIn = (path: string): number[] => path.split('/').filter(Boolean).map(Number)
