import type { Tx } from '../../db/database.ts'
import type { Table } from './escalate.ts'
import type { Step } from './step.ts'

/** The table of steps, as it stands. */

export const allSteps = (tx: Tx) => tx<Step[]>`
  select id, clock, days, place, tells_reporter, active from escalation_step order by days, clock nulls first, place`

export async function tableOf(tx: Tx): Promise<Table> {
  const [steps, [centre]] = await Promise.all([
    allSteps(tx),
    tx<{ id: number }[]>`select id from agency where parent_id is null`,
  ])
  return { steps, centreId: centre?.id ?? 0 }
}
