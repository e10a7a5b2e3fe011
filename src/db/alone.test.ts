import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { alone } from './alone.ts'

const { ownerUrl } = await testDatabase()

test('what the work gives is given on, and the connection is closed', async () => {
  const [row] = await alone(ownerUrl, (sql) => sql<{ pid: number }[]>`select pg_backend_pid() as pid`)
  const left = () => alone(ownerUrl, (sql) => sql`select from pg_stat_activity where pid = ${row?.pid ?? 0}`)
  while ((await left()).count > 0);
})

test('a connection that is lost in the midst of a query is an error, and nobody waits for it', {
  timeout: 60_000,
}, async () => {
  await assert.rejects(alone(ownerUrl, (sql) => sql`select pg_terminate_backend(pg_backend_pid())`))
})
