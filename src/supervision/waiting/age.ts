import {
  addCalendarDays,
  addWorkingDays,
  type Calendar,
  dayOf,
  isWorkingDay,
  type Zone,
} from '../../agency/working-days.ts'

/** How long a report waits, in working days since it was verified, and how it stands with its promise. Pure. */

/** Ages by their bounds: 0–3, 4–5, 6–10, 11–14, more. */
export const ages = [
  [0, 3],
  [4, 5],
  [6, 10],
  [11, 14],
  [15, undefined],
] as const
export type Age = 0 | 1 | 2 | 3 | 4
/** Not verified yet: no clock of the citizen's runs. */
export const unverified = -1

/** In the order in which they are drawn: waiting for the reporter, within its promise, nearly over, past it. */
export const states = ['reporter', 'fine', 'soon', 'late'] as const
export type State = (typeof states)[number]

/** Working days before the end of a promise in which it is nearly over. */
const nearly = 2

/** The last instant at which somebody began to wait who waits `days` working days now. */
export function startOfAge(days: number, now: Date, calendar: Calendar, zone: Zone): Date {
  let back = 0
  for (let left = days; left > 0; back++) if (isWorkingDay(addCalendarDays(now, -back, zone), calendar, zone)) left--
  return addCalendarDays(now, -back, zone)
}

/** Verified up to when a report is at least as old as each age but the first. */
export const bounds = (now: Date, calendar: Calendar, zone: Zone): Date[] =>
  ages.slice(1).map(([from]) => startOfAge(from, now, calendar, zone))

/** What is due up to then is nearly over. */
export const soonUntil = (now: Date, calendar: Calendar, zone: Zone): Date =>
  addWorkingDays(now, nearly, calendar, zone)

export function startOfMonth(now: Date, zone: Zone): Date {
  const day = Number(dayOf(now, zone).slice(8))
  return new Date(addCalendarDays(now, -day, zone).getTime() + 1)
}
