import type { Zone } from '../../agency/working-days.ts'
import type { Role } from '../../person/may.ts'
import type { Messages } from '../messages.ts'
import { moment, shortMoment } from '../ui/format.ts'

/** Roles and times as people read them. */

export const roleNames = (t: Messages, roles: readonly Role[]) => roles.map((role) => t.role[role].name).join(', ')
export const timeIn = (t: Messages, zone: string, at: Date) => shortMoment(at, t, zone as Zone)
export const fullTimeIn = (t: Messages, zone: string, at: Date) => moment(at, t, zone as Zone)
