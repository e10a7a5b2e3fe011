import type { RuleBook } from '../agency/rulebook.ts'
import type { Tx } from '../db/database.ts'
import { has, type Staff } from '../person/may.ts'
import { type Identity, type Keys, unseal } from '../person/seal.ts'
import type { Case } from './case.ts'
import { type Entry, historyOf } from './history.ts'
import { type Move, type Mover, moversOf, movesOpenTo } from './lifecycle.ts'
import { loadCase } from './load.ts'

/** Everything that one page about one report shows, read in one pipelined round trip, through the actor. */

export type Visit = {
  id: number
  agencyName: string
  byName: string
  visitedAt: Date
  place: string
  outcome: 'done' | 'again' | 'not_found'
  findings: string
  at: Date
}
export type Note = { id: number; byName: string; text: string; at: Date }
export type Instruction = {
  id: number
  byName: string
  text: string
  dueAt: Date
  at: Date
  answeredAt: Date | null
  answer: string | null
}
export type Question = { id: number; agencyName: string; text: string; at: Date; dueAt: Date; answeredAt: Date | null }
export type Extension = {
  id: number
  agencyName: string
  reason: string
  sentence: string
  newDue: Date
  at: Date
  decidedAt: Date | null
  granted: boolean | null
}
export type Draft = {
  id: number
  byName: string
  text: string
  state: 'waiting' | 'sent_back'
  remark: string
  at: Date
}

export type Around = Readonly<{
  holderName: string
  holderParentName: string | null
  areaName: string | null
  categoryName: { id: string; en: string } | null
  addresseeName: string | null
  officerName: string | null
  mergedInto: string | null
}>

async function around(tx: Tx, id: number): Promise<Around> {
  const [row] = await tx<Around[]>`
    select h.name as holder_name, p.name as holder_parent_name, o.name as officer_name, d.name as addressee_name,
      (select string_agg(a.name, ', ' order by a.level desc) from area a
        where a.code = r.area_code or r.area_code like a.code || '.%') as area_name,
      case when k.code is null then null else jsonb_build_object('id', k.name_id, 'en', k.name_en) end as category_name,
      (select m.reference from report m where m.id = r.merged_into) as merged_into
    from report r join agency h on h.id = r.holder_id left join agency p on p.id = h.parent_id
      left join account o on o.id = r.officer_id left join agency d on d.id = r.addressee_id
      left join category k on k.code = r.category_code
    where r.id = ${id}`
  if (!row) throw new Error('a report that was loaded is gone')
  return row
}

const visits = (tx: Tx, id: number) => tx<Visit[]>`
  select v.id, a.name as agency_name, coalesce(p.name, '') as by_name, v.visited_at, v.place, v.outcome, v.findings, v.at
  from visit v join agency a on a.id = v.agency_id left join account p on p.id = v.by_person where v.report_id = ${id} order by v.id`
const questions = (tx: Tx, id: number) => tx<Question[]>`
  select q.id, a.name as agency_name, q.text, q.at, q.due_at, q.answered_at from question q join agency a on a.id = q.agency_id
  where q.report_id = ${id} order by q.id`
const instructions = (tx: Tx, id: number) => tx<Instruction[]>`
  select i.id, coalesce(p.name, '') as by_name, i.text, i.due_at, i.at, i.answered_at, i.answer
  from instruction i left join account p on p.id = i.by_person where i.report_id = ${id} order by i.id`
const extensions = (tx: Tx, id: number) => tx<Extension[]>`
  select x.id, a.name as agency_name, x.reason, x.sentence, x.new_due, x.at, x.decided_at, x.granted
  from extension x join agency a on a.id = x.agency_id where x.report_id = ${id} order by x.id`
const drafts = (tx: Tx, id: number) => tx<Draft[]>`
  select d.id, coalesce(p.name, '') as by_name, d.text, d.state, d.remark, d.at from draft d left join account p on p.id = d.by_person
  where d.report_id = ${id} and d.state in ('waiting', 'sent_back')`
const notes = (tx: Tx, id: number) =>
  tx<Note[]>`select id, by_name, text, at from note where report_id = ${id} order by id`
const officers = (tx: Tx, staff: Staff) => tx<{ id: number; name: string }[]>`
  select id, name from account where agency_id = ${staff.agencyId} and 'officer' = any (roles) and disabled_at is null order by name`
const templates = (tx: Tx) =>
  tx<{ id: number; title: string; text: string }[]>`select id, title, text from answer_template order by title`

export type StaffPage = Readonly<{
  case: Case
  around: Around
  history: Entry[]
  visits: Visit[]
  questions: Question[]
  instructions: Instruction[]
  extensions: Extension[]
  draft: Draft | undefined
  notes: Note[]
  officers: { id: number; name: string }[]
  templates: { id: number; title: string; text: string }[]
  /** Only of reporters who chose to be known; nothing else leaves the vault. */
  reporters: Identity[]
  movers: readonly Mover[]
  moves: Move[]
}>

/** The report page of staff, or undefined when there is no such report for them. Opening a secret one leaves a line. */
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
  const { id, secret, status } = c.report
  const [around_, history, v, q, i, x, d, n, o, t, sealed] = await Promise.all([
    around(tx, id),
    historyOf(tx, id),
    visits(tx, id),
    questions(tx, id),
    instructions(tx, id),
    extensions(tx, id),
    drafts(tx, id),
    notes(tx, id),
    has(staff, 'liaison') ? officers(tx, staff) : [],
    templates(tx),
    tx<{ sealed: Buffer }[]>`select sealed from vault.identity where report_id = ${id}`,
    secret ? tx`insert into opening (report_id, person_id, at) values (${id}, ${staff.personId}, ${now})` : undefined,
  ])
  const movers = moversOf(c.report, staff)
  return {
    case: c,
    around: around_,
    history,
    visits: v,
    questions: q,
    instructions: i,
    extensions: x,
    draft: d[0],
    notes: n,
    officers: o,
    templates: t,
    reporters: sealed.map((row) => unseal(keys, row.sealed)),
    movers,
    moves: movesOpenTo(status, movers).filter((name) => possible(name, c)),
  }
}

/** Moves that the table opens and the state of the case does not allow right now are not offered. */
function possible(name: Move, c: Case): boolean {
  if (name === 'join') return false
  if (name === 'return') return !c.report.final && c.parentId !== null
  if (name === 'arbitrate') return c.report.returns >= 3
  if (name === 'question') return !c.question
  if (name === 'extend') return !c.extension
  if (name === 'grant' || name === 'refuse') return c.extension !== null
  if (name === 'sendBack') return c.draft !== null
  if (name === 'heed') return c.instruction !== null
  if (name === 'visit') return c.report.fieldDue !== null
  return true
}

export type ReporterPage = Readonly<{
  case: Case
  around: Around
  history: Entry[]
  visits: Visit[]
  questions: Question[]
  rating: number | null
  reporterId: number
  /** The report that this person sent, when it was merged into another. */
  own: { reference: string; text: string; filedAt: Date }
  moves: Move[]
}>

/** The reporter's page: the case they belong to, without what is for staff. */
export async function reporterPage(
  tx: Tx,
  book: RuleBook,
  reporterId: number,
  now: Date,
): Promise<ReporterPage | undefined> {
  const [me] = await tx<
    { reference: string; rating: number | null; ownReference: string; text: string; filedAt: Date }[]
  >`
    select r.reference, p.rating, o.reference as own_reference, o.text, o.filed_at
    from reporter p join report r on r.id = p.report_id join report o on o.id = p.own_report_id where p.id = ${reporterId}`
  const c = me && (await loadCase(tx, me.reference, book, now))
  if (!c) return undefined
  const [around_, history, v, q] = await Promise.all([
    around(tx, c.report.id),
    historyOf(tx, c.report.id),
    visits(tx, c.report.id),
    questions(tx, c.report.id),
  ])
  const movers = movesOpenTo(c.report.status, ['reporter']).filter((name) => reporterMay(name, c, me.rating))
  const own = { reference: me.ownReference, text: me.text, filedAt: me.filedAt }
  return {
    case: c,
    around: around_,
    history,
    visits: v,
    questions: q,
    rating: me.rating,
    reporterId,
    own,
    moves: movers,
  }
}

function reporterMay(name: Move, c: Case, rating: number | null): boolean {
  if (name === 'complete') return c.report.status === 'incomplete' || c.report.ending === 'expired'
  if (name === 'appeal')
    return !c.report.appealed && !['withdrawn', 'merged', 'expired', null].includes(c.report.ending)
  if (name === 'rate') return rating === null
  return true
}
