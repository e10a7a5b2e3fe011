import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scene } from '../../test/post.ts'
import { folderStore } from '../attachment/store.ts'
import { accepting } from '../inbox/accept.ts'
import { readMessage } from '../inbox/read.ts'
import { intake } from '../report/intake.ts'
import { smsReader } from './converse.ts'

const { db, keys, now, rules, admin } = await scene()
const taking = {
  db,
  keys,
  now,
  rules,
  intake: intake(db.intake),
  store: folderStore('/nowhere'),
  reencode: undefined as never,
}
const line = {
  service: 'LAPOR',
  site: 'lapor.example',
  number: '1708',
  countries: ['62'],
  mostADay: 1000,
  mostAReport: 1000,
}
const readers = { sms: smsReader(taking, line) }

test('the same words that a network hands in anew, and that are read at once, are one report', async () => {
  const accept = accepting(db.intake, keys)
  const message = { from: '081200000009', to: '1708', text: 'Jembatan bambu di Plosokerep hampir putus.' }
  const came = (providerId: string) =>
    accept({ channel: 'sms', account: '1708', providerId, fingerprint: Buffer.of(), message, receivedAt: now() })
  await Promise.all(['1', '2', '3', '4', '5', '6'].map(came))
  const waiting = await admin<{ id: number }[]>`select id::int from inbox where state = 'waiting'`
  // Connections that are open already: else one of them would serve all, one after the other.
  await Promise.all(waiting.map(() => db.worker`select pg_sleep(0.2)`))
  await Promise.all(waiting.map(({ id }) => readMessage({ db, keys, readers, now }, id, true)))
  assert.equal((await admin`select from report`).count, 1)
  const outcomes = await admin<{ outcome: string }[]>`select outcome from inbox order by outcome desc`
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ['report', ...Array(5).fill('command')],
  )
  assert.deepEqual(
    [...(await admin`select kind from reply`)].map(({ kind }) => kind),
    Array(5).fill('again'),
  )
})
