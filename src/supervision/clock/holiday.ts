import { addWorkingDays, type Calendar, type Day, dayOf, isDayWorked, type Zone } from '../../agency/working-days.ts'

/** What a late holiday, or one taken back, makes of an open promise. Pure. */

export type HolidayChange = Readonly<{ day: Day; areaCode: string | null; added: boolean; at: Date }>
type Closed = readonly Readonly<{ day: Day; areaCode: string | null }>[]

/** The closed days as they were right before a change, from those of today and the changes that came with it and later. */
export function closedBefore(closed: Closed, since: readonly HolidayChange[]): Closed {
  return since.toReversed().reduce<Closed>((days, { day, areaCode, added }) => {
    const others = days.filter((one) => one.day !== day || one.areaCode !== areaCode)
    return added ? others : [...others, { day, areaCode }]
  }, closed)
}

export type Promised = Readonly<{ from: Date; due: Date }>
type When = Readonly<{
  /** The closed days where the promise runs, without the day in question. */
  others: Calendar
  zone: Zone
}>

/** The new last day of a promise that was counted in working days from before the day; null when it stays. A day more or less is
 *  the next working day or the one before: what was moved there and back is where it was. */
export function moved({ from, due }: Promised, { day, added, at }: HolidayChange, { others, zone }: When): Date | null {
  if (due < at || dayOf(from, zone) >= day || dayOf(due, zone) < day || !isDayWorked(day, others)) return null
  return added ? addWorkingDays(due, 1, new Set([...others, day]), zone) : addWorkingDays(due, -1, others, zone)
}
