import { type Outcome, record } from '../../agency/ledger.ts'
import type { Tx } from '../../db/database.ts'
import type { Table } from './escalate.ts'
import type { Step } from './step.ts'

/** The table of steps: how it stands, and how the centre changes it. */

export const allSteps = (tx: Tx) => tx<Step[]>`
  select id, clock, days, place, tells_reporter, active from escalation_step order by days, clock nulls first, place`

export async function tableOf(tx: Tx): Promise<Table> {
  const [steps, [centre]] = await Promise.all([
    allSteps(tx),
    tx<{ id: number }[]>`select id from agency where parent_id is null`,
  ])
  return { steps, centreId: centre?.id ?? 0 }
}

export type StepChange = Omit<Step, 'id'> & { id: number | null }

/** Adds a step or changes one. What was said under it stays said; reports that are late already are looked at once more. */
export async function setStep(
  tx: Tx,
  actorPath: string,
  step: StepChange,
  now: Date,
): Promise<Outcome<'not-yours' | 'step-days' | 'step-early' | 'step-taken' | 'not-found'>> {
  const { id, clock, days, place, tellsReporter, active } = step
  if (!Number.isInteger(days) || days < -30 || days > 90) return { ok: false, refusal: 'step-days' }
  if (tellsReporter && days < 0) return { ok: false, refusal: 'step-early' }
  const [centre] = await tx`select from agency where parent_id is null and path = ${actorPath}`
  if (!centre) return { ok: false, refusal: 'not-yours' }
  const [same] = await tx`
    select from escalation_step where clock is not distinct from ${clock} and days = ${days} and place = ${place} and id is distinct from ${id}`
  if (same) return { ok: false, refusal: 'step-taken' }
  const [kept] =
    id === null
      ? await tx`insert into escalation_step (clock, days, place, tells_reporter, active) values (${clock}, ${days}, ${place}, ${tellsReporter}, ${active}) returning id`
      : await tx`update escalation_step set clock = ${clock}, days = ${days}, place = ${place}, tells_reporter = ${tellsReporter}, active = ${active} where id = ${id} returning id`
  if (!kept) return { ok: false, refusal: 'not-found' }
  await record(tx, { agencyId: null, path: actorPath, name: 'step_set', data: { ...step, id: kept.id } }, now)
  await tx`insert into outbox (task, payload) values ('lookAgain', '{}')`
  return { ok: true }
}
