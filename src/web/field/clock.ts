import type { Zone } from '../../agency/working-days.ts'

/** The wall clock of a place, as `datetime-local` says it: no zone, which is the one of the office. Pure. */

const offsets: Readonly<Record<Zone, number>> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }

export const wallClock = (at: Date, zone: Zone): string =>
  new Date(at.getTime() + offsets[zone] * 3_600_000).toISOString().slice(0, 16)

/** @returns the instant, or the text as it is when it is no wall clock: the schema then says so. */
export const instantOf = (typed: string, zone: Zone): string =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(typed) ? `${typed}+0${offsets[zone]}:00` : typed
