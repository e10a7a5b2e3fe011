import type { Outcome } from '../../agency/ledger.ts'
import type { Tx } from '../../db/database.ts'
import type { Staff } from '../../person/may.ts'
import { maySign, type PlanRefusal } from './plan.ts'
import { planById, previewOf } from './read.ts'

/** Signing: what is signed is what was seen. The password was proved before, by whoever asks. */

/** @param seen the digest of the preview that the person had before them */
export async function signPlan(
  tx: Tx,
  staff: Staff,
  id: number,
  seen: string,
  now: Date,
): Promise<Outcome<PlanRefusal>> {
  const plan = maySign(staff) ? await planById(tx, staff.path, id) : undefined
  if (!plan) return { ok: false, refusal: 'not-found' }
  if (plan.state !== 'draft') return { ok: false, refusal: 'already' }
  const { digest, movable } = await previewOf(tx, id)
  if (digest !== seen) return { ok: false, refusal: 'changed' }
  const other = await tx`select from plan where from_id = ${plan.fromId} and state = 'signed'`
  if (other.count > 0) return { ok: false, refusal: 'another' }
  const signed = await tx`
    update plan set state = 'signed', signed_by = ${staff.personId}, signed_name = ${staff.name}, signed_at = ${now}, expected = ${movable}
    where id = ${id} and state = 'draft'`
  if (signed.count !== 1) return { ok: false, refusal: 'already' }
  await tx`insert into outbox (task, payload) values ('plans', '{}')`
  return { ok: true }
}
