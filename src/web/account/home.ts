import type { Staff } from '../../person/may.ts'

/** Where somebody's day begins when they asked for no page: who only goes into the field begins with the tasks there, who only
 *  inspects with the oversight complaints. Pure. */
export const onlyInField = ({ roles }: Pick<Staff, 'roles'>) =>
  roles.length > 0 && roles.every((role) => role === 'officer')

export const onlyInspects = ({ roles }: Pick<Staff, 'roles'>) =>
  roles.length > 0 && roles.every((role) => role === 'inspector')

export const homeOf = (staff: Pick<Staff, 'roles'>) =>
  onlyInField(staff) ? '/lapangan' : onlyInspects(staff) ? '/pengawasan/inspektorat' : '/meja'
