import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { bucketStore, folderStore, newKey } from './store.ts'

const folder = await mkdtemp(join(tmpdir(), 'lapor-store-'))
const store = folderStore(folder)
after(() => rm(folder, { recursive: true }))
const key = () => newKey(new Date('2026-11-24T01:00:00Z'), randomBytes(16))

test('what is written can be read, and is gone when deleted', async () => {
  const [name, bytes] = [key(), randomBytes(3_000_000)]
  assert.match(name, /^2026-11-24\/[0-9a-f]{32}$/)
  await store.put(name, bytes)
  assert.ok(bytes.equals(await buffer(await store.getStream(name))))
  assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600)
  await store.delete(name)
  await store.delete(name)
  await assert.rejects(store.getStream(name), { code: 'E_CANNOT_READ_FILE' })
})

test('no half-written file is left under its name, and none is written over', async () => {
  const name = key()
  await Promise.all(Array.from({ length: 20 }, (_, n) => store.put(`${name}${n}`, Buffer.alloc(10_000, n))))
  const names = await readdir(join(folder, '2026-11-24'))
  assert.equal(names.length, 20)
  assert.ok(names.every((each) => !each.endsWith('.part')))
})

test('no key leads out of the folder', async () => {
  for (const wrong of ['../outside', 'a/../../b', '']) {
    await assert.rejects(async () => store.put(wrong, Buffer.of(1)), wrong)
    await assert.rejects(async () => store.getStream(wrong), wrong)
  }
  assert.deepEqual(await readdir(folder), ['2026-11-24'])
})

test('a bucket without its package says what to install', async () => {
  const options = { bucket: 'b', region: 'id', accessKeyId: 'a', secretAccessKey: 's' }
  const told = await bucketStore(options).then(
    () => 'installed',
    (reason: Error) => reason.message,
  )
  assert.match(told, /^installed$|npm install @aws-sdk\/client-s3/)
})
