import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { migrate, pending } from './migrate.ts'

const { admin, ownerUrl } = await testDatabase()
const files = (await readdir(new URL('../../../src/db/migrations/', import.meta.url))).sort()

const fresh = async (name: string) => {
  await admin`create database ${admin(name)}`
  return Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).href
}

test('processes that start together apply every migration once, in order', async (t) => {
  const name = `lapor_together_${process.pid}`
  const url = await fresh(name)
  t.after(() => admin`drop database ${admin(name)} with (force)`)
  assert.deepEqual(await pending(url), files)
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)])
  assert.deepEqual(applied.flat(), files)
  assert.deepEqual(await migrate(url), [])
  assert.deepEqual(await pending(url), [])
})

test('a file that was changed after it had been applied is refused', async () => {
  const [first = ''] = files
  const [row] = await admin<{ digest: string }[]>`select digest from migration where name = ${first}`
  await admin`update migration set digest = 'other' where name = ${first}`
  await assert.rejects(migrate(ownerUrl), new RegExp(`migration ${first} was changed`))
  await admin`update migration set digest = ${row?.digest ?? ''} where name = ${first}`
  assert.deepEqual(await migrate(ownerUrl), [])
})
