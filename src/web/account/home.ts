import { has, type Staff } from '../../person/may.ts'

/** Where somebody's day begins when they asked for no page: who only goes into the field begins with the tasks there, who only
 *  inspects with the oversight complaints. Pure. */
export const onlyInField = ({ roles }: Pick<Staff, 'roles'>) =>
  roles.length > 0 && roles.every((role) => role === 'officer')

export const onlyInspects = ({ roles }: Pick<Staff, 'roles'>) =>
  roles.length > 0 && roles.every((role) => role === 'inspector')

/** Who only supervises begins with what they look after. */
export const onlySupervises = ({ roles }: Pick<Staff, 'roles'>) =>
  roles.length > 0 && roles.every((role) => role === 'supervisor')

export function homeOf(staff: Pick<Staff, 'roles'>): string {
  if (onlyInField(staff)) return '/lapangan'
  if (onlyInspects(staff)) return '/pengawasan/inspektorat'
  return onlySupervises(staff) ? '/pengawasan' : '/meja'
}

/** Whoever looks after others is led there: supervisors, and where an agency is sure to coordinate those who read all below it. */
export const offersSupervision = (staff: Pick<Staff, 'roles' | 'agencyKind'>) =>
  has(staff, 'supervisor') || (staff.agencyKind !== 'unit' && has(staff, 'operator', 'arbiter'))
