/** Time in working days: pure arithmetic over a calendar of closed days and a zone of Indonesia. */

/** A calendar day, YYYY-MM-DD. */
export type Day = string
/** The days, besides Saturdays and Sundays, on which offices are closed. */
export type Calendar = ReadonlySet<Day>
export type Zone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'
export type Cell = Readonly<{ day: Day; state: 'gone' | 'today' | 'ahead'; gap: boolean }>

const hour = 3_600_000
const aDay = 24 * hour
/** WIB, WITA and WIT never change their clocks, so an offset in hours says it all. */
const offsets: Readonly<Record<Zone, number>> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }
const opens = 8
const closes = 16

const numberOf = (at: Date, zone: Zone): number => Math.floor((at.getTime() + offsets[zone] * hour) / aDay)
const startOf = (day: number, zone: Zone): number => day * aDay - offsets[zone] * hour
const named = (day: number): Day => new Date(day * aDay).toISOString().slice(0, 10)
const openingOf = (day: number, zone: Zone): Date => new Date(startOf(day, zone) + opens * hour)
const endOf = (day: number, zone: Zone): Date => new Date(startOf(day + 1, zone) - 1)

function works(day: number, calendar: Calendar): boolean {
  const weekday = (day + 4) % 7
  return weekday !== 0 && weekday !== 6 && !calendar.has(named(day))
}

/** The calendar day on which an instant falls in a zone. */
export function dayOf(at: Date, zone: Zone): Day {
  return named(numberOf(at, zone))
}

export const isDayWorked = (day: Day, calendar: Calendar): boolean =>
  works(Date.parse(`${day}T00:00:00Z`) / aDay, calendar)

export function isWorkingDay(at: Date, calendar: Calendar, zone: Zone): boolean {
  return works(numberOf(at, zone), calendar)
}

/** The last millisecond of the n-th working day after the day of `from`, which itself is not counted; before it for a negative n. */
export function addWorkingDays(from: Date, n: number, calendar: Calendar, zone: Zone): Date {
  let day = numberOf(from, zone)
  const way = n < 0 ? -1 : 1
  for (let left = Math.abs(n); left > 0; ) {
    day += way
    if (works(day, calendar)) left--
  }
  return endOf(day, zone)
}

/** The last millisecond of the n-th calendar day after the day of `from`. */
export function addCalendarDays(from: Date, n: number, zone: Zone): Date {
  return endOf(numberOf(from, zone) + n, zone)
}

/** When offices open on the working day that lies n working days before the day of `due`; on that day itself for 0. */
export function workingDaysBefore(due: Date, n: number, calendar: Calendar, zone: Zone): Date {
  let day = numberOf(due, zone)
  for (let left = n; left > 0; ) if (works(--day, calendar)) left--
  return openingOf(day, zone)
}

/** When offices open on the first working day after the n-th one after the day of `due`. */
export function openingAfter(due: Date, n: number, calendar: Calendar, zone: Zone): Date {
  let day = numberOf(due, zone)
  for (let left = n + 1; left > 0; ) if (works(++day, calendar)) left--
  return openingOf(day, zone)
}

/** When something promised within `limit` is due. */
export function dueAfter(
  from: Date,
  limit: { days: number; unit: 'working' | 'calendar' },
  calendar: Calendar,
  zone: Zone,
): Date {
  return limit.unit === 'working'
    ? addWorkingDays(from, limit.days, calendar, zone)
    : addCalendarDays(from, limit.days, zone)
}

/** Working days after the day of `from`, up to and with the day of `to`; negative when `to` lies before. */
export function workingDaysBetween(from: Date, to: Date, calendar: Calendar, zone: Zone): number {
  const first = numberOf(from, zone)
  const last = numberOf(to, zone)
  if (last < first) return -workingDaysBetween(to, from, calendar, zone)
  let count = 0
  for (let day = first + 1; day <= last; day++) if (works(day, calendar)) count++
  return count
}

/** Office hours (08.00 to 16.00 of working days) between two instants, with fractions; 0 when `to` lies before. */
export function workingHoursBetween(from: Date, to: Date, calendar: Calendar, zone: Zone): number {
  let total = 0
  for (let day = numberOf(from, zone); day <= numberOf(to, zone); day++) {
    if (!works(day, calendar)) continue
    const start = Math.max(from.getTime(), startOf(day, zone) + opens * hour)
    const end = Math.min(to.getTime(), startOf(day, zone) + closes * hour)
    total += Math.max(0, end - start)
  }
  return total / hour
}

/** One cell for each working day of a promise; `gap` marks the first cell after a weekend or holidays. */
export function daysRibbon(from: Date, due: Date, now: Date, calendar: Calendar, zone: Zone): Cell[] {
  const first = numberOf(from, zone)
  const today = numberOf(now, zone)
  const cells: Cell[] = []
  let before: number | undefined
  for (let day = first + 1; day <= numberOf(due, zone); day++) {
    if (!works(day, calendar)) continue
    const state = day < today ? 'gone' : day === today ? 'today' : 'ahead'
    cells.push({ day: named(day), state, gap: before !== undefined && before !== day - 1 })
    before = day
  }
  return cells
}
