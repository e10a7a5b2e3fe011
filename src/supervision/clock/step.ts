import { type Calendar, openingAfter, workingDaysBefore, type Zone } from '../../agency/working-days.ts'

/** Steps of the clock: when it speaks of a promise, and to whom. Pure. */

export const clocks = ['verify', 'answer', 'settle'] as const
export type ClockName = (typeof clocks)[number]
/** `desk`: who works at the holder; `head`: they and its supervisors; `coordinator`: the agency above; `centre`: the centre. */
export const places = ['desk', 'head', 'coordinator', 'centre'] as const
export type Place = (typeof places)[number]

export type Step = Readonly<{
  id: number
  /** Null: whatever was promised. */
  clock: ClockName | null
  /** Working days after the day on which the promise ends; negative before it. */
  days: number
  place: Place
  tellsReporter: boolean
  active: boolean
}>

type When = Readonly<{ calendar: Calendar; zone: Zone }>

/** The clock speaks when offices open: before a promise ends on the working day that lies so many before its last one, and of a
 *  missed one on the first working day after those that have gone by. */
export function momentOf({ days }: Pick<Step, 'days'>, due: Date, { calendar, zone }: When): Date {
  return days < 0 ? workingDaysBefore(due, -days, calendar, zone) : openingAfter(due, days, calendar, zone)
}

export type Looked = Readonly<{
  /** What is to be said now, the earliest first. */
  said: readonly Step[]
  /** When something is to be said next; null when never. */
  next: Date | null
}>

/** What is reached at `now`. A reminder that nobody heard before the promise ended is left out: what is missed is said instead. */
export function look(steps: readonly Step[], clock: ClockName, due: Date, when: When & { now: Date }): Looked {
  const each = steps
    .filter((step) => step.active && (step.clock ?? clock) === clock)
    .map((step) => ({ step, at: momentOf(step, due, when) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.step.id - b.step.id)
  const said = each.filter(({ step, at }) => at <= when.now && (step.days >= 0 || when.now <= due))
  const next = each.find(({ at }) => at > when.now)
  return { said: said.map(({ step }) => step), next: next?.at ?? null }
}

/** The latest end of a promise of which something may be to be said at `now`, wherever it runs: every closed day of the country
 *  counts, so that no calendar of one area reaches further. While offices are open anywhere, Jakarta has the same date. */
export function horizon(steps: readonly Step[], now: Date, closed: Calendar): Date {
  const ahead = Math.max(0, ...steps.filter(({ active }) => active).map(({ days }) => -days))
  return openingAfter(now, ahead, closed, 'Asia/Jakarta')
}
