import type { Sql } from '../db/database.ts'

/** Quiet rows of the outbox become jobs: one statement takes them out and puts them in, so nothing is lost or doubled. */

const batch = 1000
/** Events are told in handfuls: most concern nobody who can be reached. Their reports are made findable beside it. */
const handful = 100

/** So many messages of one channel are read before the next of another: a flood of letters holds up letters, and no short message. */
const turn = 100
/** What is further back comes no later. */
const farthest = 10_000

/** @returns how many rows were moved. */
export async function drain(worker: Sql): Promise<number> {
  const [row] = await worker<{ moved: number }[]>`
    with o as (
      delete from outbox where id in (select id from outbox order by id limit ${batch} for update skip locked)
      returning id, task, payload),
    m as (select o.id, i.channel from o join inbox i on i.id = (o.payload ->> 'inboxId')::bigint where o.task = 'read'),
    behind as materialized (
      select channel, (select count(*)::int / ${turn}::int from (
        select from inbox i where i.channel = c.channel and i.state = 'waiting' limit ${farthest}) w) as turns
      from (select distinct channel from m) c),
    job as (
      select task, payload, coalesce(turns, 0) as priority from o left join m using (id) left join behind using (channel) where task <> 'tell'
      union all
      select each.*, 0 from (
        select jsonb_agg(payload) as events, jsonb_agg(payload -> 'reportId') as reports
        from (select payload, (row_number() over (order by id) - 1) / ${handful}::int as part from o where task = 'tell') t
        group by part) h,
        lateral (values ('tell', jsonb_build_object('events', events)), ('find', jsonb_build_object('reports', reports))) each),
    spec as (
      select array_agg(row(task, payload::json, null, null, ${attempts}::int, null, priority, null)::graphile_worker.job_spec) as specs
      from job having count(*) > 0),
    added as (select count(*) from spec, graphile_worker.add_jobs(spec.specs))
    select (select count(*)::int from o) as moved, (select count from added) as jobs`
  return row?.moved ?? 0
}

/** With graphile-worker's waiting times, about a day until a job is parked. */
export const attempts = 12

export type Drainer = Readonly<{ wake: () => void; stop: () => Promise<void> }>

/** Drains every second, and soon after `wake`, at most once in 20 ms. */
export function drainer(worker: Sql, failed: (reason: unknown) => void): Drainer {
  let woken: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let stopped = false

  async function all(): Promise<void> {
    while (!stopped && (await drain(worker)) === batch);
  }
  function go(): void {
    running ??= all()
      .catch(failed)
      .finally(() => {
        running = undefined
      })
  }
  function wake(): void {
    if (stopped) return
    woken ??= setTimeout(() => {
      woken = undefined
      // A pass that runs may have looked before the new row was committed: look once more after it.
      if (running) void running.then(wake)
      else go()
    }, 20)
  }
  const tick = setInterval(go, 1000)
  return {
    wake,
    stop: async () => {
      stopped = true
      clearInterval(tick)
      clearTimeout(woken)
      await running
    },
  }
}
