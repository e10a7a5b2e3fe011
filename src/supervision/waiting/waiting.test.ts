import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, agency, type Heart, heart, monday, type Name } from '../../../test/heart.ts'
import { agencyById } from '../../agency/agency.ts'
import { rulesFor } from '../../agency/rulebook.ts'
import { withActor } from '../../db/actor.ts'
import type { Tx } from '../../db/database.ts'
import { actorOf } from '../../person/may.ts'
import { absentBelow, countAbsent } from './absent.ts'
import { ages, bounds, soonUntil, startOfMonth, states } from './age.ts'
import { branchOf, supervises } from './branch.ts'
import { actsWaiting, kinds, lapsedSince, waitingBelow } from './counts.ts'
import { listOf, type Wanted, whats } from './list.ts'

const h = await heart()
type Report = Awaited<ReturnType<Heart['file']>>
const now = after(25)
const zone = 'Asia/Jakarta'
const { calendar } = rulesFor(h.book, null)
const at = { now, soon: soonUntil(now, calendar, zone), bounds: bounds(now, calendar, zone) }
const since = startOfMonth(now, zone)

const done = async (...move: Parameters<Heart['act']>) => {
  const moved = await h.act(...move)
  assert.ok(moved.ok, JSON.stringify([move[2], moved]))
}

/** With the roads of a city since that day. */
async function atRoads(day: number, more: object = {}, forwarded: object = {}): Promise<Report> {
  const report = await h.file({ at: after(day), ...more })
  await done(report, 'centreOperator', 'forward', { agencyId: agency.blitar, ...forwarded }, { at: after(day) })
  await done(report, 'blitarOperator', 'forward', { agencyId: agency.roads, ...forwarded }, { at: after(day) })
  return report
}
const text = 'Regu kami sudah mengerjakannya di tempat itu.'
async function resolved(day: number): Promise<Report> {
  const report = await atRoads(day)
  await done(report, 'roadsLiaison', 'answer', { text }, { at: after(day) })
  await done(report, 'roadsLiaison', 'resolve', { text }, { at: after(day) })
  return report
}
const dispute = (report: Report, day: number) =>
  done(report, 'reporter', 'dispute', { reason: 'Belum selesai.' }, { at: after(day) })
const giveBack = (report: Report, who: Name, day: number) =>
  done(
    report,
    who,
    'return',
    { reason: 'other_level', note: 'Bukan wewenang kami, ini jalan provinsi.' },
    { at: after(day) },
  )

for (const day of [0, 4, 9, 17, 21, 24, 25]) await atRoads(day)
await atRoads(10, { readers: 'secret', text: 'Pungutan di loket tiga.' })
await atRoads(11, {}, { oversight: true })
await atRoads(22, {}, { class: 'aspiration' })
await h.file({ at: after(23) })
// In a month before: not told any more.
await done(await resolved(-40), 'clock', 'lapse', {}, { at: after(-8) })
const lapsed = await resolved(2)
await done(lapsed, 'clock', 'lapse', {}, { at: after(20) })
await resolved(18)
await dispute(await resolved(12), 13)
const twice = await resolved(12)
await dispute(twice, 13)
await done(twice, 'roadsLiaison', 'resolve', { text }, { at: after(14) })
await dispute(twice, 15)
const back = await atRoads(19)
await giveBack(back, 'roadsLiaison', 20)
const quarrel = await h.file({ at: after(14) })
for (const day of [15, 16, 17]) {
  await done(quarrel, 'centreOperator', 'forward', { agencyId: agency.kediri }, { at: after(day) })
  await giveBack(quarrel, 'kediriOperator', day)
}
const watched = await atRoads(17)
await done(
  watched,
  'blitarSupervisor',
  'instruct',
  { text: 'Dahulukan, dekat sekolah.', due: '2026-03-23' },
  { at: after(18) },
)
await done(
  watched,
  'blitarSupervisor',
  'instruct',
  { text: 'Kabari juga kepala sekolah.', due: '2026-04-20' },
  { at: after(18) },
)
const wished = await atRoads(20)
await done(wished, 'roadsLiaison', 'extend', { reason: 'materials', sentence: 'Aspal datang pekan depan.', newDue: '2026-04-20' }, { at: after(21) }) // biome-ignore format: one move a line

const as = <T>(name: Name, work: (tx: Tx) => Promise<T>) => withActor(h.db, actorOf(h.staff[name]), work)
/** All pages of a list. */
async function listed(tx: Tx, wanted: Omit<Wanted, 'at' | 'since'>): Promise<number[]> {
  const ids: number[] = []
  for (let mark: string | undefined, more = true; more; ) {
    const { rows, after } = await listOf(tx, { ...wanted, at, since, after: mark })
    ids.push(...rows.map(({ id }) => id))
    mark = after ?? undefined
    more = after !== null
  }
  return ids
}
const branches: readonly (readonly [Name, number])[] = [
  ['centreOperator', agency.centre], ['centreOperator', agency.eastJava], ['arbiter', agency.centre],
  ['blitarSupervisor', agency.blitar], ['blitarSupervisor', agency.roads], ['kediriOperator', agency.kediri],
] // biome-ignore format: a table
const agencyOf = async (tx: Tx, id: number) => {
  const found = await agencyById(tx, id)
  assert.ok(found)
  return found
}

for (const [name, id] of branches)
  test(`every number that ${name} reads of ${id} is as long as its list`, async () => {
    await as(name, async (tx) => {
      const place = await agencyOf(tx, id)
      for (const kind of [undefined, ...kinds]) {
        const [waiting, acts] = [
          await waitingBelow(tx, place.path, kind, at),
          await actsWaiting(tx, place.path, kind, now),
        ]
        const numbers = {
          ...waiting, late: waiting.overdue, instructed: acts.instructed, extensions: acts.extensions,
          lapsed: await lapsedSince(tx, place.path, kind, since),
        } // biome-ignore format: two lines
        for (const what of whats) {
          const ids = await listed(tx, { what, agency: place, kind })
          assert.equal(ids.length, numbers[what], `${what} ${kind}`)
          assert.equal(new Set(ids).size, ids.length, `${what} ${kind} twice`)
        }
        for (const state of states) {
          for (const [age] of ages.entries())
            assert.equal((await listed(tx, { what: 'open', agency: place, kind, age: age as 0, state })).length, waiting.byAge[age]?.[state], `${age} ${state} ${kind}`) // biome-ignore format: one line
          const unverified = await listed(tx, { what: 'open', agency: place, kind, unverified: true, state })
          assert.equal(unverified.length, waiting.unverified[state], `unverified ${state} ${kind}`)
        }
      }
    })
  })

test('each number counts what was done', async () => {
  await as('centreOperator', async (tx) => {
    const { path } = await agencyOf(tx, agency.centre)
    const waiting = await waitingBelow(tx, path, undefined, at)
    assert.deepEqual([waiting.returned, waiting.disputed, waiting.disputedTwice, waiting.authority], [2, 2, 1, 1])
    assert.deepEqual(
      { ...(await actsWaiting(tx, path, undefined, now)) },
      { instructed: 1, instructedLate: 1, extensions: 1 },
    )
    assert.equal(await lapsedSince(tx, path, undefined, since), 1)
    assert.ok(waiting.overdue > 0 && waiting.overdue < waiting.open)
    assert.ok(
      (await waitingBelow(tx, path, 'oversight', at)).open === 1 &&
        (await waitingBelow(tx, path, 'aspiration', at)).open === 1,
    )
  })
})

test('what waits for the reporter is not late for an agency', async () => {
  await as('blitarSupervisor', async (tx) => {
    const { path } = await agencyOf(tx, agency.blitar)
    const far = { ...at, now: after(200), soon: after(201) }
    const waiting = await waitingBelow(tx, path, undefined, far)
    assert.equal(waiting.open - waiting.overdue, 1)
  })
})

test('who may not read a branch counts nothing in it and lists nothing', async () => {
  const strangers: readonly (readonly [Name, number])[] = [
    ['kediriOperator', agency.blitar], ['blitarSupervisor', agency.kediri], ['blitarSupervisor', agency.centre],
    ['roadsLiaison', agency.blitar], ['blitarInspector', agency.blitar], ['blitarAdministrator', agency.blitar],
  ] // biome-ignore format: a table
  for (const [name, id] of strangers)
    await as(name, async (tx) => {
      const place = await agencyOf(tx, id)
      assert.equal((await waitingBelow(tx, place.path, undefined, at)).open, 0, name)
      assert.equal((await actsWaiting(tx, place.path, undefined, now)).instructed, 0, name)
      assert.equal(await lapsedSince(tx, place.path, undefined, since), 0, name)
      assert.equal(await countAbsent(tx, place.path), 0, name)
    })
  const seen = await as('kediriOperator', (tx) =>
    listed(tx, { what: 'open', agency: { id: agency.blitar, path: '/1/1035/3572/' } }),
  )
  assert.deepEqual(seen, [])
})

test('agencies that nobody ever signed in for are named as long as they hold something', async () => {
  const absent = () => as('centreOperator', async (tx) => (await absentBelow(tx, '/1/')).rows.map(({ id }) => id))
  assert.deepEqual(await absent(), [agency.centre, agency.blitar, agency.roads])
  await h.admin`update account set signed_in_at = ${monday} where agency_id = ${agency.roads} and 'officer' = any (roles)`
  assert.deepEqual(await absent(), [agency.centre, agency.blitar])
  assert.equal(await as('centreOperator', (tx) => countAbsent(tx, '/1/')), 2)
})

test('supervisors look after their own agency and those below; operators of whatever is no unit, and of a unit with others below', async () => {
  const may = (name: Name) => as(name, (tx) => supervises(tx, h.staff[name]))
  for (const name of ['ministryOperator', 'centreOperator', 'arbiter', 'blitarOperator', 'blitarSupervisor', 'kediriOperator'] as const) assert.ok(await may(name), name)
  for (const name of ['blitarInspector', 'blitarAdministrator', 'roadsLiaison', 'roadsOfficer'] as const) assert.ok(!(await may(name)), name)
  const branch = (id?: number) => as('blitarSupervisor', (tx) => branchOf(tx, h.staff.blitarSupervisor, id))
  assert.equal((await branch())?.agency.id, agency.blitar)
  assert.deepEqual((await branch(agency.roads))?.above.map(({ id }) => id), [agency.blitar])
  for (const id of [agency.kediri, agency.kediriRoads, agency.eastJava, agency.centre, 9_999_999]) assert.equal(await branch(id), undefined, String(id))
}) // biome-ignore format: tables
