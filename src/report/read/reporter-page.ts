import type { RuleBook } from '../../agency/rulebook.ts'
import type { Tx } from '../../db/database.ts'
import type { Case } from '../case.ts'
import { isInTime } from '../change/end.ts'
import { type Move, movesOpenTo } from '../lifecycle.ts'
import { loadCase } from '../load.ts'
import * as read from './around.ts'
import { type Entry, historyOf } from './history.ts'

/** What a reporter sees of their report. */

export type ReporterPage = Readonly<{
  case: Case
  around: read.Around
  history: Entry[]
  visits: read.Visit[]
  questions: read.Question[]
  rating: number | null
  reporterId: number
  /** The report that this person sent, when it was merged into another. */
  own: { reference: string; text: string; filedAt: Date; anonymous: boolean; secret: boolean }
  moves: Move[]
}>

/** The reporter's page: the case they belong to, without what is for staff. */
export async function reporterPage(
  tx: Tx,
  book: RuleBook,
  reporterId: number,
  now: Date,
): Promise<ReporterPage | undefined> {
  const [me] = await tx<(ReporterPage['own'] & { caseReference: string; rating: number | null })[]>`
    select r.reference as case_reference, p.rating, o.reference, o.text, o.filed_at, o.anonymous, o.secret
    from reporter p join report r on r.id = p.report_id join report o on o.id = p.own_report_id where p.id = ${reporterId}`
  const c = me && (await loadCase(tx, me.caseReference, book, now))
  if (!c) return undefined
  const { id, status } = c.report
  const [around, history, visits, questions] = await Promise.all([
    read.around(tx, id),
    historyOf(tx, id),
    read.visits(tx, id),
    read.questions(tx, id),
  ])
  const { caseReference: _, rating, ...own } = me
  const moves = movesOpenTo(status, ['reporter']).filter((name) => reporterMay(name, c, rating))
  return { case: c, around, history, visits, questions, rating, reporterId, own, moves }
}

function reporterMay(name: Move, c: Case, rating: number | null): boolean {
  if (name === 'complete') return c.report.status === 'incomplete' || c.report.ending === 'expired'
  if (name === 'appeal')
    return (
      !c.report.appealed && !['withdrawn', 'merged', 'expired', null].includes(c.report.ending) && isInTime(c, 'appeal')
    )
  if (name === 'dispute') return c.report.status !== 'closed' || isInTime(c, 'dispute')
  if (name === 'rate') return rating === null
  if (name === 'withdraw') return c.report.reporters === 1
  return true
}
