import type { Sql, Tx } from '../../db/database.ts'
import type { Staff } from '../../person/may.ts'
import type { Entry } from '../../report/read/history.ts'
import { listedTitle } from '../../report/read/title.ts'
import type { Class, Ending, Status } from '../../report/report.ts'

/** What an inspector looks after: every oversight complaint at the own agency and below, also what has ended, what was merged and
 *  what somebody made something else; the latest first. */

export const shelves = ['open', 'overdue', 'away', 'archived', 'ended', 'all'] as const
export type Shelf = (typeof shelves)[number]

export type Wanted = Readonly<{
  shelf: Shelf
  /** Only those that are about this agency or something below it. */
  accused?: string | undefined
  /** Goes on after this row: `<filed, in ms>.<id>`. */
  after?: string | undefined
}>

export type Inspected = Readonly<{
  id: number
  reference: string
  title: string
  status: Status
  ending: Ending | null
  class: Class | null
  oversight: boolean
  secret: boolean
  holderName: string
  accused: readonly { id: number; name: string }[]
  dueAt: Date | null
  filedAt: Date
}>

export const pageLength = 25
/** Counting ends here: what is more is said to be more. */
export const mostCounted = 1000

type Where = ReturnType<Sql>

/** At the agency and below, in the words of the index of this level. */
function reach(tx: Tx, { path, agencyId }: Pick<Staff, 'path' | 'agencyId'>): Where {
  const grave = tx`(r.oversight or r.was_oversight)` as Where
  const level = path.split('/').length - 2
  if (level === 1) return grave
  if (level === 2) return tx`${grave} and r.province_id = ${agencyId}` as Where
  if (level === 3) return tx`${grave} and r.city_id = ${agencyId}` as Where
  return tx`${grave} and r.holder_path >= ${path} and r.holder_path < ${`${path}~`}` as Where
}

function on(tx: Tx, shelf: Shelf, now: Date): Where {
  const open = tx`r.status not in ('closed', 'archived')` as Where
  const clauses: Record<Shelf, Where> = {
    open,
    overdue: tx`${open} and r.due_at < ${now}` as Where,
    away: tx`not r.oversight` as Where,
    archived: tx`r.status = 'archived'` as Where,
    ended: tx`r.status in ('closed', 'archived')` as Where,
    all: tx`true` as Where,
  }
  return clauses[shelf]
}

/** Whose path begins so, or what stands above it: whoever is accused at all of what is asked for. */
const about = (tx: Tx, accused: string | undefined): Where =>
  (accused === undefined
    ? tx``
    : tx`and exists (select from unnest(r.accused) a (of) where starts_with(a.of, ${accused}))`) as Where

function beyond(tx: Tx, after: string | undefined): Where {
  const [ms = Number.NaN, id = Number.NaN] = (after ?? '').split('.').map(Number)
  const going = Number.isSafeInteger(ms) && Number.isSafeInteger(id) && Math.abs(ms) <= 8_640_000_000_000_000
  return (going ? tx`and (r.filed_at, r.id) < (${new Date(ms)}, ${id})` : tx``) as Where
}

/** One page; `after` when there are more. */
export async function inspected(tx: Tx, staff: Staff, wanted: Wanted, now: Date) {
  const rows = await tx<Inspected[]>`
    with front as materialized (
      select r.id, r.reference, ${listedTitle(tx)}, r.status, r.ending, r.class, r.oversight, r.secret, r.holder_id, r.due_at, r.filed_at, r.accused
      from report r
      where ${reach(tx, staff)} and ${on(tx, wanted.shelf, now)} ${about(tx, wanted.accused)} ${beyond(tx, wanted.after)}
      order by r.filed_at desc, r.id desc limit ${pageLength + 1})
    select r.id, r.reference, r.title, r.status, r.ending, r.class, r.oversight, r.secret, h.name as holder_name, r.due_at, r.filed_at,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.path) from agency g where g.path = any (r.accused)), '[]') as accused
    from front r join agency h on h.id = r.holder_id order by r.filed_at desc, r.id desc`
  const shown = rows.slice(0, pageLength)
  const last = shown.at(-1)
  return { rows: shown, after: rows.length > pageLength && last ? `${last.filedAt.getTime()}.${last.id}` : undefined }
}

export type Counts = Readonly<Record<Shelf, number>>

/** How many lie on each shelf, up to one more than `mostCounted`. */
export async function countInspected(tx: Tx, staff: Staff, accused: string | undefined, now: Date): Promise<Counts> {
  const count = (shelf: Shelf) => tx`
    (select count(*)::int from (select from report r where ${reach(tx, staff)} and ${on(tx, shelf, now)} ${about(tx, accused)}
      limit ${mostCounted + 1}) few)`
  const [counts] = await tx<Counts[]>`
    select ${count('open')} as open, ${count('overdue')} as overdue, ${count('away')} as away,
      ${count('archived')} as archived, ${count('ended')} as ended, ${count('all')} as all`
  if (!counts) throw new Error('a count without a row')
  return counts
}

export type Deed = Entry & Readonly<{ reportId: number }>

/** What was done with them that an inspector asks about: given back, made something else, archived, merged, accused. */
export async function deedsOf(tx: Tx, reports: readonly number[]): Promise<ReadonlyMap<number, Deed[]>> {
  if (reports.length === 0) return new Map()
  const rows = await tx<Deed[]>`
    select e.report_id, e.n, e.move, e.actor, e.by_name, e.by_role, e.agency_id, a.name as agency_name, e.reporter_id,
      null as holder_id, h.name as holder_name, s.name as suggested_name, e.data - 'text' as data, e.at
    from event e left join agency a on a.id = e.agency_id
      left join agency h on h.id = (e.data -> 'set' ->> 'holder_id')::bigint
      left join agency s on s.id = (e.data ->> 'suggestedId')::bigint
    where e.report_id = any (${[...reports]}::bigint[]) and (e.move in ('return', 'reclassify', 'archive', 'merge', 'withdraw', 'accuse')
      or e.data -> 'was' ->> 'oversight' = 'true' and e.data -> 'set' ->> 'oversight' = 'false')
    order by e.report_id, e.n`
  return Map.groupBy(rows, ({ reportId }) => reportId)
}
