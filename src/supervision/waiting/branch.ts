import { type Agency, agencyById, ancestorsOf } from '../../agency/agency.ts'
import type { Tx } from '../../db/database.ts'
import { has, type Staff } from '../../person/may.ts'

/** Who looks after others, and which agency of theirs they look at. */

/** Supervisors of any agency; who operates or arbitrates a government, or where others lie below, reads the same. */
export async function supervises(tx: Tx, staff: Staff): Promise<boolean> {
  if (has(staff, 'supervisor')) return true
  if (!has(staff, 'operator', 'arbiter')) return false
  if (staff.agencyKind !== 'unit') return true
  const [below] = await tx`select from agency where parent_id = ${staff.agencyId} and active limit 1`
  return below !== undefined
}

/** An agency with the way to it, from that of whoever looks. */
export type Branch = Readonly<{ agency: Agency; above: readonly Agency[] }>

/** The own agency, or one below; for every other there is none. */
export async function branchOf(tx: Tx, staff: Staff, id = staff.agencyId): Promise<Branch | undefined> {
  const agency = await agencyById(tx, id)
  if (!agency?.path.startsWith(staff.path)) return undefined
  const above = agency.id === staff.agencyId ? [] : await ancestorsOf(tx, agency.path)
  return { agency, above: above.filter(({ path }) => path.startsWith(staff.path)) }
}
