import { type Calendar, workingHoursBetween, type Zone } from '../../agency/working-days.ts'

/** How long a report has lain on one desk, in office hours of that desk. Pure. */

export type Pause = Readonly<{ at: Date; dueAt: Date; answeredAt: Date | null }>
type Clock = Readonly<{ calendar: Calendar; zone: Zone; now: Date }>

/** Hours since the holder got it, without those in which a question to the reporter was open: until the reply, or until waiting
 *  for it ended. The citizen's clock knows no such pause. */
export function hoursHeld(since: Date, pauses: readonly Pause[], { calendar, zone, now }: Clock): number {
  const hours = (from: Date, to: Date) => workingHoursBetween(from, to, calendar, zone)
  const waited = pauses.map(({ at, dueAt, answeredAt }) => {
    const from = at < since ? since : at
    const until = new Date(Math.min(now.getTime(), dueAt.getTime(), answeredAt?.getTime() ?? Number.POSITIVE_INFINITY))
    return until > from ? hours(from, until) : 0
  })
  return Math.max(0, hours(since, now) - waited.reduce((sum, each) => sum + each, 0))
}
