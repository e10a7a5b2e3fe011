import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { keysFrom } from '../person/seal.ts'
import { accepting } from './accept.ts'
import { NotYet } from './not-yet.ts'
import { readMessage } from './read.ts'

const { db, admin } = await testDatabase()
const keys = keysFrom('a secret of the tests')

test('at the last try what fails is set aside, and what only cannot be read yet goes on waiting', async () => {
  const now = () => new Date('2026-11-24T03:00:00Z')
  const arrived = { channel: 'x', account: '1', providerId: '2', fingerprint: Buffer.from('2'), message: {} } as const
  await accepting(db.intake, keys)({ ...arrived, receivedAt: now() })
  const row = async () => ({ ...(await admin`select id::int as id, state, reason from inbox`)[0] })
  const { id } = await row()
  const failing = (reason: Error) => ({ db, keys, now, readers: { x: () => Promise.reject(reason) } })
  await assert.rejects(readMessage(failing(new NotYet('in an hour')), id, true), NotYet)
  assert.deepEqual(await row(), { id, state: 'waiting', reason: null })
  await assert.rejects(readMessage(failing(new TypeError('no')), id, false), TypeError)
  await readMessage(failing(new TypeError('no')), id, true)
  assert.deepEqual(await row(), { id, state: 'parked', reason: 'failed: TypeError' })
})
