import type { Outcome } from '../../agency/ledger.ts'
import type { RuleBook } from '../../agency/rulebook.ts'
import type { Tx } from '../../db/database.ts'
import type { Staff } from '../../person/may.ts'
import type { Verdict } from '../../report/input.ts'
import { move } from '../../report/move.ts'
import type { AuditRefusal, JudgeInput } from './audit.ts'

/** What the auditor finds, one report after the other, and the end of it: a line in the ledger of each. */

export async function judge(
  tx: Tx,
  staff: Staff,
  auditId: number,
  n: number,
  { verdict, note }: JudgeInput,
  now: Date,
): Promise<Outcome<AuditRefusal>> {
  const [item] = await tx<{ finished: boolean; handled: boolean }[]>`
    select a.finished_at is not null as finished, internal.handled(i.report_id, a.auditor_id) as handled
    from audit a join audit_item i on i.audit_id = a.id
    where a.id = ${auditId} and i.n = ${n} and a.auditor_id = ${staff.personId}`
  if (!item) return { ok: false, refusal: 'not-found' }
  if (item.finished) return { ok: false, refusal: 'finished' }
  if (item.handled) return { ok: false, refusal: 'handled-since' }
  await tx`update audit_item set verdict = ${verdict}, note = ${note}, judged_at = ${now} where audit_id = ${auditId} and n = ${n}`
  return { ok: true }
}

/** Finishes it: every report gets its line, or none does. What the auditor has handled since or may no longer read is left without a
 *  verdict and without a line. */
export async function finish(
  tx: Tx,
  book: RuleBook,
  staff: Staff,
  auditId: number,
  now: Date,
): Promise<Outcome<AuditRefusal>> {
  // Behind the walls a finished one can be locked by nobody.
  const locked = await tx`select from audit where id = ${auditId} and auditor_id = ${staff.personId} for update`
  if (locked.count === 0) {
    const known = await tx`select from audit where id = ${auditId} and auditor_id = ${staff.personId}`
    return { ok: false, refusal: known.count > 0 ? 'finished' : 'not-found' }
  }
  const items = await judgedOf(tx, auditId)
  if (items.some(({ verdict }) => verdict === null)) return { ok: false, refusal: 'not-judged' }
  for (const { reference, verdict, note } of items) {
    if (verdict === null) continue
    const input = { verdict, note }
    const moved = await move(tx, book, { kind: 'staff', staff }, { reference, name: 'audit', input }, now)
    if (!moved.ok) return { ok: false, refusal: 'changed' }
  }
  await tx`update audit set finished_at = ${now} where id = ${auditId}`
  return { ok: true }
}

type Judged = { reference: string; verdict: Verdict | null; note: string }

/** In the order in which reports are locked everywhere. */
async function judgedOf(tx: Tx, auditId: number): Promise<Judged[]> {
  await tx`
    update audit_item i set verdict = null, note = '', judged_at = null from audit a
    where a.id = i.audit_id and a.id = ${auditId} and i.verdict is not null and internal.handled(i.report_id, a.auditor_id)`
  return tx<Judged[]>`
    select r.reference, i.verdict, i.note from audit_item i join audit a on a.id = i.audit_id join report r on r.id = i.report_id
    where a.id = ${auditId} and not internal.handled(i.report_id, a.auditor_id) order by i.report_id`
}
