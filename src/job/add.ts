import type { Tx } from '../db/database.ts'
import { attempts } from './drain.ts'

/** Adds jobs from inside a job. People's transactions write to the outbox instead: a notification holds up commits. */
export async function addJobs(tx: Tx, task: string, payloads: readonly object[]): Promise<void> {
  if (payloads.length === 0) return
  await tx`
    select count(*) from graphile_worker.add_jobs((
      select array_agg(row(${task}::text, payload::json, null, null, ${attempts}::int, null, null, null)::graphile_worker.job_spec)
      from jsonb_array_elements(${tx.json(payloads as never)}) as payload))`
}
