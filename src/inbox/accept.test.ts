import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { keysFrom, unsealJson } from '../person/seal.ts'
import { type Arrived, accepting, keyOf } from './accept.ts'

const { db, admin } = await testDatabase()
const keys = keysFrom('a secret of the tests')
const message = (n: number, more: Partial<Arrived> = {}): Arrived => ({
  channel: 'email',
  account: 'lapor@lapor.example',
  providerId: `<${n}@warga.example>`,
  fingerprint: Buffer.from(`Lampu mati ${n}`),
  message: { raw: `Lampu mati ${n}` },
  receivedAt: new Date('2026-11-24T03:00:00Z'),
  ...more,
})
const kept = async () => {
  const [row] = await admin`
    select (select count(*)::int from inbox) as messages, (select count(*)::int from outbox where task = 'read') as work`
  return { messages: row?.messages, work: row?.work }
}

test('a message that comes twenty times through two processes is kept once, with its work, and always acknowledged', async () => {
  const doors = [accepting(db.intake, keys), accepting(db.intake, keys, { atOnce: 2, perBatch: 3 })]
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) => (n % 2 ? doors[0] : doors[1])?.(message(n % 3))),
  )
  assert.equal(answers.filter((answer) => answer && !answer.again).length, 3)
  assert.equal((await doors[0]?.(message(1)))?.again, true)
  assert.deepEqual(await kept(), { messages: 3, work: 3 })
})

test('the same number over other words, or to another account, is another message', () => {
  const one = message(1)
  const keysOf = [
    one,
    { ...one, fingerprint: Buffer.from('Air mati') },
    { ...one, account: 'x@y.example' },
    { ...one, channel: 'sms' as const },
  ]
  assert.equal(new Set(keysOf.map(keyOf)).size, 4)
  assert.equal(keyOf({ ...one, receivedAt: new Date() } as Arrived), keyOf(one))
})

test('what was written is sealed, and neither people nor the door that took it in can read it back', async () => {
  await accepting(db.intake, keys)(message(7))
  const [row] = await admin<{ sealed: Buffer }[]>`select sealed from inbox where key = ${keyOf(message(7))}`
  assert.deepEqual(unsealJson(keys, row?.sealed ?? Buffer.of()), { raw: 'Lampu mati 7' })
  assert.ok(!row?.sealed.includes('Lampu'))
  await assert.rejects(db.intake`select from inbox`, { code: '42501' })
  assert.equal((await db.app`select from inbox`).count, 0)
})

test('too many at once are told to come again, and nothing of them is kept', async () => {
  const before = await kept()
  const narrow = accepting(db.intake, keys, { waitingAtMost: 1 })
  const answers = await Promise.allSettled([100, 101, 102].map((n) => narrow(message(n))))
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'rejected', 'rejected'],
  )
  assert.equal((await kept()).messages, (before.messages ?? 0) + 1)
})
