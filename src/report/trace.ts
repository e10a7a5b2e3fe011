import type { Tx } from '../db/database.ts'
import type { Case, Change } from './case.ts'
import { endOfDay } from './deadline.ts'
import type { Inputs } from './input.ts'
import type { Move } from './lifecycle.ts'

/** What a move leaves beside the report: an open question, a draft, a task, a visit. Written after the ledger line,
 *  which let nobody else in, and in the same transaction. */

type Left = {
  c: Case
  change: Change & { ok: true }
  personId: number | null
  agencyId: number | null
  reporterId: number | null
}
type Traces = { [M in Move]?: (tx: Tx, left: Left, input: Inputs[M]) => Promise<unknown> }

export const traces: Traces = {
  ask: (tx, { c, change, agencyId }, { text }) => tx`
    insert into question (report_id, agency_id, holds_up, text, at, due_at)
    values (${c.report.id}, ${agencyId}, false, ${text}, ${c.now}, ${change.set.respondDue ?? c.now})`,
  complete: (tx, { c }) => answered(tx, c),
  reply: (tx, { c }) => answered(tx, c),
  question: (tx, { c, change, agencyId }, { text }) => tx`
    insert into question (report_id, agency_id, holds_up, text, at, due_at)
    values (${c.report.id}, ${agencyId}, true, ${text}, ${c.now}, ${change.data.due as Date})`,
  draft: (tx, { c, personId, agencyId }, { text }) => tx`
    insert into draft (report_id, agency_id, by_person, text, state, at)
    values (${c.report.id}, ${agencyId}, ${personId}, ${text}, 'waiting', ${c.now})
    on conflict (report_id, agency_id) where state in ('waiting', 'sent_back')
    do update set text = excluded.text, by_person = excluded.by_person, state = 'waiting', at = excluded.at`,
  sendBack: (tx, { c }, { remark }) =>
    tx`update draft set state = 'sent_back', remark = ${remark} where id = ${c.draft?.id ?? 0}`,
  answer: (tx, { c }) => (c.draft ? tx`update draft set state = 'sent' where id = ${c.draft.id}` : Promise.resolve()),
  dispatch: (tx, { c, personId, agencyId }, { note }) =>
    note === ''
      ? Promise.resolve()
      : tx`
        insert into note (report_id, agency_id, by_person, by_name, text, shared, at)
        select ${c.report.id}, ${agencyId}, id, name, ${note}, true, ${c.now} from account where id = ${personId}`,
  visit: (tx, { c, personId, agencyId }, v) => tx`
    insert into visit (report_id, agency_id, by_person, visited_at, place, latitude, longitude, outcome, findings, evidence, at)
    values (${c.report.id}, ${agencyId}, ${personId}, ${v.visitedAt}, ${v.place}, ${v.latitude ?? null}, ${v.longitude ?? null},
      ${v.outcome}, ${v.findings}, ${v.evidence}, ${c.now})`,
  extend: (tx, { c, personId, agencyId }, { reason, sentence, newDue }) => tx`
    insert into extension (report_id, agency_id, by_person, reason, sentence, new_due, at)
    values (${c.report.id}, ${agencyId}, ${personId}, ${reason}, ${sentence}, ${endOfDay(newDue, c.zone)}, ${c.now})`,
  grant: (tx, { c }) =>
    tx`update extension set decided_at = ${c.now}, granted = true where id = ${c.extension?.id ?? 0}`,
  refuse: (tx, { c }) =>
    tx`update extension set decided_at = ${c.now}, granted = false where id = ${c.extension?.id ?? 0}`,
  instruct: (tx, { c, personId }, { text, due }) => tx`
    insert into instruction (report_id, agency_id, by_person, text, due_at, at)
    values (${c.report.id}, ${c.report.holderId}, ${personId}, ${text}, ${endOfDay(due, c.zone)}, ${c.now})`,
  heed: (tx, { c }, { text }) =>
    tx`update instruction set answered_at = ${c.now}, answer = ${text} where id = ${c.instruction?.id ?? 0}`,
  // A draft that waits goes along; an older one of the new holder makes room for it.
  reassign: async (tx, { c }, { agencyId }) => {
    await tx`select drafts_go_along(${c.report.id}, ${c.report.holderId}, ${agencyId})`
  },
  rate: (tx, { c, reporterId }, { rating }) =>
    tx`update reporter set rating = ${rating}, rated_at = ${c.now} where id = ${reporterId}`,
}

const answered = (tx: Tx, c: Case) =>
  tx`update question set answered_at = ${c.now} where report_id = ${c.report.id} and answered_at is null`
