import type { Pool, PoolClient } from 'pg'
import type { Sql } from '../db/database.ts'

/** A worker that is alive holds a lock by its name. Jobs of one that is not go back to the others, in seconds instead of hours. */

const family = 7_215_334

/** Holds the lock, on another connection when one breaks. @returns what lets go of it. */
export async function bePresent(pool: Pool, name: string, failed: (reason: unknown) => void): Promise<() => void> {
  let letGo: (() => void) | undefined
  let left = false
  async function hold(): Promise<void> {
    const client = await pool.connect()
    const release = releaseOnce(client)
    client.once('error', () => {
      release()
      if (letGo !== release) return
      letGo = undefined
      again()
    })
    // A client that is kept back by nobody would let the pool wait for it for ever.
    await client.query('select pg_advisory_lock($1, hashtext($2))', [family, name]).catch((reason) => {
      release()
      throw reason
    })
    if (left) release()
    else letGo = release
  }
  function again(): void {
    if (left) return
    hold().catch((reason) => {
      failed(reason)
      setTimeout(again, 1000).unref()
    })
  }
  await hold()
  return () => {
    left = true
    letGo?.()
  }
}

/** A connection may break after it was given back, and giving it back twice is an error. */
function releaseOnce(client: PoolClient): () => void {
  let released = false
  return () => {
    if (!released) client.release(true)
    released = true
  }
}

/** Gives back what dead workers had taken. @returns how many of them there were. */
export async function releaseDead(worker: Sql): Promise<number> {
  const [row] = await worker<{ count: number }[]>`
    with dead as materialized (
      select locked_by from (
        select distinct locked_by from graphile_worker.jobs
        where locked_by is not null and locked_at < now() - interval '10 seconds') l
      where pg_try_advisory_xact_lock(${family}, hashtext(locked_by)))
    select count(*)::int as count from (select array_agg(locked_by) as names from dead having count(*) > 0) d,
      graphile_worker.force_unlock_workers(d.names), unnest(d.names)`
  return row?.count ?? 0
}
