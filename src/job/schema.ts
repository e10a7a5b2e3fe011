import { runMigrations } from 'graphile-worker'
import { alone } from '../db/alone.ts'

/** The tables of the queue, made by the owner, worked with by the worker's role, which owns nothing. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  return alone(ownerUrl, async (sql) => {
    await sql`select pg_advisory_lock(7215335)`
    await runMigrations({ connectionString: ownerUrl, noHandleSignals: true })
    await sql.unsafe(grants)
  })
}

/** The library enables row-level security on its tables and writes no policy: without one only the owner sees a job. */
const grants = `
  grant usage on schema graphile_worker to lapor_worker;
  grant select, insert, update, delete on all tables in schema graphile_worker to lapor_worker;
  grant usage on all sequences in schema graphile_worker to lapor_worker;
  revoke execute on all functions in schema graphile_worker from public;
  grant execute on all functions in schema graphile_worker to lapor_worker;
  do $$
  declare name text;
  begin
    for name in select c.relname from pg_class c
      where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'worker')
    loop
      execute format('create policy worker on graphile_worker.%I for all to lapor_worker using (true) with check (true)', name);
    end loop;
  end $$`
