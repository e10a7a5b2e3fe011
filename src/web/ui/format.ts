import { dayOf, type Zone } from '../../agency/working-days.ts'
import { dateIn } from '../../notice/date.ts'
import type { Lang, Messages } from '../messages.ts'

/** Dates, hours, time left, numbers and sizes as people read them. Pure. */

const locale = { id: 'id-ID', en: 'en-GB' } as const
const zoneNames: Readonly<Record<Zone, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

/** "Kamis, 26 November 2026" */
export const date = (at: Date, t: Messages, zone: Zone): string => dateIn(at, t.lang, zone)

/** "pukul 13.30 WIB", in English "13:30 WIB" */
export const time = (at: Date, t: Messages, zone: Zone): string => t.clock.hour(clock(at, zone), zoneNames[zone])

/** "Kamis, 26 November 2026, pukul 13.30 WIB" */
export const moment = (at: Date, t: Messages, zone: Zone): string => `${date(at, t, zone)}, ${time(at, t, zone)}`

/** "Kam, 26 Nov", for lists */
export const shortDate = (at: Date, t: Messages, zone: Zone): string => shortDay(t.lang, zone).format(at)

/** "Kam, 26 Nov, 13.30", for lists */
export function shortMoment(at: Date, t: Messages, zone: Zone): string {
  const hour = clock(at, zone)
  return `${shortDate(at, t, zone)}, ${t.lang === 'id' ? hour.replace(':', '.') : hour}`
}

export type Due = Readonly<{ due: Date; now: Date; zone: Zone; days: number }>

/** "3 hari kerja lagi, sampai Kamis, 26 November 2026". `days`: working days from now to the due date, negative when past. */
export function timeLeft({ due, now, zone, days }: Due, t: Messages): string {
  const said = date(due, t, zone)
  if (due < now) return days < 0 ? t.clock.late(-days, said) : t.clock.justLate(said)
  if (dayOf(due, zone) === dayOf(now, zone)) return t.clock.today(time(due, t, zone))
  return days > 0 ? t.clock.left(days, said) : t.clock.closedDays(said)
}

/** The same for a list: "3 hari", "hari ini", "lewat 2 hari". */
export function shortTimeLeft({ due, now, zone, days }: Due, t: Messages): string {
  if (due < now) return t.clock.shortLate(-days)
  return dayOf(due, zone) === dayOf(now, zone) ? t.clock.shortToday : t.clock.shortLeft(days)
}

/** How a due date stands, for its colour and icon. */
export const urgency = ({ due, now, zone }: Omit<Due, 'days'>): 'late' | 'soon' | 'fine' =>
  due < now ? 'late' : dayOf(due, zone) === dayOf(now, zone) ? 'soon' : 'fine'

/** "1.250", "84,5" */
export const number = (value: number, t: Messages, digits = 0): string => numbers(t.lang, digits, digits).format(value)

/** "84,5%"; `share` is between 0 and 1. Write the base beside it. */
export const percent = (share: number, t: Messages): string => `${numbers(t.lang, 1, 0).format(share * 100)}%`

/** "10 MB", "350 kB" */
export function fileSize(bytes: number, t: Messages): string {
  if (bytes < 1000) return t.size.bytes(number(bytes, t))
  if (bytes < 1_000_000) return t.size.kilobytes(number(bytes / 1000, t))
  return t.size.megabytes(numbers(t.lang, 1, 0).format(bytes / 1_000_000))
}

function once<A extends readonly unknown[], T>(make: (...key: A) => T): (...key: A) => T {
  const made = new Map<string, T>()
  return (...key) => {
    const name = key.join()
    const value = made.get(name) ?? make(...key)
    made.set(name, value)
    return value
  }
}

const numbers = once((lang: Lang, most: number, least: number) => {
  return new Intl.NumberFormat(locale[lang], { maximumFractionDigits: most, minimumFractionDigits: least })
})
const shortDay = once((lang: Lang, timeZone: Zone) => {
  return new Intl.DateTimeFormat(locale[lang], { weekday: 'short', day: 'numeric', month: 'short', timeZone })
})
const hours = once((timeZone: Zone) => {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
})
const clock = (at: Date, zone: Zone) => hours(zone).format(at)
