import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, agency, heart, monday } from '../../../test/heart.ts'
import { withActor } from '../../db/actor.ts'
import { actorOf } from '../../person/may.ts'
import { countRecent, keepRecent } from './keep.ts'
import { recentOf } from './read.ts'

const h = await heart()
const now = after(10)
const early = after(-5)

/** Filed, forwarded to the roads of Blitar and answered. */
async function answered(at: Date) {
  const report = await h.file({ at })
  await h.act(report, 'centreOperator', 'forward', { agencyId: agency.blitar }, { at })
  await h.act(report, 'blitarOperator', 'forward', { agencyId: agency.roads }, { at })
  await h.act(report, 'roadsLiaison', 'answer', { text: 'Regu kami datang besok pagi ke tempat itu.' }, { at })
  return report
}
for (let n = 0; n < 6; n++) await answered(after(5))
await answered(monday)
await answered(early)
const returned = await h.file({ at: after(6) })
await h.act(returned, 'centreOperator', 'forward', { agencyId: agency.blitar }, { at: after(6) })
await h.act(
  returned,
  'blitarOperator',
  'return',
  { reason: 'other_level', note: 'Jalan ini milik provinsi.' },
  { at: after(7) },
)

const read = (name: 'centreOperator' | 'blitarSupervisor' | 'kediriOperator' | 'roadsLiaison', id: number) =>
  withActor(h.db, actorOf(h.staff[name]), (tx) => recentOf(tx, id))

test('a week is compared with the one before, for an agency with all below it', async () => {
  await keepRecent(h.db, now)
  await countRecent(h.db, now)
  const { week, countedAt, movers } = await read('blitarSupervisor', agency.blitar)
  assert.deepEqual(week.answered, { now: 6, before: 1 })
  assert.deepEqual(week.arrived, { now: 6, before: 1 })
  assert.equal(countedAt?.getTime(), now.getTime())
  assert.deepEqual(
    movers.map(({ agencyId, move, now, before }) => [agencyId, move, now, before]),
    [
      [agency.roads, 'answered', 6, 1],
      [agency.roads, 'arrived', 6, 1],
    ],
  )
})

test('a return counts for the agency that gave it back, though somebody else holds the report', async () => {
  const { rows } = { rows: await h.db.worker`select status, holder_id from report where id = ${returned.reportId}` }
  assert.equal(rows[0]?.holderId, agency.centre)
  assert.deepEqual((await read('blitarSupervisor', agency.blitar)).week.returned, { now: 1, before: 0 })
  assert.deepEqual((await read('centreOperator', agency.centre)).week.arrived, { now: 7, before: 1 })
})

test('an agency that is not below says nothing, and who reads nothing below reads nothing', async () => {
  for (const [
    name,
    id,
  ] of [['kediriOperator', agency.blitar], ['roadsLiaison', agency.blitar], ['blitarSupervisor', agency.centre]] as const) // biome-ignore format: a table
    assert.deepEqual((await read(name, id)).countedAt, null, name)
})

test('what few did is not among the movers', async () => {
  const { movers } = await read('centreOperator', agency.centre)
  assert.ok(movers.every(({ now, before }) => Math.max(now, before) >= 5))
  assert.ok(!movers.some(({ move }) => move === 'returned'))
})

test('it is counted once an hour, however often it is asked', async () => {
  const counted = async () => (await read('centreOperator', agency.centre)).countedAt?.getTime()
  await keepRecent(h.db, new Date(now.getTime() + 3_599_999))
  assert.equal(await counted(), now.getTime())
  await keepRecent(h.db, new Date(now.getTime() + 3_600_000))
  assert.equal(await counted(), now.getTime() + 3_600_000)
})
