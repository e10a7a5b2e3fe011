import { limitFor, type Step } from '../agency/promise.ts'
import type { Rules } from '../agency/rules.ts'
import { addCalendarDays, dueAfter, type Zone } from '../agency/working-days.ts'
import type { Class } from './report.ts'

/** When a promise ends. Pure. The limits are rows with a legal basis; nothing is counted here by hand. */

export type Clock = Readonly<{ rules: Rules; zone: Zone }>

/** @returns the last moment of the last day in the zone. */
export function due(clock: Clock, step: Step, from: Date, kind?: { class: Class | null; oversight: boolean }): Date {
  const limit = limitFor(clock.rules.promises, step, kind?.class ?? 'complaint', kind?.oversight ?? false)
  return dueAfter(from, limit, clock.rules.calendar, clock.zone)
}

/** The last day on which the law lets a report be settled: 60 calendar days from a complete file (Perpres 76/2013), which it is
 *  when it was verified. No transfer, question or extension moves it. */
export function legalCap(clock: Clock, { verifiedAt, filedAt }: { verifiedAt: Date | null; filedAt: Date }): Date {
  return due(clock, 'cap', verifiedAt ?? filedAt)
}

type Settled = Readonly<{ settleDue: Date | null; verifiedAt: Date | null; filedAt: Date }>

/** The day that binds: what was promised, or the last day of the law when that comes first. The promise stays as it was given. */
export function settleBy(clock: Clock, report: Settled): Date | null {
  const { settleDue } = report
  const cap = legalCap(clock, report)
  return settleDue && cap < settleDue ? cap : settleDue
}

/** What runs now, as people are told of it: `dueAt`, and the day that binds when that is the promise to settle. */
export function dueNow(clock: Clock, report: Settled & { dueAt: Date | null }): Date | null {
  const { dueAt, settleDue } = report
  return dueAt && settleDue && dueAt.getTime() === settleDue.getTime() ? settleBy(clock, report) : dueAt
}

/** The end of a day that a person named, e.g. a new due date. */
export function endOfDay(day: string, zone: Zone): Date {
  return addCalendarDays(new Date(`${day}T00:00:00Z`), 0, zone)
}
