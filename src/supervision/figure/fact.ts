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
  at: Date
  rating: number | null
  /** What it made of the report's class and category, where it says so. */
  kind: string | null
  category: string | null
  /** Another class, or oversight or no oversight, than before. */
  otherwise: boolean
  /** Whoever had it was found to be whom it is about: it is theirs no more. */
  putOut: boolean
}>

export type Told = Pick<
  Report,
  'channel' | 'class' | 'oversight' | 'categoryCode' | 'areaCode' | 'status' | 'ending' | 'returns' | 'disputes' | 'filedAt' | 'verifiedAt' | 'answeredAt' | 'resolvedAt' | 'endedAt' | 'answerDue' | 'firstSettleDue' | 'dueAt'
> // biome-ignore format: a list

/** What was promised: by the day, past it, neither yet, or nothing. `silent`: settled by the day as the agency says, and its reporter
 *  said nothing until it was closed. */
export type Kept = 'kept' | 'missed' | 'silent' | 'open' | 'none'

export type Fact = Readonly<{
  /** Of arrival, in Jakarta: `2026-03-01`. */
  month: string
  /** Whom it was given to last. What is returned stays with who returned it until somebody else takes it. */
  agencyId: number
  /** Written down by the people of the government that then answers it. */
  ownMade: boolean
  channel: string
  /** Class, or `oversight`, and category as they were promised first: who names them anew later moves nothing. */
  kind: string
  category: string
  area: string
  answer: Kept
  settle: Kept
  /** Whom it was given to when that was done, or when its day passed: whoever takes it later takes no miss over. */
  answerBy: number
  settleBy: number
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

/** @param calendar the national one: hours are compared between agencies.
 *  @param governmentOf the government that an agency is part of, or the agency itself. */
export function factOf(
  report: Told,
  lines: readonly Line[],
  governmentOf: (agencyId: number) => number,
  calendar: Calendar,
  now: Date,
): { fact: Fact; nextAt: Date | null } {
  const hours = (until: Date | null) => until && bucketOf(workingHoursBetween(report.filedAt, until, calendar, zone))
  const { kept, overdue, nextAt } = promisesOf(report, lines, now)
  const fact: Fact = {
    ...whoseOf(lines, governmentOf),
    month: `${dayOf(report.filedAt, zone).slice(0, 7)}-01`,
    channel: report.channel,
    ...whatOf(report, lines),
    area: report.areaCode ?? '',
    ...kept,
    resolved: lines.some(({ move }) => move === 'resolve'),
    disputes: report.disputes,
    ending: report.ending,
    rating: lines.findLast(({ rating }) => rating !== null)?.rating ?? null,
    overdue,
    bounced: isOpen(report.status) && report.returns > 0,
    answerHours: hours(report.answeredAt),
    endHours: hours(isClosed(report.ending) ? report.endedAt : null),
  }
  return { fact, nextAt }
}

const gives = ({ move, holderId, putOut }: Line) => (putOut || giving.includes(move)) && holderId !== null
/** Whom it was given to at a moment. */
const givenTo = (lines: readonly Line[], until?: Date) =>
  lines.findLast((line) => gives(line) && (!until || line.at <= until))?.holderId ?? 0

/** Through whose hands it went. */
function whoseOf(lines: readonly Line[], governmentOf: (agencyId: number) => number) {
  const agencyId = givenTo(lines)
  const first = lines.findIndex((line) => gives(line) && line.move !== 'file')
  const by = (which: (line: Line, n: number) => boolean) =>
    lines.flatMap((line, n) => (line.agencyId !== null && which(line, n) ? [line.agencyId] : []))
  const [writer] = by(({ move, actor }) => move === 'file' && actor === 'staff')
  return {
    agencyId,
    ownMade: writer !== undefined && governmentOf(writer) === governmentOf(agencyId),
    held: [...new Set(lines.flatMap(({ holderId }) => holderId ?? []))].sort((a, b) => a - b),
    returnedBy: by(({ move }) => move === 'return'),
    reclassifiedBy: by(({ otherwise }, n) => otherwise && first !== -1 && n > first),
  }
}

/** Class and category of the first promise; while nothing was promised, what the reporter said. */
function whatOf(report: Told, lines: readonly Line[]) {
  const first = lines.findIndex((line) => gives(line) && line.move !== 'file')
  const promised = first === -1 ? [] : lines.slice(first).filter(({ kind }) => kind)
  const said = report.oversight ? 'oversight' : (report.class ?? '')
  return {
    kind: promised[0]?.kind ?? said,
    category: promised.find(({ category }) => category)?.category ?? report.categoryCode ?? '',
  }
}

/** While these last, the agency has to act; the others wait for the reporter. */
const acting: readonly string[] = ['received', 'assigned', 'in_progress']

function promisesOf(report: Told, lines: readonly Line[], now: Date) {
  const { answeredAt, answerDue, status, resolvedAt, dueAt } = report
  const settleDue = settleDay(report)
  const answer = keptBy(answerDue, answeredAt, report, now)
  const settle = heard(keptBy(settleDue, resolvedAt, report, now), report)
  const works = acting.includes(status) && dueAt !== null
  const ahead = [answer === 'open' && answerDue, settle === 'open' && settleDue, works && dueAt >= now && dueAt]
  const times = ahead.flatMap((at) => (at ? [at.getTime()] : []))
  return {
    kept: {
      ...{ answer, answerBy: givenTo(lines, earlier(answerDue, answeredAt)) },
      ...{ settle, settleBy: givenTo(lines, earlier(settleDue, resolvedAt)) },
    },
    overdue: works && dueAt < now,
    nextAt: times.length > 0 ? new Date(Math.min(...times) + 1) : null,
  }
}

const earlier = (limit: Date | null, done: Date | null) => (limit && done && done < limit ? done : (limit ?? undefined))

/** The day that was promised first, or the last day of the law when that comes first. Nothing granted later moves it. */
function settleDay({ firstSettleDue, verifiedAt }: Told): Date | null {
  if (!firstSettleDue || !verifiedAt) return null
  const law = addCalendarDays(verifiedAt, lawDays, zone)
  return law < firstSettleDue ? law : firstSettleDue
}

/** What ended before its day without an answer was owed none. What its reporter took back or what was joined with another is in no
 *  share, unless its day had passed. */
function keptBy(limit: Date | null, done: Date | null, { endedAt, ending }: Told, now: Date): Kept {
  if (!limit) return 'none'
  if (done && done <= limit) return ending === 'withdrawn' || ending === 'merged' ? 'none' : 'kept'
  if ((done ?? endedAt ?? now) > limit) return 'missed'
  return endedAt ? 'none' : 'open'
}

/** Whoever says that it is settled is believed when the reporter says so. Until then it counts neither way, and their silence is
 *  never a success. */
const heard = (is: Kept, { ending }: Told): Kept =>
  is !== 'kept' ? is : ending === 'confirmed' ? 'kept' : ending === 'lapsed' ? 'silent' : 'none'

/** A reason of an operator, not the clock's, the reporter's or a merge. */
export const isArchived = (ending: string | null) => (archiveReasons as readonly (string | null)[]).includes(ending)
/** Settled, with a word of the reporter or without. */
export const isClosed = (ending: string | null) => ending === 'confirmed' || ending === 'lapsed'
