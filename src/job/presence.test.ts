import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '../../test/database.ts'
import { bePresent } from './presence.ts'

const { admin, ownerUrl } = await testDatabase()

function pool(t: TestContext) {
  const made = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  const clients: pg.PoolClient[] = []
  const told: unknown[] = []
  made.on('error', () => {}).on('acquire', (client) => clients.push(client))
  made.on('connect', (client) => client.on('error', () => {}))
  t.after(() => made.ended || made.end())
  return { made, clients, told, failed: (reason: unknown) => void told.push(reason) }
}

test('a database that ends while a worker leaves is no error of the worker', async (t) => {
  const { made, clients, told, failed } = pool(t)
  const leave = await bePresent(made, 'leaving', failed)
  leave()
  clients[0]?.emit('error', new Error('terminating connection due to administrator command'))
  leave()
  await made.end()
  assert.deepEqual([clients.length, told], [1, []])
})

test('a connection that breaks before the lock is held goes back, and nobody waits for it at the end', async (t) => {
  const { made, clients, failed } = pool(t)
  const leave = await bePresent(made, 'one of two', failed)
  const second = bePresent(made, 'one of two', failed)
  const refused = assert.rejects(second, /terminat/)
  for (let waits = false; !waits; ) {
    const rows = await admin`
      select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`
    waits = rows.length > 0
  }
  await refused
  leave()
  await made.end()
  assert.equal(clients.length, 2)
})

test('a lock that was lost is held again', async (t) => {
  const { made, clients, failed } = pool(t)
  const leave = await bePresent(made, 'kept', failed)
  const again = new Promise((resolve) => made.once('acquire', resolve))
  clients[0]?.emit('error', new Error('the connection broke'))
  await again
  leave()
  await made.end()
  assert.equal(clients.length, 2)
})
