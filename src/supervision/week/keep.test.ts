import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, heart, monday } from '../../../test/heart.ts'
import { withActor } from '../../db/actor.ts'
import { actorOf } from '../../person/may.ts'
import { keepHappened } from './keep.ts'
import { moversOf, strength } from './movers.ts'
import { weekBelow } from './read.ts'

/** What happened in two weeks, counted from the ledger. */

const h = await heart()
const first = await h.file({ at: monday })
const toCity = { agencyId: 3572, class: 'complaint' }
const toRoads = { agencyId: 3572006, class: 'complaint' }
const act = async (...args: Parameters<typeof h.act>) => assert.ok((await h.act(...args)).ok, args[2])
await act(first, 'centreOperator', 'forward', toCity)
await act(first, 'blitarOperator', 'forward', toRoads)
await act(first, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'Ini taman.' })
await act(first, 'blitarOperator', 'forward', toRoads)
const second = await h.file({ at: after(8) })
for (const [who, name, input] of [['centreOperator', 'forward', toCity], ['blitarOperator', 'forward', toRoads], ['roadsLiaison', 'answer', { text: 'Besok.' }],
  ['roadsLiaison', 'resolve', { text: 'Sudah.' }], ['reporter', 'dispute', { reason: 'Belum.' }], ['roadsLiaison', 'resolve', { text: 'Sudah.' }], ['reporter', 'confirm', {}]] as const)
  await act(second, who, name, input, { at: after(8) }) // biome-ignore format: a story

const read = (who: keyof typeof h.staff, agencyId: number) =>
  withActor(h.db, actorOf(h.staff[who]), (tx) => weekBelow(tx, agencyId, after(9)))

test('a report arrives where it is filed and sent, once at each agency of the way', async () => {
  await keepHappened(h.db, after(9))
  const city = (await read('blitarSupervisor', 3572)).own
  assert.deepEqual(city, {
    arrived: { now: 1, before: 1 },
    answered: { now: 1, before: 0 },
    ended: { now: 1, before: 0 },
    returned: { now: 0, before: 1 },
    disputed: { now: 1, before: 0 },
  } as never)
  assert.deepEqual((await read('centreOperator', 1)).own.arrived, { now: 1, before: 1 })
  assert.deepEqual((await read('blitarSupervisor', 3572006)).own.arrived, { now: 1, before: 2 })
})

test('counting again changes nothing, and what is older than two weeks goes', async () => {
  const all = () => h.admin`select agency_id, day, what, n from happened order by 1, 2, 3`
  const before = await all()
  await keepHappened(h.db, after(9))
  assert.deepEqual(await all(), before)
  await keepHappened(h.db, after(15))
  assert.ok((await all()).every(({ day }) => day >= new Date('2026-03-03')))
})

test('the walls hold', async () => {
  assert.equal((await read('kediriOperator', 3572)).own.arrived.now, 0)
})

test('of many small changes the strongest are told', () => {
  const rows = [
    { now: 5, before: 0 },
    { now: 104, before: 100 },
    { now: 4, before: 0 },
    { now: 0, before: 30 },
  ]
  assert.deepEqual(moversOf(rows), [
    { now: 0, before: 30 },
    { now: 5, before: 0 },
  ])
  assert.equal(strength({ now: 0, before: 0 }), 0)
})
