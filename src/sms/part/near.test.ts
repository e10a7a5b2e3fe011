import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../../test/database.ts'
import { withActor } from '../../db/actor.ts'
import { nearby } from './near.ts'

const { db, admin } = await testDatabase()
const minute = 60_000
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 3) + minutes * minute)

/** Parts of one chain at these minutes. @returns their numbers in the inbox. */
async function chain(name: string, minutes: readonly number[]): Promise<number[]> {
  const rows = minutes.map((when, n) => ({ key: (name + n).padStart(64, '0'), at: at(when) }))
  const kept = await admin<{ id: number }[]>`
    insert into inbox (key, channel, account, sealed, received_at, chain)
    select key, 'sms', '1708', '\\x00', at, decode(repeat(${name}, 64), 'hex')
    from jsonb_to_recordset(${admin.json(rows as never)}) r (key text, at timestamptz) returning id::int`
  return kept.map(({ id }) => id)
}
const near = async (ids: readonly number[], n: number, minutes: number) => {
  const kept = { id: ids[n] ?? 0, receivedAt: at(minutes) }
  const rows = await withActor(db, { kind: 'system' }, (tx) => nearby(tx, kept))
  return rows.map(({ id }) => ids.indexOf(Number(id)))
}

test('a part looks a day back and half an hour ahead, at its own chain', async () => {
  const day = 24 * 60
  const ids = await chain('a', [-day - 1, -day, -20, 0, 30, 31])
  await chain('b', [0, 1])
  assert.deepEqual(await near(ids, 3, 0), [1, 2, 3, 4])
})

test('of a thousand parts under one reference the nearest are looked at', async () => {
  const ids = await chain(
    'c',
    Array.from({ length: 3_000 }, (_, n) => n / 1_000),
  )
  const found = await near(ids, 1_500, 1.5)
  assert.deepEqual([found.length, found[0], found.at(-1)], [1_024, 1_500 - 511, 1_500 + 512])
  assert.equal((await near(ids, 0, 0)).length, 513)
})
