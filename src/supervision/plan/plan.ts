import { z } from 'zod'
import { has, type Staff } from '../../person/may.ts'
import { day, words } from '../../report/input.ts'

/** A plan that moves the open work of one agency to others: what it says, and who may draw one. Pure. */

export type PlanState = 'draft' | 'signed' | 'done' | 'dropped'
export type Plan = Readonly<{
  id: number
  agencyId: number
  agencyPath: string
  fromId: number
  fromName: string
  restId: number
  restName: string
  basis: string
  /** Calendar days, YYYY-MM-DD. */
  basisOn: string
  holdsFrom: string
  state: PlanState
  byName: string
  at: Date
  signedName: string | null
  signedAt: Date | null
  /** How many were to move when it was signed; others may have come since. */
  expected: number | null
  doneAt: Date | null
}>

/** A category, with all that belongs to it, goes elsewhere than the rest. */
export type Route = Readonly<{ categoryCode: string; agencyId: number }>

const id = z.coerce.number('staff.agency.empty').int().positive('staff.agency.empty').max(Number.MAX_SAFE_INTEGER)

export const planInput = z.object({
  fromId: id,
  restId: id,
  routes: z.array(z.object({ categoryCode: z.string(), agencyId: id })).max(40),
  basis: words(300, 'reason.empty').pipe(z.string().min(2, 'reason.empty')),
  basisOn: day,
  holdsFrom: day,
})
export type PlanInput = z.output<typeof planInput>

/** Why a report cannot go where the plan sends it; see `plan_work`. */
export const obstacles = ['closed', 'addressed', 'moved'] as const
export type Obstacle = (typeof obstacles)[number]

export type PlanRefusal =
  | 'not-found'
  | 'from-unknown'
  | 'to-unknown'
  | 'same'
  | 'category-unknown'
  | 'category-twice'
  | 'changed'
  | 'already'
  | 'nothing'
  | 'another'

/** Administrators and supervisors of an agency that others stand below. */
export const maySign = (staff: Staff) => has(staff, 'administrator', 'supervisor') && staff.agencyKind !== 'unit'

/** Stands strictly below: whoever draws a plan coordinates all agencies of it, and is none of them. */
export const isBelow = (path: string, above: string) => path.startsWith(above) && path !== above
