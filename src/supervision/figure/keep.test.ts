import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, agency, heart, monday } from '../../../test/heart.ts'
import { withActor } from '../../db/actor.ts'
import { actorOf } from '../../person/may.ts'
import { keepFigures, markMissed } from './keep.ts'
import { total } from './read.ts'
import type { Sums } from './sums.ts'

const h = await heart()
const rules = async () => h.book
const keep = async (at = monday) => {
  await markMissed({ db: h.db, rules })
  return keepFigures({ db: h.db, rules }, at)
}
const march = { from: '2026-03', to: '2026-03' }
const sums = (agencyId: number, who: 'blitarSupervisor' | 'centreOperator' = 'centreOperator') =>
  withActor(h.db, actorOf(h.staff[who]), (tx) => total(tx, { agencyId, ...march }))
const some = (of: Sums, ...names: (keyof Sums)[]) => Object.fromEntries(names.map((name) => [name, of[name]]))

test('where nothing was ever counted, all that is there is, without being asked', async () => {
  const report = await h.file()
  assert.equal(await keepFigures({ db: h.db, rules }, monday), 1)
  assert.deepEqual(some(await sums(agency.centre), 'arrived', 'open'), { arrived: 1, open: 1 })
  await h.admin`delete from figure_cell`
  await h.admin`delete from figure_fact`
  await h.act(report, 'reporter', 'withdraw')
  await h.admin`update report set filed_at = '2026-02-02T03:00:00Z' where id = ${report.reportId}`
})

test('a report counts where it was given to and above, and moves with it', async () => {
  const report = await h.file()
  await keep()
  assert.deepEqual(some(await sums(agency.centre), 'arrived', 'open', 'held'), { arrived: 1, open: 1, held: 1 })
  await h.act(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
  await h.act(report, 'blitarOperator', 'forward', { agencyId: agency.roads })
  await keep()
  for (const id of [agency.centre, agency.eastJava, agency.blitar, agency.roads])
    assert.deepEqual(some(await sums(id), 'arrived', 'open', 'held'), { arrived: 1, open: 1, held: 1 }, String(id))
  await h.act(report, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'Bukan kami.' })
  await keep()
  assert.deepEqual(some(await sums(agency.roads), 'arrived', 'returns', 'bounced'), {
    arrived: 1,
    returns: 1,
    bounced: 1,
  })
  await h.act(report, 'blitarOperator', 'forward', { agencyId: agency.trees })
  await keep()
  assert.deepEqual(some(await sums(agency.roads), 'arrived', 'held', 'returns'), { arrived: 0, held: 1, returns: 1 })
  assert.deepEqual(some(await sums(agency.trees), 'arrived', 'held', 'returns'), { arrived: 1, held: 1, returns: 0 })
  assert.deepEqual(some(await sums(agency.blitar), 'arrived', 'held', 'returns'), { arrived: 1, held: 1, returns: 1 })
})

test('a promise that falls due is missed without anything happening, once', async () => {
  const before = await sums(agency.centre)
  await keep(after(30))
  await keep(after(31))
  const later = await sums(agency.centre)
  assert.equal(before.answerMissed, 0)
  assert.deepEqual(some(later, 'answerMissed', 'settleMissed', 'overdue'), {
    answerMissed: 1,
    settleMissed: 1,
    overdue: 1,
  })
})

test('what happens twice, or while it is counted, is counted once', async () => {
  const report = await h.file()
  await h.act(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
  await markMissed({ db: h.db, rules })
  await Promise.all([1, 2, 3].map(() => keepFigures({ db: h.db, rules }, monday)))
  await keep()
  assert.equal((await sums(agency.blitar)).arrived, 2)
  await h.admin`update figure_fact set version = 0`
  await keep()
  assert.equal((await sums(agency.blitar)).arrived, 2)
  await h.admin`update figure_fact set shape = 0`
  await keep()
  assert.equal((await sums(agency.blitar)).arrived, 2)
})

test('whoever stands beside sees no figures but those of the country', async () => {
  assert.equal((await sums(agency.centre, 'blitarSupervisor')).arrived, 2)
  assert.equal((await sums(agency.blitar, 'blitarSupervisor')).arrived, 2)
  assert.equal((await sums(agency.eastJava, 'blitarSupervisor')).arrived, 0)
  const categories = await withActor(
    h.db,
    actorOf(h.staff.blitarSupervisor),
    (tx) => tx`
    select from figure_cell where agency_id = 1 and dimension <> 'all'`,
  )
  assert.equal(categories.length, 0)
})
