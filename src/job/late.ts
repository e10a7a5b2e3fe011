import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'
import { patience } from '../sms/part/join.ts'
import { attempts } from './drain.ts'

/** Messages of which parts never came are read with gaps. */
export async function readLate(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - patience)
  await withActor(
    db,
    { kind: 'system' },
    (tx) => tx`
      select count(*) from graphile_worker.add_jobs((
        select array_agg(row('read', json_build_object('inboxId', id), null, null, ${attempts}::int, 'late-' || id, null, null)::graphile_worker.job_spec)
        from (select id from inbox where state = 'waiting' and chain is not null and part_of is null and received_at <= ${before}
          order by received_at limit 1000) late having count(*) > 0))`,
  )
}

/** Tries end after about a day. What still waits then, because a service was away for longer, is begun anew every hour. */
export async function readAgain(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 26 * 3_600_000)
  await withActor(
    db,
    { kind: 'system' },
    (tx) => tx`
      select count(*) from graphile_worker.add_jobs((
        select array_agg(row('read', json_build_object('inboxId', id), null, null, ${attempts}::int, 'again-' || id, null, null)::graphile_worker.job_spec)
        from (select id from inbox where state = 'waiting' and chain is null and received_at <= ${before}
          order by received_at limit 1000) old having count(*) > 0))`,
  )
}
