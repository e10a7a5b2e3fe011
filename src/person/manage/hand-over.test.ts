import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { issue, now, office, offices, person, shell } from '../../../test/offices.ts'
import { attempt, withActor } from '../../db/actor.ts'
import type { Tx } from '../../db/database.ts'
import { colleaguesOf, openWorkOf } from '../account.ts'
import { actorOf, type Staff } from '../may.ts'
import { disableAccount, handOver, moveAccount, setRoles } from './change.ts'

const t = await offices()
const centre = await shell(t.db)
const blitar: Staff = { ...centre, agencyId: office.blitar, agencyKind: 'city', path: '/1/3572/' }
const as = <T extends { ok: boolean }>(work: (tx: Tx) => Promise<T>) => attempt(t.db, actorOf(blitar), work)

const officer = async (username: string, agencyId: number = office.blitarRoads, roles: Staff['roles'] = ['officer']) =>
  (await issue(t.db, person(agencyId, username, roles))).accountId

let made = 0
async function given(officerId: number, status = 'in_progress'): Promise<number> {
  const reference = `AAAAAA${String(++made).padStart(2, '0')}`
  const ending = status === 'closed' ? 'confirmed' : null
  const [report] = await t.admin<{ id: number }[]>`
    insert into report (key, digest, reference, channel, title, text, anonymous, secret, status, ending, holder_id, holder_path,
      holder_since, officer_id, filed_at, verify_due, cap_due, head)
    values (${randomUUID()}, 'x', ${reference}, 'web', 'Jalan', 'Jalan', true, true, ${status}, ${ending}, ${office.blitarRoads},
      '/1/3572/3572006/', ${now}, ${officerId}, ${now}, ${now}, ${now}, 'head') returning id::int`
  return report?.id ?? 0
}
const drafted = (reportId: number, by: number) => t.admin`
  insert into draft (report_id, agency_id, by_person, text, state, at)
  values (${reportId}, ${office.blitarRoads}, ${by}, 'Besok kami ke sana.', 'waiting', ${now})`

test('nobody with open work leaves without naming a colleague who takes it', async () => {
  const [leaving, heir, clerk, stranger] = [
    await officer('agus'), await officer('budi'), await officer('cici', office.blitarRoads, ['liaison']), await officer('dodi', office.blitar),
  ] // biome-ignore format: four people
  const inField = await given(leaving)
  const writing = await given(heir)
  await drafted(writing, leaving)
  const closed = await given(leaving, 'closed')
  assert.equal(await withActor(t.db, actorOf(blitar), (tx) => openWorkOf(tx, leaving)), 2)

  const leave = (heirId?: number) => as((tx) => disableAccount(tx, blitar, leaving, { heirId }, now))
  assert.deepEqual(await leave(), { ok: false, refusal: 'open-work' })
  assert.deepEqual(await as((tx) => moveAccount(tx, blitar, leaving, { agencyId: office.blitar }, now)), {
    ok: false,
    refusal: 'open-work',
  })
  assert.deepEqual(await as((tx) => setRoles(tx, blitar, leaving, { roles: ['operator'] }, now)), {
    ok: false,
    refusal: 'open-work',
  })
  for (const wrong of [leaving, clerk, stranger, 999])
    assert.deepEqual(await leave(wrong), { ok: false, refusal: 'colleague' })
  assert.deepEqual(await leave(heir), { ok: true })

  const rows =
    await t.admin`select id::int, officer_id::int, version, head from report where id in (${inField}, ${closed}) order by id`
  assert.deepEqual(
    rows.map((row) => [row.id, row.officer_id, row.version]),
    [
      [inField, heir, 2],
      [closed, leaving, 1],
    ],
  )
  const [event] = await t.admin`select *, data::text as text from event where report_id = ${inField}`
  assert.deepEqual([event?.n, event?.move, event?.audience, event?.by_role], [2, 'handover', 'agency', 'administrator'])
  assert.deepEqual(event?.data, { from: leaving, to: heir, set: { officer_id: heir } })
  assert.deepEqual(event?.hash, createHash('sha256').update('head').update(event?.text).digest())
  assert.deepEqual(event?.hash, rows[0]?.head)
  const [draft] = await t.admin`select by_person::int from draft where report_id = ${writing}`
  assert.equal(draft?.by_person, heir)
  assert.equal(
    (await t.admin`select from outbox where task = 'tell' and payload = ${{ reportId: inField, n: 2 } as never}`)
      .length,
    1,
  )
})

test('work goes over without anybody leaving, and only to officers of the same office', async () => {
  const [one, two] = [await officer('eka'), await officer('fajar')]
  await given(one)
  const answer = await as((tx) => handOver(tx, blitar, one, two, now))
  assert.deepEqual(answer, { ok: true, moved: 1 })
  const names = await withActor(t.db, actorOf(blitar), (tx) =>
    colleaguesOf(tx, { id: one, agencyId: office.blitarRoads }),
  )
  assert.deepEqual(
    names.map(({ name }) => name),
    ['budi', 'fajar'],
  )
})

test('no work goes to somebody who has left, whoever is faster', async () => {
  const leaving = await officer('gita')
  const report = await given(await officer('hani'))
  const dispatch = t.admin`update report set officer_id = ${leaving} where id = ${report}`
  const leave = as((tx) => disableAccount(tx, blitar, leaving, {}, now))
  const [given1, left] = await Promise.allSettled([dispatch, leave])
  const wins = [given1.status === 'fulfilled', left.status === 'fulfilled' && left.value.ok]
  assert.equal(wins.filter(Boolean).length, 1)
})

test('whoever is the last to answer for open reports stays until there is somebody else', async () => {
  const [last, other] = [await officer('satu', office.blitar, ['operator']), await officer('dua', office.blitar)]
  const held = await given(last)
  await t.admin`update report set holder_id = ${office.blitar}, holder_path = '/1/3572/', officer_id = null where id = ${held}`
  await t.admin`update account set disabled_at = now() where agency_id = ${office.blitar} and id <> all (${[last, other]})`
  const leave = () => as((tx) => disableAccount(tx, blitar, last, {}, now))
  const refused = { ok: false, refusal: 'last-one' }
  assert.deepEqual(await leave(), refused)
  assert.deepEqual(await as((tx) => moveAccount(tx, blitar, last, { agencyId: office.blitarRoads }, now)), refused)
  assert.deepEqual(await as((tx) => setRoles(tx, blitar, last, { roles: ['officer'] }, now)), refused)
  assert.ok((await as((tx) => setRoles(tx, blitar, other, { roles: ['officer', 'operator'] }, now))).ok)
  const both = await Promise.all([leave(), as((tx) => setRoles(tx, blitar, other, { roles: ['officer'] }, now))])
  assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true], 'of two who leave at once one stays')
  await t.admin`update report set status = 'closed', ending = 'confirmed' where id = ${held}`
  const left = both[0]?.ok ? other : last
  assert.ok((await as((tx) => disableAccount(tx, blitar, left, {}, now))).ok)
})
