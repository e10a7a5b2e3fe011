import type { RuleBook } from '../../agency/rulebook.ts'
import { type Attachment, attachmentsOfReport } from '../../attachment/read.ts'
import type { Tx } from '../../db/database.ts'
import { has, type Staff } from '../../person/may.ts'
import { type Identity, type Keys, unseal } from '../../person/seal.ts'
import type { Case } from '../case.ts'
import { reopenableUntil } from '../change/supervise.ts'
import { isBound } from '../change/verify.ts'
import { isExtensible } from '../change/work.ts'
import { legalCap } from '../deadline.ts'
import { type Move, type Mover, moversOf, movesOpenTo } from '../lifecycle.ts'
import { loadCase } from '../load.ts'
import * as read from './around.ts'
import { type Entry, historyOf } from './history.ts'
import { type Near, near } from './near.ts'

/** Everything that the report page of staff shows, in one pipelined round trip, through the actor. */

export type StaffPage = Readonly<{
  case: Case
  around: read.Around
  history: Entry[]
  assignments: read.Assignment[]
  files: Attachment[]
  visits: read.Visit[]
  questions: read.Question[]
  instructions: read.Instruction[]
  extensions: read.Extension[]
  draft: read.Draft | undefined
  notes: read.Note[]
  near: Near[]
  officers: read.Officer[]
  templates: read.Template[]
  /** By reporter, and only of those who chose to be known to who has the report in hand; nothing else leaves the vault. */
  known: ReadonlyMap<number, Identity>
  movers: readonly Mover[]
  moves: Move[]
}>

/** The report page of staff, or undefined when there is no such report for them. Some openings leave a line. */
export async function staffPage(
  tx: Tx,
  book: RuleBook,
  keys: Keys,
  staff: Staff,
  reference: string,
  now: Date,
): Promise<StaffPage | undefined> {
  const c = await loadCase(tx, reference, book, now)
  if (!c) return undefined
  const { id, status } = c.report
  const opened =
    isWatched(c.report, staff) &&
    tx`insert into opening (report_id, person_id, at) values (${id}, ${staff.personId}, ${now})`
  const [
    around,
    history,
    assignments,
    files,
    visits,
    questions,
    instructions,
    extensions,
    drafts,
    notes,
    alike,
    officers,
    templates,
    sealed,
  ] = await Promise.all([
    read.around(tx, id),
    historyOf(tx, id),
    read.assignments(tx, id),
    attachmentsOfReport(tx, id),
    read.visits(tx, id),
    read.questions(tx, id),
    read.instructions(tx, id),
    read.extensions(tx, id),
    read.drafts(tx, id),
    read.notes(tx, id),
    near(tx, c.report),
    has(staff, 'liaison') ? read.officers(tx, staff) : [],
    read.templates(tx),
    read.sealed(tx, id),
    opened,
  ])
  const movers = moversOf(c.report, staff)
  const moves = movesOpenTo(status, movers).filter((name) => possible(name, c))
  const known = new Map(sealed.map((row) => [row.reporterId, unseal(keys, row.sealed)]))
  return {
    case: c,
    around,
    history,
    assignments,
    files,
    visits,
    questions,
    instructions,
    extensions,
    draft: drafts[0],
    notes,
    near: alike,
    officers,
    templates,
    known,
    movers,
    moves,
  }
}

/** Opening it leaves a line: what is secret, whoever does it; and whatever an inspector reads as one. */
const isWatched = ({ secret, oversight, wasOversight }: Case['report'], staff: Staff) =>
  secret || (has(staff, 'inspector') && (oversight || wasOversight))

const laterOf = (one: Date, other: Date | null) => (other && other > one ? other : one)

/** Moves that the table opens and the state of the case does not allow right now are not offered. */
function possible(name: Move, c: Case): boolean {
  if (name === 'join' || name === 'audit') return false
  if (name === 'return') return !isBound(c) && c.parentId !== null
  if (name === 'arbitrate') return c.report.returns >= 3
  if (name === 'question') return !c.question
  if (name === 'extend')
    return !c.extension && isExtensible(c) && legalCap(c, c.report) > laterOf(c.now, c.report.settleDue)
  if (name === 'grant' || name === 'refuse') return c.extension !== null
  if (name === 'sendBack') return c.draft !== null
  if (name === 'reopen') return c.now <= (reopenableUntil(c) ?? c.now)
  if (name === 'heed') return c.instruction !== null
  if (name === 'visit') return c.report.fieldDue !== null
  return true
}
