import { addCalendarDays, type Calendar, dayOf, workingHoursBetween } from '../../agency/working-days.ts'
import { archiveReasons, isOpen, type Report } from '../../report/report.ts'
import { bucketOf } from './hours.ts'

/** What one report counts for: read from its lines in the ledger and its dates, at one moment. Pure. */

/** A line of the ledger, as far as it counts. */
export type Line = Readonly<{
  move: string
  actor: string
  /** Who did it, and whom it gave the report to. */
  agencyId: number | null
  holderId: number | null
  rating: number | null
}>

export type Told = Pick<
  Report,
  'channel' | 'class' | 'oversight' | 'categoryCode' | 'areaCode' | 'status' | 'ending' | 'returns' | 'disputes' | 'filedAt' | 'verifiedAt' | 'answeredAt' | 'resolvedAt' | 'endedAt' | 'answerDue' | 'firstSettleDue' | 'dueAt'
> // biome-ignore format: a list

/** What was promised: by the day, past it, neither yet, or nothing. */
export type Kept = 'kept' | 'missed' | 'open' | 'none'

export type Fact = Readonly<{
  /** Of arrival, in Jakarta: `2026-03-01`. */
  month: string
  /** Whom it was given to last. What is returned stays with who returned it until somebody else takes it. */
  agencyId: number
  /** Written down by the people who then answer it. */
  ownMade: boolean
  channel: string
  /** Class, or `oversight`; empty before it was verified. */
  kind: string
  category: string
  area: string
  answer: Kept
  settle: Kept
  resolved: boolean
  disputes: number
  /** How it has ended; null while it is open. */
  ending: string | null
  /** The last that a reporter gave. */
  rating: number | null
  overdue: boolean
  bounced: boolean
  /** Buckets of office hours since arrival. */
  answerHours: number | null
  endHours: number | null
  /** Agencies that ever had it as the one responsible. */
  held: readonly number[]
  /** Who returned it and who changed its class, as often as they did. */
  returnedBy: readonly number[]
  reclassifiedBy: readonly number[]
}>

/** By these moves somebody is made responsible; by others a report only lies somewhere. */
const giving = ['file', 'forward', 'arbitrate', 'reassign']
/** The last day of the law, in calendar days (Perpres 76/2013). */
const lawDays = 60
const zone = 'Asia/Jakarta'

/** @param calendar the national one: hours are compared between agencies. */
export function factOf(
  report: Told,
  lines: readonly Line[],
  calendar: Calendar,
  now: Date,
): { fact: Fact; nextAt: Date | null } {
  const hours = (until: Date | null) => until && bucketOf(workingHoursBetween(report.filedAt, until, calendar, zone))
  const { kept, overdue, nextAt } = promisesOf(report, now)
  const fact: Fact = {
    ...whoseOf(lines),
    month: `${dayOf(report.filedAt, zone).slice(0, 7)}-01`,
    channel: report.channel,
    kind: report.oversight ? 'oversight' : (report.class ?? ''),
    category: report.categoryCode ?? '',
    area: report.areaCode ?? '',
    ...kept,
    resolved: lines.some(({ move }) => move === 'resolve'),
    disputes: report.disputes,
    ending: report.ending,
    rating: lines.findLast(({ rating }) => rating !== null)?.rating ?? null,
    overdue,
    bounced: isOpen(report.status) && report.returns > 0,
    answerHours: hours(report.answeredAt),
    endHours: hours(report.endedAt),
  }
  return { fact, nextAt }
}

/** Through whose hands it went. */
function whoseOf(lines: readonly Line[]) {
  const agencyId = lines.findLast(({ move, holderId }) => giving.includes(move) && holderId !== null)?.holderId ?? 0
  const by = (move: string) =>
    lines.flatMap((line) => (line.move === move && line.agencyId !== null ? [line.agencyId] : []))
  return {
    agencyId,
    ownMade: lines.some((line) => line.move === 'file' && line.actor === 'staff' && line.agencyId === agencyId),
    held: [...new Set(lines.flatMap(({ holderId }) => holderId ?? []))].sort((a, b) => a - b),
    returnedBy: by('return'),
    reclassifiedBy: by('reclassify'),
  }
}

/** While these last, the agency has to act; the others wait for the reporter. */
const acting: readonly string[] = ['received', 'assigned', 'in_progress']

function promisesOf(report: Told, now: Date) {
  const { answeredAt, answerDue, status, resolvedAt, dueAt } = report
  const settled = status === 'resolved' || status === 'closed' ? resolvedAt : null
  const settleDue = settleBy(report)
  const answer = keptBy(answerDue, answeredAt, report, now)
  const settle = keptBy(settleDue, settled, report, now)
  const works = acting.includes(status) && dueAt !== null
  const ahead = [answer === 'open' && answerDue, settle === 'open' && settleDue, works && dueAt >= now && dueAt]
  const times = ahead.flatMap((at) => (at ? [at.getTime()] : []))
  return {
    kept: { answer, settle },
    overdue: works && dueAt < now,
    nextAt: times.length > 0 ? new Date(Math.min(...times) + 1) : null,
  }
}

/** The day that was promised first, or the last day of the law when that comes first. Nothing granted later moves it. */
function settleBy({ firstSettleDue, verifiedAt }: Told): Date | null {
  if (!firstSettleDue || !verifiedAt) return null
  const law = addCalendarDays(verifiedAt, lawDays, zone)
  return law < firstSettleDue ? law : firstSettleDue
}

/** What ended before its day without an answer was owed none. */
function keptBy(limit: Date | null, done: Date | null, { endedAt }: Told, now: Date): Kept {
  if (!limit) return 'none'
  if (done) return done <= limit ? 'kept' : 'missed'
  if (endedAt) return endedAt <= limit ? 'none' : 'missed'
  return now > limit ? 'missed' : 'open'
}

/** A reason of an operator, not the clock's, the reporter's or a merge. */
export const isArchived = (ending: string | null) => (archiveReasons as readonly (string | null)[]).includes(ending)
