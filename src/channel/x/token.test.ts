import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../../../test/database.ts'
import { client } from '../../../test/wire/x/answers.ts'
import { keys } from '../../../test/wire/x/office.ts'
import { xStandIn } from '../../../test/wire/x/server.ts'
import { us } from '../../../test/wire/x/world.ts'
import { tokenOf } from './token.ts'

/** The token of our account, which ends and is renewed. */

const { db, admin } = await testDatabase()
const clock = { now: new Date('2026-11-24T03:00:00Z') }
const stand = await xStandIn(() => clock.now)
after(stand.close)
const renewal = (refresh: string) =>
  tokenOf({ db, keys, apiUrl: stand.url, account: us, client, refresh, now: () => clock.now })
const pass = (minutes: number) => {
  clock.now = new Date(clock.now.getTime() + minutes * 60_000)
}
stand.world.refreshTokens.add('the first of all')

test('it is renewed before it ends, by one of all workers, and from what was kept when they begin anew', async () => {
  const workers = Array.from({ length: 4 }, () => renewal('the first of all'))
  const first = await Promise.all(workers.map((token) => token()))
  assert.equal(new Set(first).size, 1)
  pass(110)
  assert.equal(await workers[0]?.(), first[0])
  pass(6)
  const second = await Promise.all(workers.map((token) => token()))
  assert.equal(new Set(second).size, 1)
  assert.notEqual(second[0], first[0])
  assert.equal(await renewal('the first of all')(), second[0])
  assert.equal(stand.asked.length, 2)
  const [row] = await admin<{ sealed: Buffer }[]>`select sealed from channel_token`
  assert.ok(row && !row.sealed.includes('access') && !row.sealed.includes(String(second[0])))
})

test('where it is not to be had, that is for later; another that is set begins anew', async () => {
  pass(120)
  const token = renewal('the first of all')
  stand.moody('token', 503, 'lost')
  await assert.rejects(token(), { name: 'NotYet', message: 'X token 503' })
  // X gave it and we never heard: what we have is used up, and our account has to authorise once more.
  await assert.rejects(token(), { name: 'NotYet' })
  await assert.rejects(token(), { name: 'NotYet', message: 'X token 400' })
  stand.world.refreshTokens.add('the second of all')
  assert.match(await renewal('the second of all')(), /^access/)
})
