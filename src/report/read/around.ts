import type { Tx } from '../../db/database.ts'
import type { Staff } from '../../person/may.ts'

/** What stands around a report: the parts that pages about it are made of, read through the actor. */

export type Visit = {
  id: number
  agencyName: string
  byName: string
  visitedAt: Date
  place: string
  outcome: 'done' | 'again' | 'not_found'
  findings: string
  at: Date
  /** Its line in the ledger, on which its photos hang. */
  eventN: number | null
}
/** One agency on the report: as its lead, or helping. */
export type Assignment = {
  id: number
  agencyId: number
  agencyName: string
  lead: boolean
  byName: string | null
  note: string
  at: Date
  endedAt: Date | null
  endedHow: string | null
}
/** A note: of this agency alone, or for everybody who works on the report. */
export type Note = { id: number; agencyName: string; byName: string; text: string; shared: boolean; at: Date }
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

export type Officer = { id: number; name: string }
export type Template = { id: number; title: string; text: string }

export type Around = Readonly<{
  holderName: string
  holderParentName: string | null
  areaName: string | null
  categoryName: { id: string; en: string } | null
  addresseeName: string | null
  /** Whom it is about. */
  accused: readonly { id: number; name: string }[]
  officerName: string | null
  mergedInto: string | null
  /** Where every report begins. */
  rootName: string
}>

export async function around(tx: Tx, id: number): Promise<Around> {
  const [row] = await tx<Around[]>`
    select h.name as holder_name, p.name as holder_parent_name, o.name as officer_name, d.name as addressee_name,
      case when r.accused is null then '[]' else (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.path), '[]')
        from agency g where g.path = any (r.accused)) end as accused,
      (select string_agg(a.name, ', ' order by a.level desc) from area a
        where a.code in (r.area_code, left(r.area_code, 8), left(r.area_code, 5), left(r.area_code, 2))) as area_name,
      case when k.code is null then null else jsonb_build_object('id', k.name_id, 'en', k.name_en) end as category_name,
      (select m.reference from report m where m.id = r.merged_into) as merged_into,
      (select name from agency where parent_id is null) as root_name
    from report r join agency h on h.id = r.holder_id left join agency p on p.id = h.parent_id
      left join account o on o.id = r.officer_id left join agency d on d.id = r.addressee_id
      left join category k on k.code = r.category_code
    where r.id = ${id}`
  if (!row) throw new Error('a report that was loaded is gone')
  return row
}

/** The name of who did it, from the ledger: accounts of other agencies are nobody's to read. */
const doneBy = (tx: Tx, alias: string) => {
  const row = tx(alias)
  return tx`coalesce((select min(e.by_name) from event e
    where e.report_id = ${row}.report_id and e.at = ${row}.at and e.person_id = ${row}.by_person), '')`
}

export const visits = (tx: Tx, id: number) => tx<Visit[]>`
  select v.id, a.name as agency_name, ${doneBy(tx, 'v')} as by_name, v.visited_at, v.place, v.outcome, v.findings, v.at,
    (select min(e.n) from event e where e.report_id = v.report_id and e.move = 'visit' and e.at = v.at) as event_n
  from visit v join agency a on a.id = v.agency_id where v.report_id = ${id} order by v.id`
export const assignments = (tx: Tx, id: number) => tx<Assignment[]>`
  select s.id, s.agency_id, a.name as agency_name, s.lead, nullif(${doneBy(tx, 's')}, '') as by_name, s.note, s.at, s.ended_at, s.ended_how
  from assignment s join agency a on a.id = s.agency_id
  where s.report_id = ${id} order by s.id`
export const questions = (tx: Tx, id: number) => tx<Question[]>`
  select q.id, a.name as agency_name, q.text, q.at, q.due_at, q.answered_at from question q join agency a on a.id = q.agency_id
  where q.report_id = ${id} order by q.id`
export const instructions = (tx: Tx, id: number) => tx<Instruction[]>`
  select i.id, ${doneBy(tx, 'i')} as by_name, i.text, i.due_at, i.at, i.answered_at, i.answer
  from instruction i where i.report_id = ${id} order by i.id`
export const extensions = (tx: Tx, id: number) => tx<Extension[]>`
  select x.id, a.name as agency_name, x.reason, x.sentence, x.new_due, x.at, x.decided_at, x.granted
  from extension x join agency a on a.id = x.agency_id where x.report_id = ${id} order by x.id`
export const drafts = (tx: Tx, id: number) => tx<Draft[]>`
  select d.id, coalesce(p.name, '') as by_name, d.text, d.state, d.remark, d.at from draft d left join account p on p.id = d.by_person
  where d.report_id = ${id} and d.state in ('waiting', 'sent_back')`
export const notes = (tx: Tx, id: number) =>
  tx<Note[]>`
    select n.id, a.name as agency_name, n.by_name, n.text, n.shared, n.at
    from note n join agency a on a.id = n.agency_id where n.report_id = ${id} order by n.id`
export const officers = (tx: Tx, staff: Staff) => tx<Officer[]>`
  select id, name from account where agency_id = ${staff.agencyId} and 'officer' = any (roles) and disabled_at is null order by name`
export const templates = (tx: Tx) => tx<Template[]>`select id, title, text from answer_template order by title`
export const sealed = (tx: Tx, id: number) =>
  tx<{ reporterId: number; sealed: Buffer }[]>`
    select reporter_id, sealed from vault.identity where report_id = ${id} order by reporter_id`
