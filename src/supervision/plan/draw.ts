import { agencyById } from '../../agency/agency.ts'
import { categories } from '../../agency/category.ts'
import type { Outcome } from '../../agency/ledger.ts'
import type { Tx } from '../../db/database.ts'
import type { Staff } from '../../person/may.ts'
import { isBelow, maySign, type PlanInput, type PlanRefusal } from './plan.ts'

/** Drawing a plan, and dropping it before it is signed. Through the actor; the walls look at the same again. */

export async function drawPlan(
  tx: Tx,
  staff: Staff,
  input: PlanInput,
  now: Date,
): Promise<Outcome<PlanRefusal, { id: number }>> {
  const refusal = maySign(staff) ? await problemOf(tx, staff, input) : 'not-found'
  if (refusal) return { ok: false, refusal }
  const { fromId, restId, routes, basis, basisOn, holdsFrom } = input
  const [made] = await tx<{ id: number }[]>`
    insert into plan (agency_id, agency_path, from_id, rest_id, basis, basis_on, holds_from, by_person, by_name, at)
    values (${staff.agencyId}, ${staff.path}, ${fromId}, ${restId}, ${basis}, ${basisOn}, ${holdsFrom}, ${staff.personId}, ${staff.name}, ${now})
    returning id`
  if (!made) throw new Error('the plan was not drawn')
  for (const { categoryCode, agencyId } of routes)
    await tx`insert into plan_route (plan_id, category_code, agency_id) values (${made.id}, ${categoryCode}, ${agencyId})`
  return { ok: true, id: made.id }
}

async function problemOf(tx: Tx, { path }: Staff, input: PlanInput): Promise<PlanRefusal | undefined> {
  const { fromId, restId, routes } = input
  const from = await agencyById(tx, fromId)
  if (!from || !isBelow(from.path, path)) return 'from-unknown'
  const takers = [...new Set([restId, ...routes.map(({ agencyId }) => agencyId)])]
  if (takers.includes(fromId)) return 'same'
  for (const taker of takers) {
    const agency = await agencyById(tx, taker)
    if (!agency?.active || !isBelow(agency.path, path)) return 'to-unknown'
  }
  const codes = routes.map(({ categoryCode }) => categoryCode)
  if (new Set(codes).size < codes.length) return 'category-twice'
  const known = new Set((await categories(tx, true)).map(({ code }) => code))
  return codes.every((code) => known.has(code)) ? undefined : 'category-unknown'
}

/** A plan that nobody signed goes; one that is signed is law. */
export async function dropPlan(tx: Tx, staff: Staff, id: number): Promise<Outcome<PlanRefusal>> {
  if (!maySign(staff)) return { ok: false, refusal: 'not-found' }
  const dropped = await tx`update plan set state = 'dropped' where id = ${id} and state = 'draft'`
  return dropped.count === 1 ? { ok: true } : { ok: false, refusal: 'already' }
}
