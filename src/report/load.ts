import { type RuleBook, rulesFor } from '../agency/rulebook.ts'
import type { Zone } from '../agency/working-days.ts'
import type { Tx } from '../db/database.ts'
import type { Case } from './case.ts'
import type { Report } from './report.ts'

/** Loads a report with what its rules look at, through the actor: what they may not see does not exist. */

export const reportColumns = [
  'id',
  'reference',
  'channel',
  'title',
  'text',
  'edited_title',
  'edited_text',
  'class',
  'oversight',
  'was_oversight',
  'accused',
  'category_code',
  'area_code',
  'place',
  'latitude',
  'longitude',
  'happened_on',
  'addressee_id',
  'anonymous',
  'secret',
  'status',
  'ending',
  'holder_id',
  'holder_path',
  'holder_since',
  'assisting',
  'officer_id',
  'field_due',
  'final',
  'appealed',
  'merged_into',
  'returns',
  'disputes',
  'visits',
  'reporters',
  'filed_at',
  'verified_at',
  'answered_at',
  'resolved_at',
  'ended_at',
  'verify_due',
  'answer_due',
  'settle_due',
  'first_settle_due',
  'cap_due',
  'respond_due',
  'due_at',
  'version',
] as const

const ofReport = reportColumns.map((name) => `r.${name}`).join()

type Around = {
  zone: Zone
  holderArea: string | null
  parentId: number | null
  centreId: number
  question: { id: number; dueAt: string } | null
  extension: { id: number; newDue: string; agencyId: number } | null
  grantedUntil: Date | null
  decidedId: number | null
  draft: Case['draft']
  instruction: Case['instruction']
  visitsWithEvidence: number
}

const date = <T extends Record<K, string>, K extends keyof T>(row: T | null, key: K) =>
  row && ({ ...row, [key]: new Date(row[key]) } as Omit<T, K> & Record<K, Date>)

export async function reportByReference(tx: Tx, reference: string): Promise<Report | undefined> {
  const [report] = await tx<Report[]>`select ${tx(reportColumns)} from report where reference = ${reference}`
  return report
}

export async function loadCase(tx: Tx, reference: string, book: RuleBook, now: Date): Promise<Case | undefined> {
  const [row] = await tx<(Report & Around)[]>`
    select ${tx.unsafe(ofReport)}, a.zone, a.area_code as holder_area, centre.id as centre_id,
      case when a.kind = 'unit' then a.parent_id when a.id <> centre.id then centre.id end as parent_id,
      (select to_jsonb(q) from (select id, due_at from question where report_id = r.id and answered_at is null and holds_up and due_at > ${now} limit 1) q) as question,
      (select to_jsonb(x) from (select id, new_due, agency_id from extension where report_id = r.id and decided_at is null) x) as extension,
      (select max(new_due) from extension where report_id = r.id and granted) as granted_until,
      case when r.final then (select (data ->> 'agencyId')::bigint from event where report_id = r.id and (move = 'arbitrate' or move = 'reassign' and data ? 'bound') order by n desc limit 1) end as decided_id,
      (select to_jsonb(d) from (select id, text, by_person from draft where report_id = r.id and state in ('waiting', 'sent_back') limit 1) d) as draft,
      (select to_jsonb(i) from (select id from instruction where report_id = r.id and answered_at is null order by id limit 1) i) as instruction,
      (select count(*)::int from visit where report_id = r.id and evidence > 0) as visits_with_evidence
    from report r join agency a on a.id = r.holder_id join agency centre on centre.parent_id is null
    where r.reference = ${reference}`
  if (!row) return undefined
  const {
    zone,
    holderArea,
    parentId,
    centreId,
    question,
    extension,
    grantedUntil,
    decidedId,
    draft,
    instruction,
    visitsWithEvidence,
    ...report
  } = row
  return {
    report,
    rules: rulesFor(book, holderArea),
    zone,
    now,
    parentId,
    centreId,
    grantedUntil,
    decidedId,
    draft,
    instruction,
    visitsWithEvidence,
    question: date(question, 'dueAt'),
    extension: date(extension, 'newDue'),
    target: null,
  }
}
