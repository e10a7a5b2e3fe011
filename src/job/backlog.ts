import type { Sql } from '../db/database.ts'
import { attempts } from './drain.ts'

/** What waits and what was given up, for whoever looks after the installation. */

export type Backlog = Readonly<{
  /** Rows of the outbox that are not jobs yet, and the age of the oldest in seconds. */
  outbox: number
  oldest: number
  jobs: number
  parked: number
  /** Notices that wait to be sent, and those that no server took. */
  queued: number
  failed: number
  /** Messages that nobody has read yet, and those that a person has to look at because something is wrong with them. */
  unread: number
  setAside: number
  /** Accounts of services that are left alone now, and those where something was passed over unseen in the last day. */
  stopped: number
  gaps: number
}>

export async function backlog(worker: Sql): Promise<Backlog> {
  const [row] = await worker<Backlog[]>`
    select o.*, j.*, n.queued, (select count(*)::int from notice where state = 'failed') as failed,
      (select count(*)::int from inbox where state = 'waiting') as unread,
      (select count(*)::int from inbox where state = 'parked' and reason <> all ('{chatter,held}')) as set_aside,
      (select count(*)::int from channel_position where trouble_until > now()) as stopped,
      (select count(*)::int from channel_position where gap_at > now() - interval '1 day') as gaps
    from (select count(*)::int as outbox, coalesce(extract(epoch from now() - min(at)), 0)::float8 as oldest from outbox) o,
      (select count(*) filter (where attempts < max_attempts)::int as jobs,
        count(*) filter (where attempts >= max_attempts and locked_at is null)::int as parked from graphile_worker.jobs) j,
      (select count(*)::int as queued from notice where state in ('queued', 'sending')) n`
  if (!row) throw new Error('the backlog cannot be counted')
  return row
}

export type Parked = Readonly<{ id: number; task: string; attempts: number; error: string; since: Date }>

/** Jobs that failed as often as they may. They stay until somebody looks. */
export async function parked(worker: Sql, limit = 100): Promise<Parked[]> {
  return worker<Parked[]>`
    select id, task_identifier as task, attempts, coalesce(last_error, '') as error, updated_at as since
    from graphile_worker.jobs where attempts >= max_attempts and locked_at is null order by id limit ${limit}`
}

/** Gives parked jobs another round. @returns how many. */
export async function retryParked(worker: Sql): Promise<number> {
  const [row] = await worker<{ count: number }[]>`
    select count(*)::int as count
    from (select array_agg(id) as ids from graphile_worker.jobs where attempts >= max_attempts and locked_at is null) p,
      graphile_worker.reschedule_jobs(p.ids, now(), null, 0, ${attempts})`
  return row?.count ?? 0
}
