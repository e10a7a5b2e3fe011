import { type Calendar, type Cell, daysRibbon, workingDaysBetween, type Zone } from '../../agency/working-days.ts'
import type { Case } from '../case.ts'
import { settleBy } from '../deadline.ts'
import type { Entry } from './history.ts'

/** Which promises a reporter was given, and what became of each. Pure. */

export type Promised = Readonly<{
  step: 'verify' | 'answer' | 'settle' | 'respond'
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
type Line = Pick<Entry, 'move' | 'at'>

/** In the order in which they follow each other. Time that runs for nobody, on an ended or waiting report, is not shown. */
export function promisesOf(c: Case, history: readonly Line[]): Promised[] {
  const clock = { calendar: c.rules.calendar, zone: c.zone, now: c.now }
  const ended = c.report.status === 'closed' || c.report.status === 'archived'
  return spans(c, history).flatMap((span) => (ended && !span.until ? [] : promised(span, clock)))
}

function spans(c: Case, history: readonly Line[]): Span[] {
  const { report } = c
  const { status, verifiedAt, filedAt, settleDue } = report
  const since = (...moves: Entry['move'][]) => history.findLast(({ move }) => moves.includes(move))?.at ?? null
  const verified = status === 'received' || status === 'incomplete' ? null : verifiedAt
  const waits = status === 'incomplete'
  const started = history.findLast(
    ({ move, at }) => (!verified || at <= verified) && ['file', 'complete', 'return', 'appeal'].includes(move),
  )
  const by = settleBy(c, report)
  const settled = status === 'resolved' || status === 'closed' ? report.resolvedAt : null
  return [
    { step: 'verify', from: waits ? null : (started?.at ?? filedAt), due: report.verifyDue, until: verified },
    { step: 'answer', from: verified, due: report.answerDue, until: report.answeredAt },
    {
      step: 'settle',
      from: verified,
      due: by,
      until: settled,
      ...(settleDue && by !== settleDue ? { promised: settleDue } : {}),
    },
    { step: 'respond', from: waits ? since('ask') : settled, due: report.respondDue, until: null },
  ]
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
