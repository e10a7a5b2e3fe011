import type { Tx } from '../../db/database.ts'
import type { Status } from '../../report/report.ts'
import type { Obstacle, Plan, Route } from './plan.ts'

/** Plans, and what each would move: counted, listed, and told apart from what it was. Through the actor. */

export const planPage = 50

const columns = (tx: Tx) => tx`
  p.id, p.agency_id, p.agency_path, p.from_id, f.name as from_name, p.rest_id, t.name as rest_name, p.basis,
  p.basis_on::text as basis_on, p.holds_from::text as holds_from, p.state, p.by_name, p.at, p.signed_name, p.signed_at, p.expected, p.done_at`
const names = (tx: Tx) => tx`join agency f on f.id = p.from_id join agency t on t.id = p.rest_id`

/** The newest first; continues before the plan `before`. */
export const plans = (tx: Tx, path: string, before = Number.MAX_SAFE_INTEGER) =>
  tx<Plan[]>`
    select ${columns(tx)} from plan p ${names(tx)}
    where starts_with(p.agency_path, ${path}) and p.id < ${before} order by p.id desc limit ${planPage + 1}`

export async function planById(tx: Tx, path: string, id: number): Promise<Plan | undefined> {
  const [plan] = await tx<Plan[]>`
    select ${columns(tx)} from plan p ${names(tx)} where p.id = ${id} and starts_with(p.agency_path, ${path})`
  return plan
}

export type NamedRoute = Route & Readonly<{ agencyName: string; nameId: string; nameEn: string }>

export const routesOf = (tx: Tx, id: number) =>
  tx<NamedRoute[]>`
    select o.category_code, o.agency_id, g.name as agency_name, c.name_id, c.name_en
    from plan_route o join agency g on g.id = o.agency_id join category c on c.code = o.category_code
    where o.plan_id = ${id} order by c.name_id`

/** How many go where: with all work that is held, and where the agency only helps. */
export type Going = Readonly<{ agencyId: number; agencyName: string; held: number; helped: number }>
export type Stuck = Readonly<{ refusal: Obstacle; n: number }>
export type Preview = Readonly<{ digest: string; movable: number; going: Going[]; stuck: Stuck[] }>

/** The digest changes when another report is to go, one less, or one of them elsewhere; not when somebody only writes on one. */
export async function previewOf(tx: Tx, id: number): Promise<Preview> {
  const [row] = await tx<(Omit<Preview, 'going' | 'stuck'> & { going: Going[] | null; stuck: Stuck[] | null })[]>`
    with w as materialized (select * from plan_work(${id}))
    select (select encode(sha256(convert_to(coalesce(string_agg(format('%s:%s:%s:%s', report_id, held, agency_id, refusal), ','
          order by report_id, held), ''), 'UTF8')), 'hex') from w) as digest,
      (select count(*)::int from w where refusal is null) as movable,
      (select jsonb_agg(jsonb_build_object('agencyId', x.agency_id, 'agencyName', g.name, 'held', x.held, 'helped', x.helped) order by g.name)
        from (select agency_id, count(*) filter (where held) as held, count(*) filter (where not held) as helped
          from w where refusal is null group by agency_id) x join agency g on g.id = x.agency_id) as going,
      (select jsonb_agg(jsonb_build_object('refusal', refusal, 'n', n) order by refusal)
        from (select refusal, count(*) as n from w where refusal is not null group by refusal) x) as stuck`
  return { digest: row?.digest ?? '', movable: row?.movable ?? 0, going: row?.going ?? [], stuck: row?.stuck ?? [] }
}

export type Listed = Readonly<{
  reportId: number
  reference: string
  status: Status
  held: boolean
  agencyName: string
  refusal: Obstacle | null
}>

/** One page of what would move, in the order in which it will; one more when there are others. */
export const listOf = (tx: Tx, id: number, after: number) =>
  tx<Listed[]>`
    select w.report_id, w.reference, w.status, w.held, g.name as agency_name, w.refusal
    from plan_work(${id}) w join agency g on g.id = w.agency_id
    where w.report_id > ${after} order by w.report_id, w.held limit ${planPage + 1}`

export async function movedBy(tx: Tx, id: number): Promise<number> {
  const [row] = await tx<{ n: number }[]>`select count(*)::int as n from plan_item where plan_id = ${id}`
  return row?.n ?? 0
}
