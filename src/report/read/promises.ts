import { type Calendar, type Cell, daysRibbon, workingDaysBetween, type Zone } from '../../agency/working-days.ts'
import type { Case } from '../case.ts'
import { due, settleBy } from '../deadline.ts'
import type { Entry } from './history.ts'

/** Which promises a reporter was given, and what became of each. Pure. */

export type Promised = Readonly<{
  /** `again`: the check after a return, which neither ends nor renews the first one. */
  step: 'verify' | 'again' | 'answer' | 'settle' | 'respond'
  state: 'kept' | 'missed' | 'running' | 'late'
  due: Date
  /** Working days that it took, or that have gone by. */
  days: number
  /** Working days from its start to its end. */
  limit: number
  /** Working days after the due date; 0 while there is time. */
  over: number
  cells: readonly Cell[]
  /** The day that was promised, where that of the law comes first. */
  promised?: Date
}>

type Span = Pick<Promised, 'step' | 'promised'> & { from: Date | null; due: Date | null; until: Date | null }
type Clock = { calendar: Calendar; zone: Zone; now: Date }
type Line = Pick<Entry, 'move' | 'at' | 'data'>

/** In the order in which they follow each other. Time that runs for nobody, on an ended or waiting report, is not shown. */
export function promisesOf(c: Case, history: readonly Line[]): Promised[] {
  const clock = { calendar: c.rules.calendar, zone: c.zone, now: c.now }
  const ended = c.report.status === 'closed' || c.report.status === 'archived'
  return spans(c, history).flatMap((span) => (ended && !span.until ? [] : promised(span, clock)))
}

function spans(c: Case, history: readonly Line[]): Span[] {
  const { report } = c
  const { status, verifiedAt, settleDue } = report
  const asked = status === 'incomplete' ? (history.findLast(({ move }) => move === 'ask')?.at ?? null) : null
  const by = settleBy(c, report)
  const settled = status === 'resolved' || status === 'closed' ? report.resolvedAt : null
  return [
    ...checks(c, history),
    { step: 'answer', from: verifiedAt, due: report.answerDue, until: report.answeredAt },
    {
      step: 'settle',
      from: verifiedAt,
      due: by,
      until: settled,
      ...(settleDue && by !== settleDue ? { promised: settleDue } : {}),
    },
    { step: 'respond', from: asked ?? settled, due: report.respondDue, until: null },
  ]
}

const isSent = ({ move }: Line) => move === 'forward' || move === 'arbitrate'

/** The first check, by the day that was promised when it began, and the one since the last return. What the reporter does before the
 *  first one has ended starts it anew; a return does not. */
function checks(c: Case, history: readonly Line[]): Span[] {
  const { verifiedAt, verifyDue, filedAt, status } = c.report
  const ended = history.findIndex(isSent)
  const begins = history
    .slice(0, ended < 0 ? undefined : ended)
    .findLastIndex(({ move }) => ['file', 'complete', 'appeal'].includes(move))
  const later = history.slice(begins + 1)
  const from = history[begins]?.at ?? filedAt
  const given = later.find(({ move }) => move === 'return')?.data
  const promised = given?.verifyDue ? new Date(given.verifyDue as string) : due(c, 'verify', from)
  const waits = status === 'incomplete'
  const first = { from: waits && !verifiedAt ? null : from, due: given ? promised : verifyDue, until: verifiedAt }
  const last = later.findLastIndex(({ move }) => ['return', 'complete', 'appeal'].includes(move))
  const sent = later.slice(last + 1).find(isSent)?.at ?? null
  const again = { from: waits ? null : (later[last]?.at ?? null), due: verifyDue, until: sent }
  return [{ step: 'verify', ...first }, ...(last < 0 ? [] : [{ step: 'again' as const, ...again }])]
}

function promised({ step, from, due, until, ...also }: Span, { calendar, zone, now }: Clock): Promised[] {
  if (!from || !due || due < from) return []
  const end = until ?? now
  const over = end > due ? workingDaysBetween(due, end, calendar, zone) : 0
  const state = until ? (until > due ? 'missed' : 'kept') : now > due ? 'late' : 'running'
  const cells = daysRibbon(from, due, end, calendar, zone).map(
    (cell): Cell => (until && cell.state === 'today' ? { ...cell, state: 'gone' } : cell),
  )
  return [
    {
      step,
      state,
      due,
      days: workingDaysBetween(from, end, calendar, zone),
      limit: cells.length,
      over,
      cells,
      ...also,
    },
  ]
}
