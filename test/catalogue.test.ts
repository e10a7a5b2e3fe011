import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withActor } from '../src/db/actor.ts'
import { testDatabase } from './database.ts'

/** The walls, as the catalogue of the database itself tells of them. */

const { admin, db } = await testDatabase()
const list = async (rows: PromiseLike<readonly { name?: string }[]>) => (await rows).map(({ name }) => name)

test('every table has walls that hold for its owner as well, but those that say nothing about anybody', async () => {
  const bare = await list(admin`
    select c.oid::regclass::text as name from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and c.relnamespace::regnamespace::text not like 'pg\\_%' and not (c.relrowsecurity and c.relforcerowsecurity)
    order by 1`)
  assert.deepEqual(bare, ['area', 'migration'])
})

test('what a policy lets somebody write, it also checks', async () => {
  const unchecked = await list(admin`
    select format('%s on %s', polname, polrelid::regclass) as name from pg_policy
    where polcmd in ('a', 'w', '*') and polwithcheck is null`)
  assert.deepEqual(unchecked, [])
})

test('no role of the application owns anything that walls hold, is a superuser or walks around walls', async () => {
  const strong = await list(admin`
    select rolname as name from pg_roles where rolname like 'lapor\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`)
  assert.deepEqual(strong, [])
  const owned = await list(admin`
    select c.oid::regclass::text as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'lapor\\_%'`)
  assert.deepEqual(owned, [])
  const creators = await list(admin`
    select format('%s in %s', r.rolname, n.nspname) as name from pg_roles r, pg_namespace n
    where r.rolname like 'lapor\\_%' and n.nspname in ('public', 'vault', 'internal') and has_schema_privilege(r.oid, n.oid, 'create')`)
  assert.deepEqual(creators, [])
})

test('functions that act for somebody else belong to the registrar, keep their search path and are not for everyone', async () => {
  const loose = await list(admin`
    select p.oid::regprocedure::text as name from pg_proc p join pg_roles r on r.oid = p.proowner
    where p.prosecdef and p.pronamespace::regnamespace::text in ('public', 'vault', 'internal')
      and (r.rolname <> 'lapor_registrar' or not coalesce(p.proconfig::text like '%search_path=%', false)
        or has_function_privilege('public', p.oid, 'execute'))`)
  assert.deepEqual(loose, [])
})

test('a view shows what its reader may see, not what its owner may', async () => {
  const views = await list(admin`
    select c.oid::regclass::text as name from pg_class c
    where c.relkind in ('v', 'm') and c.relnamespace::regnamespace::text in ('public', 'vault', 'internal')
      and not coalesce('security_invoker=true' = any (c.reloptions), false)`)
  assert.deepEqual(views, [])
})

test('after a commit or a fall the next user of the connection is nobody', async () => {
  const left = () => db.app`
    select coalesce(string_agg(current_setting('app.' || name, true), ''), '') as text
    from unnest(array['kind', 'person', 'agency', 'manages', 'below', 'inspects', 'report', 'draft']) name`
  const actor = { kind: 'reporter', reporterId: 7, reportIds: [7] } as const
  for (let n = 0; n < 8; n++) {
    await withActor(db, actor, (tx) => tx`select 1`)
    await assert.rejects(withActor(db, actor, (tx) => tx`select 1 / 0`))
    assert.equal((await left())[0]?.text, '')
  }
})
