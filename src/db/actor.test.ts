import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { type Actor, attempt, NotCommitted, withActor } from './actor.ts'

const { db, admin } = await testDatabase()

const officer: Actor = {
  kind: 'staff',
  personId: 100_001,
  agencyId: 7,
  path: '/1/7/',
  reads: true,
  readsBelow: false,
  inspects: false,
  manages: true,
}

const names = ['kind', 'person', 'agency', 'manages', 'below', 'inspects', 'report', 'path']

const settings = async (sql: { unsafe: typeof admin.unsafe }) => {
  const list = names.map((name) => `coalesce(current_setting('app.${name}', true), '') as "${name}"`)
  return (await sql.unsafe(`select current_user::text as "user", ${list.join()}`))[0]
}

const nobody = { person: '', agency: '', manages: '', below: '', inspects: '', report: '', path: '' }

test('within its transaction the database knows who acts, and no more than that', async () => {
  const seen = await withActor(db, officer, (tx) => settings(tx))
  assert.deepEqual(
    { ...seen },
    { ...nobody, user: 'lapor_app', kind: 'staff', person: '100001', agency: '7', manages: '/1/7/', path: '/1/7/' },
  )
  const reporter = await withActor(db, { kind: 'reporter', reporterId: 3, reportIds: [4, 5] }, (tx) => settings(tx))
  assert.deepEqual({ ...reporter }, { ...nobody, user: 'lapor_app', kind: 'reporter', person: '3', report: '{4,5}' })
  const system = await withActor(db, { kind: 'system' }, (tx) => settings(tx))
  assert.deepEqual({ ...system }, { ...nobody, user: 'lapor_worker', kind: 'system' })
})

test('after it, on the same connection, nobody acts', async () => {
  const tx = await db.app.reserve()
  tx.release()
  const pids = new Set<number>()
  for (let n = 0; n < 8; n++) {
    await withActor(db, officer, async (tx) => {
      pids.add((await tx<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid ?? 0)
    })
    const left = await settings(db.app as unknown as typeof admin)
    assert.deepEqual({ ...left }, { ...nobody, user: 'lapor_app', kind: '' })
  }
  assert.ok(pids.size >= 1)
})

test('work that throws leaves nothing behind, and the connection stays usable', async () => {
  const fails = withActor(db, { kind: 'door' }, async (tx) => {
    await tx`insert into sign_in_try (bucket, at) values ('thrown', now())`
    throw new Error('no')
  })
  await assert.rejects(fails, /no/)
  assert.equal((await admin`select from sign_in_try where bucket = 'thrown'`).count, 0)
  assert.equal(await withActor(db, { kind: 'public' }, async () => 'fine'), 'fine')
})

test('a transaction that cannot commit is never called a success', async () => {
  const swallowed = withActor(db, { kind: 'door' }, async (tx) => {
    await tx`insert into sign_in_try (bucket, at) values ('swallowed', now())`
    await tx`select 1 / 0`.catch(() => {})
    return 'done'
  })
  await assert.rejects(swallowed, NotCommitted)
  assert.equal((await admin`select from sign_in_try where bucket = 'swallowed'`).count, 0)
})

test('a refusal undoes what was written before it and comes back as a value', async () => {
  const write = (ok: boolean) =>
    attempt(db, { kind: 'door' }, async (tx) => {
      await tx`insert into sign_in_try (bucket, at) values (${`refused ${ok}`}, now())`
      return ok ? { ok } : { ok, refusal: 'late' }
    })
  assert.deepEqual(await write(false), { ok: false, refusal: 'late' })
  assert.deepEqual(await write(true), { ok: true })
  assert.deepEqual(
    [...(await admin`select bucket from sign_in_try where bucket like 'refused %'`)],
    [{ bucket: 'refused true' }],
  )
})

test('the login of the application may step into its three roles and no further', async () => {
  const [row] = await db.app`select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = session_user`
  assert.deepEqual({ ...row }, { rolsuper: false, rolbypassrls: false, rolcreaterole: false })
  const [owner] = await admin<{ name: string }[]>`select current_user::text as name`
  await assert.rejects(db.app`set role ${db.app(owner?.name ?? '')}`, /permission denied/)
  await assert.rejects(db.app`set role lapor_registrar`, /permission denied/)
})
