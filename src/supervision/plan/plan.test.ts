import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, after, agency, type Heart, heart, monday } from '../../../test/heart.ts'
import { deactivateAgency } from '../../agency/administer.ts'
import { attempt, withActor } from '../../db/actor.ts'
import { actorOf, type Role, type Staff } from '../../person/may.ts'
import type { Receipt } from '../../report/file.ts'
import { brokenChains } from '../../report/read/chain.ts'
import { historyOf, replay } from '../../report/read/history.ts'
import { drawPlan, dropPlan } from './draw.ts'
import type { PlanInput } from './plan.ts'
import { listOf, movedBy, planById, previewOf } from './read.ts'
import { runPlans } from './run.ts'
import { signPlan } from './sign.ts'

const h: Heart = await heart()
const { act, admin, db, file, row } = h
const clockwork = { db, rules: async () => h.book }
await admin`insert into category (code, parent_code, name_id, name_en) values
  ('taman', null, 'Taman', 'Parks'), ('taman.pohon', 'taman', 'Pohon', 'Trees'), ('jalan', null, 'Jalan', 'Roads')`
const housing = 3572020
const parks = 3572021
await admin`
  insert into agency (id, parent_id, path, kind, name, short_name) values
    (${housing}, ${agency.blitar}, ${`/1/1035/3572/${housing}/`}, 'unit', 'Dinas Perumahan dan Jalan', 'Perumahan'),
    (${parks}, ${agency.blitar}, ${`/1/1035/3572/${parks}/`}, 'unit', 'Dinas Pertamanan', 'Pertamanan')`

const as = (who: keyof Heart['staff'], roles: readonly Role[], agencyKind = 'city'): Staff => ({
  ...h.staff[who],
  roles,
  agencyKind,
})
const boss = as('blitarSupervisor', ['supervisor'])
const clerk = as('blitarAdministrator', ['administrator'])
const input = (over: Partial<PlanInput> = {}): PlanInput => ({
  fromId: agency.roads,
  restId: housing,
  routes: [],
  basis: 'Perwali Blitar 12/2026',
  basisOn: '2026-02-20',
  holdsFrom: '2026-03-01',
  ...over,
})
const within = <T extends { ok: boolean }>(staff: Staff, work: (tx: Parameters<typeof drawPlan>[0]) => Promise<T>) =>
  attempt(db, actorOf(staff), work)
const draw = (staff: Staff, over: Partial<PlanInput> = {}) =>
  within(staff, (tx) => drawPlan(tx, staff, input(over), monday))
async function drawn(staff: Staff, over: Partial<PlanInput> = {}): Promise<number> {
  const made = await draw(staff, over)
  if (!made.ok) throw new Error(made.refusal)
  return made.id
}
const preview = (staff: Staff, id: number) => withActor(db, actorOf(staff), (tx) => previewOf(tx, id))
const sign = (staff: Staff, id: number, seen: string) => within(staff, (tx) => signPlan(tx, staff, id, seen, monday))
async function signed(staff: Staff, over: Partial<PlanInput> = {}): Promise<number> {
  const id = await drawn(staff, over)
  const { digest } = await preview(staff, id)
  assert.deepEqual(await sign(staff, id, digest), { ok: true })
  return id
}

/** The acts that bring a report to the roads, and then further. */
async function atRoads(told: object = {}, more: readonly (readonly [Actor, never, object])[] = []): Promise<Receipt> {
  const report = await file(told as never)
  await does(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
  await does(report, 'blitarOperator', 'forward', { agencyId: agency.roads, categoryCode: 'jalan', ...told })
  for (const [who, name, given] of more) await does(report, who, name, given)
  return report
}
async function does(report: Receipt, who: Actor, name: string, given: object = {}): Promise<void> {
  const moved = await act(report, who, name as never, given)
  assert.ok(moved.ok, `${name}: ${JSON.stringify(moved)}`)
}
const clocks = async (report: Receipt) => {
  const {
    verifyDue,
    answerDue,
    settleDue,
    firstSettleDue,
    capDue,
    respondDue,
    dueAt,
    verifiedAt,
    answeredAt,
    returns,
  } = await row(report)
  return { verifyDue, answerDue, settleDue, firstSettleDue, capDue, respondDue, dueAt, verifiedAt, answeredAt, returns }
}
const lines = async (report: Receipt, move: string) =>
  admin<{ n: number; data: Record<string, unknown>; audience: string; actor: string }[]>`
    select n, data, audience, actor from event where report_id = ${report.reportId} and move = ${move} order by n`

test('only those who coordinate all agencies of a plan draw it, and each sees what is below them', async () => {
  const refusals = await Promise.all([
    draw(as('blitarOperator', ['operator'])),
    draw(as('kediriOperator', ['administrator'])),
    draw(as('roadsLiaison', ['supervisor', 'administrator'], 'unit')),
    draw(boss, { restId: agency.roads }),
    draw(boss, { restId: agency.kediriRoads }),
    draw(boss, { fromId: agency.blitar }),
    draw(boss, { routes: [{ categoryCode: 'nothing', agencyId: parks }] }),
    draw(boss, { routes: [1, 2].map(() => ({ categoryCode: 'taman', agencyId: parks })) }),
    draw(boss, { routes: [{ categoryCode: 'taman', agencyId: agency.kediriRoads }] }),
  ])
  assert.deepEqual(
    refusals.map((one) => (one.ok ? 'drawn' : one.refusal)),
    [
      'not-found',
      'from-unknown',
      'not-found',
      'same',
      'to-unknown',
      'from-unknown',
      'category-unknown',
      'category-twice',
      'to-unknown',
    ],
  )
  const id = await drawn(clerk)
  const seen = (staff: Staff) => withActor(db, actorOf(staff), (tx) => planById(tx, staff.path, id))
  assert.equal((await seen(boss))?.fromName, 'Dinas PUPR Kota Blitar')
  assert.equal(await seen(as('kediriOperator', ['supervisor'])), undefined)
  assert.equal(await seen(as('roadsLiaison', ['supervisor'])), undefined)
  assert.deepEqual(await within(as('kediriOperator', ['supervisor']), (tx) => dropPlan(tx, boss, id)), {
    ok: false,
    refusal: 'already',
  })
  assert.deepEqual(await within(boss, (tx) => dropPlan(tx, boss, id)), { ok: true })
  assert.deepEqual(await sign(boss, id, ''), { ok: false, refusal: 'already' })
})

test('the walls refuse what the program would let through by mistake', async () => {
  const kediri = as('kediriOperator', ['supervisor', 'administrator'])
  const insert = (staff: Staff, at: Staff, restId: number) =>
    withActor(
      db,
      actorOf(staff),
      (tx) => tx`
      insert into plan (agency_id, agency_path, from_id, rest_id, basis, basis_on, holds_from, by_person, by_name, at)
      values (${at.agencyId}, ${at.path}, ${agency.roads}, ${restId}, 'Perwali', '2026-02-20', '2026-03-01', ${staff.personId}, 'x', ${monday})`,
    )
  await assert.rejects(insert(kediri, boss, housing), /row-level security/)
  await assert.rejects(insert(kediri, kediri, housing), /row-level security/)
  await assert.rejects(insert(boss, boss, agency.kediriRoads), /row-level security/)
  const id = await drawn(boss)
  const stolen = withActor(
    db,
    actorOf(boss),
    (tx) => tx`
    update plan set state = 'signed', signed_by = ${clerk.personId}, signed_name = 'x', signed_at = ${monday} where id = ${id}`,
  )
  await assert.rejects(stolen, /row-level security/)
  const other = await withActor(db, actorOf(kediri), (tx) => tx`select from plan_work(${id})`)
  assert.equal(other.count, 0)
  await within(boss, (tx) => dropPlan(tx, boss, id))
})

test('a plan takes everything along: history, clocks, drafts, instructions, wishes, decisions and helpers', async () => {
  const plain = await atRoads()
  const tree = await atRoads({ categoryCode: 'taman.pohon' })
  const busy = await atRoads({ assisting: [agency.trees] }, [
    ['roadsOfficer', 'draft', { text: 'Kami tambal besok.' }],
    ['roadsLiaison', 'extend', { reason: 'weather', sentence: 'Hujan.', newDue: '2026-04-10' }],
    ['blitarSupervisor', 'instruct', { text: 'Dahulukan.', due: '2026-03-05' }],
    ['roadsLiaison', 'dispatch', { officerId: h.staff.roadsOfficer.personId, due: '2026-03-05' }],
  ] as never)
  const resolved = await atRoads({}, [
    ['roadsLiaison', 'answer', { text: 'Besok.' }],
    ['roadsLiaison', 'resolve', { text: 'Sudah.' }],
  ] as never)
  const helped = await file()
  await does(helped, 'centreOperator', 'forward', { agencyId: agency.blitar })
  await does(helped, 'blitarOperator', 'forward', { agencyId: agency.trees, assisting: [agency.roads] })
  const ended = await atRoads({}, [['reporter', 'withdraw', {}]] as never)
  const all = [plain, tree, busy, resolved, helped, ended]
  const before = await Promise.all(all.map(clocks))
  const id = await signed(clerk, { routes: [{ categoryCode: 'taman', agencyId: parks }] })
  assert.equal(await runPlans(clockwork, monday), 5)
  assert.deepEqual(await Promise.all(all.map(clocks)), before)
  const holders = await Promise.all(all.map(async (one) => (await row(one)).holderId))
  assert.deepEqual(holders, [housing, parks, housing, housing, agency.trees, agency.roads])

  const now = await row(busy)
  assert.deepEqual(
    [now.officerId, now.fieldDue, now.status, now.assisting],
    [null, null, 'in_progress', [agency.trees]],
  )
  const [left] = await admin<object[]>`
    select (select agency_id::int from draft where report_id = ${busy.reportId} and state = 'waiting') as draft,
      (select agency_id::int from instruction where report_id = ${busy.reportId} and answered_at is null) as instruction,
      (select agency_id::int from extension where report_id = ${busy.reportId} and decided_at is null) as wish,
      (select ended_how from assignment where report_id = ${busy.reportId} and lead and agency_id = ${agency.roads}) as custody`
  assert.deepEqual({ ...left }, { draft: housing, instruction: housing, wish: housing, custody: 'reorganised' })
  await does(busy, 'blitarOperator', 'grant')
  assert.deepEqual((await row(helped)).assisting, [housing])

  const [line] = await lines(plain, 'reassign')
  assert.deepEqual(
    [line?.audience, line?.actor, line?.data.signer, line?.data.basis],
    ['everyone', 'clock', clerk.name, 'Perwali Blitar 12/2026'],
  )
  assert.deepEqual(
    (await lines(helped, 'relieve')).map(({ audience }) => audience),
    ['staff'],
  )
  for (const report of all) {
    const history = await withActor(db, { kind: 'system' }, (tx) => historyOf(tx, report.reportId))
    const { holderId, status } = replay(history) as Record<string, unknown> & ReturnType<typeof replay>
    const state = await row(report)
    assert.equal((replay(history) as { holder_id?: number }).holder_id ?? holderId, state.holderId)
    assert.equal(status, state.status)
  }
  assert.deepEqual(await withActor(db, { kind: 'system' }, (tx) => brokenChains(tx)), [])
  const plan = await withActor(db, actorOf(boss), (tx) => planById(tx, boss.path, id))
  assert.deepEqual([plan?.state, plan?.expected], ['done', 5])
})

test('what an arbiter decided binds whoever takes it over', async () => {
  const report = await file()
  for (let n = 0; n < 3; n++) {
    await does(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
    await does(report, 'blitarOperator', 'return', { reason: 'other_level', note: 'Bukan.' })
  }
  await does(report, 'arbiter', 'arbitrate', { agencyId: agency.roads, note: 'Jalan kota.' })
  await signed(boss, { restId: agency.trees })
  await runPlans(clockwork, monday)
  const now = await row(report)
  assert.deepEqual([now.holderId, now.final], [agency.trees, true])
  const back = await act(report, 'treesLiaison', 'return', { reason: 'other_unit', note: 'Bukan kami.' })
  assert.deepEqual([back.ok, !back.ok && back.refusal], [false, 'final'])
})

test('what changed since it was seen is shown again, and what cannot go says why', async () => {
  await atRoads()
  const id = await drawn(boss)
  const { digest } = await preview(boss, id)
  const late = await atRoads()
  assert.deepEqual(await sign(boss, id, digest), { ok: false, refusal: 'changed' })
  const again = await preview(boss, id)
  await does(late, 'roadsLiaison', 'answer', { text: 'Kami periksa.' })
  assert.equal((await preview(boss, id)).digest, again.digest, 'what somebody writes changes nothing of where it goes')

  const accused = await file({ class: 'complaint', oversight: 'on' })
  await admin`update report set addressee_id = ${housing} where id = ${accused.reportId}`
  await does(accused, 'centreOperator', 'forward', { agencyId: agency.blitar, class: 'complaint', oversight: true })
  await does(accused, 'blitarOperator', 'forward', { agencyId: agency.roads, class: 'complaint', oversight: true })
  const shown = await preview(boss, id)
  assert.deepEqual(shown.stuck, [{ refusal: 'addressed', n: 1 }])
  const listed = await withActor(db, actorOf(boss), (tx) => listOf(tx, id, 0))
  assert.equal(listed.filter(({ refusal }) => refusal === 'addressed').length, 1)
  assert.deepEqual(await sign(boss, id, shown.digest), { ok: true })
  await runPlans(clockwork, monday)
  assert.equal((await row(accused)).holderId, agency.roads)
  await does(accused, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'Bukan kami.' })
})

test('nothing moves before the day from which it holds, and two plans never take from each other', async () => {
  const report = await atRoads()
  const id = await signed(boss, { holdsFrom: '2026-03-05' })
  await runPlans(clockwork, monday)
  assert.equal((await row(report)).holderId, agency.roads)
  const other = await drawn(clerk)
  assert.deepEqual(await sign(clerk, other, (await preview(clerk, other)).digest), { ok: false, refusal: 'another' })
  await runPlans(clockwork, after(3))
  assert.equal((await row(report)).holderId, housing)
  assert.equal(await withActor(db, actorOf(boss), (tx) => movedBy(tx, id)), 1)
})

test('then the old agency can be closed, and what its reporters open again still finds somebody', async () => {
  const report = await atRoads({}, [
    ['roadsLiaison', 'answer', { text: 'Besok.' }],
    ['roadsLiaison', 'resolve', { text: 'Sudah.' }],
    ['reporter', 'confirm', {}],
  ] as never)
  await signed(boss)
  await runPlans(clockwork, monday)
  await admin`update account set disabled_at = now() where agency_id = ${agency.roads}`
  const closed = await within(clerk, (tx) => deactivateAgency(tx, clerk.path, agency.roads, monday))
  assert.deepEqual(closed, { ok: true })
  assert.equal(await runPlans(clockwork, monday), 0)
  await does(report, 'reporter', 'dispute', { reason: 'Belum.' })
  assert.equal((await row(report)).holderId, agency.roads)
  assert.equal(await runPlans(clockwork, monday), 1)
  assert.equal((await row(report)).holderId, housing)
})
