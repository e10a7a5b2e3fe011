import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { testDatabase } from '../../test/database.ts'
import { withActor } from './actor.ts'
import { ConnectionLost } from './reserve.ts'

const { db, admin } = await testDatabase()

async function end(pid: number): Promise<void> {
  await admin`select pg_terminate_backend(${pid})`
  for (;;) {
    const { count } = await admin`select from pg_stat_activity where pid = ${pid}`
    if (count === 0) return
    await sleep(5)
  }
}

test('a transaction whose connection is lost fails, and touches no other', async () => {
  const lost = Array.from({ length: 8 }, () =>
    withActor(db, { kind: 'public' }, async (tx) => {
      const [own] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
      await end(own?.pid ?? 0)
      await sleep(50)
      await tx`select 1`
    }),
  )
  for (const one of await Promise.allSettled(lost)) {
    assert.equal(one.status, 'rejected')
    assert.ok(one.reason instanceof ConnectionLost)
  }
  const kinds = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      withActor(db, n % 2 ? { kind: 'public' } : { kind: 'door' }, async (tx) => {
        await tx`select pg_sleep(0.001)`
        const [row] = await tx<{ kind: string }[]>`select current_setting('app.kind') as kind`
        return row?.kind === (n % 2 ? 'public' : 'door')
      }),
    ),
  )
  assert.deepEqual(new Set(kinds), new Set([true]))
})

test('nobody waits for what was asked of a connection that was lost before it was written', {
  timeout: 60_000,
}, async () => {
  const asked = withActor(db, { kind: 'public' }, async (tx) => {
    const [own] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
    // The first parameter of a new statement has the driver wait for its description: what follows stands in line.
    const slow = tx`select pg_sleep(${60}::int)`.execute()
    slow.catch(() => {})
    const next = tx`select ${'antre'}::text as words`.execute()
    await admin`select pg_terminate_backend(${own?.pid ?? 0})`
    return next
  })
  await assert.rejects(asked)
})
