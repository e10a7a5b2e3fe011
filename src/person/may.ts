import type { Zone } from '../agency/working-days.ts'
import type { Actor } from '../db/actor.ts'

/** What a role may see and do, before any query runs. Pure. */

export const roles = ['operator', 'liaison', 'officer', 'inspector', 'supervisor', 'administrator', 'arbiter'] as const
export type Role = (typeof roles)[number]

/** Somebody who is signed in. */
export type Staff = Readonly<{
  personId: number
  name: string
  username: string
  agencyId: number
  agencyName: string
  agencyKind: string
  /** Path of the agency, e.g. `/1/35/3572/`. */
  path: string
  zone: Zone
  roles: readonly Role[]
  language: 'id' | 'en'
  mustChange: boolean
}>

const readers: readonly Role[] = ['operator', 'liaison', 'officer', 'supervisor', 'arbiter']
const readersBelow: readonly Role[] = ['operator', 'supervisor', 'arbiter']

export const has = (staff: Pick<Staff, 'roles'>, ...wanted: Role[]) => wanted.some((role) => staff.roles.includes(role))

/** The actor whom the database's policies know. */
export function actorOf(staff: Staff): Actor {
  return {
    kind: 'staff',
    personId: staff.personId,
    agencyId: staff.agencyId,
    path: staff.path,
    reads: has(staff, ...readers),
    readsBelow: has(staff, ...readersBelow),
    inspects: has(staff, 'inspector'),
    manages: has(staff, 'administrator'),
  }
}
