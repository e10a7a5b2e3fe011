import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Actor, after, agency, type Heart, heart, keys, monday, type Name } from '../../../test/heart.ts'
import { attempt, withActor } from '../../db/actor.ts'
import { actorOf, type Role, type Staff } from '../../person/may.ts'
import type { Receipt } from '../../report/file.ts'
import { askAudit, people } from './ask.ts'
import type { AskInput } from './audit.ts'
import { finish, judge } from './judge.ts'
import { auditById, audits, drawOf, itemsOf } from './read.ts'
import { drawSample } from './sample.ts'

const h: Heart = await heart()
const { act, admin, db, file } = h
const extra: readonly [id: number, name: string, agencyId: number, roles: Role[]][] = [
  [2001, 'Wulan Pengawas', agency.eastJava, ['supervisor']],
  [2002, 'Yusuf Inspektur', agency.eastJava, ['inspector']],
  [2003, 'Tari Operator', agency.blitar, ['operator']],
  [2004, 'Bima Pengawas', agency.kediri, ['supervisor']],
]
for (const [id, name, agencyId, roles] of extra)
  await admin`insert into account (id, agency_id, agency_path, username, name, email, roles)
    select ${id}, a.id, a.path, ${`akun.${id}`}, ${name}, ${`${id}@kantor.example`}, ${roles} from agency a where a.id = ${agencyId}`
const staffOf = (id: number): Staff => {
  const [, name, agencyId, roles] = extra.find(([one]) => one === id) ?? ([0, '', 0, []] as never)
  const path =
    agencyId === agency.eastJava ? '/1/1035/' : agencyId === agency.kediri ? '/1/1035/3571/' : '/1/1035/3572/'
  return { ...h.staff.blitarSupervisor, personId: id, name, agencyId, path, roles }
}
const boss = h.staff.blitarSupervisor
const wulan = staffOf(2001)
const tari = staffOf(2003)

async function does(report: Receipt, who: Actor, name: string, given: object = {}, at = monday): Promise<void> {
  const moved = await act(report, who, name as never, given, { at })
  assert.ok(moved.ok, `${name}: ${JSON.stringify(moved)}`)
}
async function closed(at = monday, told: object = {}): Promise<Receipt> {
  const report = await file({ at, ...told } as never)
  await does(report, 'centreOperator', 'forward', { agencyId: agency.blitar, ...told }, at)
  await does(report, 'blitarOperator', 'forward', { agencyId: agency.roads, ...told }, at)
  await does(report, 'roadsLiaison', 'answer', { text: 'Besok.' }, at)
  await does(report, 'roadsLiaison', 'resolve', { text: 'Sudah.' }, at)
  await does(report, 'reporter', 'confirm', {}, at)
  return report
}
const asked: AskInput = {
  aboutId: agency.roads,
  closedFrom: '2026-03-01',
  closedTo: '2026-03-31',
  wanted: 3,
  auditorId: tari.personId,
}
const seed = 'a'.repeat(32)
const ask = (over: Partial<AskInput> = {}, staff = boss, grain = seed) =>
  attempt(db, actorOf(staff), (tx) => askAudit(tx, keys, staff, { ...asked, ...over }, grain, monday))
async function askedFor(over: Partial<AskInput> = {}, staff = boss): Promise<number> {
  const made = await ask(over, staff)
  if (!made.ok) throw new Error(made.refusal)
  return made.id
}
const items = (staff: Staff, id: number) => withActor(db, actorOf(staff), (tx) => itemsOf(tx, id))
const judging = (staff: Staff, id: number, n: number, verdict: never = 'in_order' as never) =>
  attempt(db, actorOf(staff), (tx) => judge(tx, staff, id, n, { verdict, note: 'Dilihat.' }, monday))
const finishing = (staff: Staff, id: number) =>
  attempt(db, actorOf(staff), (tx) => finish(tx, h.book, staff, id, monday))

const first = await Promise.all(Array.from({ length: 6 }, () => closed()))

const drawnBySql = (
  await admin<{ id: number }[]>`
    select id from generate_series(1, 10) id order by encode(sha256(convert_to(${`${seed}:`} || id, 'UTF8')), 'hex') limit 4`
).map(({ id }) => id)

test('the same seed and frame always give the same sample, in whatever order the frame comes, and any other reads it the same', () => {
  const frames = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 60 })
  fc.assert(
    fc.property(frames, fc.integer({ min: 1, max: 70 }), fc.integer(), (frame, n, salt) => {
      const grain = createHash('md5').update(String(salt)).digest('hex')
      const sample = drawSample(grain, frame, n)
      assert.deepEqual(drawSample(grain, frame.toReversed(), n), sample)
      assert.equal(sample.length, Math.min(n, frame.length))
      assert.equal(new Set(sample).size, sample.length)
      assert.ok(sample.every((id) => frame.includes(id)))
    }),
  )
  assert.deepEqual(drawSample(seed, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 4), drawnBySql)
})
test('who belongs to the agency, handled one of them, or may not read them is refused, in words of its own', async () => {
  const secret = await closed(after(40), { class: 'complaint', oversight: 'on' })
  await does(secret, 'reporter', 'rate', { rating: 4 })
  const why = async (over: Partial<AskInput>, staff = boss) => {
    const made = await ask(over, staff)
    return made.ok ? 'asked' : made.refusal
  }
  assert.deepEqual(
    [
      await why({ auditorId: h.staff.roadsLiaison.personId }),
      await why({ auditorId: h.staff.blitarOperator.personId }),
      await why({ auditorId: h.staff.treesLiaison.personId }),
      await why({ auditorId: staffOf(2004).personId }),
      await why({ auditorId: 2002 }),
      await why({ auditorId: h.staff.blitarAdministrator.personId }),
      await why({ aboutId: agency.blitar, auditorId: tari.personId }),
      await why({ aboutId: agency.kediri }),
      await why({ closedFrom: '2025-01-01', closedTo: '2025-12-31' }),
      await why({}, h.staff.blitarOperator),
      await why({ aboutId: agency.blitar, auditorId: wulan.personId }),
      await why({}),
    ],
    ['auditor-unknown', 'auditor-handled', 'auditor-unknown', 'auditor-blind', 'auditor-partial', 'auditor-unknown',
      'auditor-belongs', 'about-unknown', 'none-closed', 'about-unknown', 'asked', 'asked'], // biome-ignore format: in the order above
  )
  const known = await withActor(db, actorOf(boss), people)
  assert.deepEqual([known.some(({ id }) => id === wulan.personId), known.some(({ id }) => id === 2004)], [true, false])
})

test('until it is finished only the auditor knows which ones; then it can be drawn again from what is kept', async () => {
  const id = await askedFor()
  assert.equal((await items(tari, id)).length, 3)
  for (const other of [boss, wulan, h.staff.roadsLiaison, staffOf(2004)])
    assert.deepEqual([...(await items(other, id))], [])
  assert.equal(await withActor(db, actorOf(boss), (tx) => drawOf(tx, id)), undefined)
  const seen = async (staff: Staff) => (await withActor(db, actorOf(staff), (tx) => auditById(tx, id)))?.judged
  assert.deepEqual([await seen(boss), await seen(wulan), await seen(h.staff.roadsLiaison)], [0, 0, undefined])
  assert.deepEqual(await finishing(tari, id), { ok: false, refusal: 'not-judged' })
  assert.deepEqual(await judging(wulan, id, 1), { ok: false, refusal: 'not-found' })
  for (const n of [1, 2, 3])
    assert.deepEqual(await judging(tari, id, n, (n === 2 ? 'not_done' : 'in_order') as never), { ok: true })
  assert.equal(await seen(boss), 3)
  assert.deepEqual(await finishing(wulan, id), { ok: false, refusal: 'not-found' })
  assert.deepEqual(await finishing(tari, id), { ok: true })
  assert.deepEqual(await finishing(tari, id), { ok: false, refusal: 'finished' })
  assert.deepEqual(await judging(tari, id, 1), { ok: false, refusal: 'finished' })

  const found = await items(boss, id)
  assert.deepEqual(
    found.map(({ verdict }) => verdict),
    ['in_order', 'not_done', 'in_order'],
  )
  const draw = await withActor(db, actorOf(boss), (tx) => drawOf(tx, id))
  assert.deepEqual(
    drawSample(draw?.seed ?? '', draw?.frame ?? [], 3),
    found.map(({ reportId }) => reportId),
  )
  const lines = await admin<{ reportId: number; audience: string; data: { verdict: string } }[]>`
    select report_id::int as "reportId", audience, data from event where move = 'audit' order by report_id`
  assert.deepEqual(
    lines.map(({ reportId, audience, data }) => [reportId, audience, data.verdict]),
    found
      .map(({ reportId, verdict }) => [reportId, 'staff', verdict])
      .sort(([one], [other]) => Number(one) - Number(other)),
  )
  const [letter] =
    await admin`select payload from outbox where task = 'mail' and (payload ->> 'accountId')::bigint = ${tari.personId}`
  assert.ok(letter, 'the auditor is told')
})

test('whoever handles one of them in the meantime judges it no more', async () => {
  const id = await askedFor({ wanted: 6 })
  const [one, two] = await items(tari, id)
  assert.ok(one && two)
  await judging(tari, id, 2)
  for (const { reportId } of [one, two])
    await admin`insert into note (report_id, agency_id, by_person, by_name, text, at) values (${reportId}, ${agency.blitar}, ${tari.personId}, 'Tari', 'x', ${monday})`
  assert.deepEqual(await judging(tari, id, 1), { ok: false, refusal: 'handled-since' })
  const forced = withActor(
    db,
    actorOf(tari),
    (tx) => tx`
    update audit_item set verdict = 'in_order', judged_at = ${monday} where audit_id = ${id} and n = 1`,
  )
  await assert.rejects(forced, /row-level security/)
  for (const n of [3, 4, 5, 6]) await judging(tari, id, n)
  assert.deepEqual(await finishing(tari, id), { ok: true })
  assert.deepEqual((await items(boss, id)).map(({ verdict }) => verdict).slice(0, 3), [null, null, 'in_order'])
})

test('the reviewer is never a handler, whoever acted on what and whoever is asked', async () => {
  const reports = await Promise.all(Array.from({ length: 10 }, () => closed(after(60))))
  const actors: readonly Name[] = ['blitarOperator', 'blitarSupervisor', 'centreOperator']
  const candidates = [
    tari.personId,
    wulan.personId,
    boss.personId,
    h.staff.blitarOperator.personId,
    h.staff.centreOperator.personId,
    2002,
  ]
  const act3 = fc.record({ pick: fc.nat(9), who: fc.nat(2) })
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(act3, { maxLength: 2 }),
      fc.nat(5),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(),
      async (acts, who, wanted, salt) => {
        for (const { pick, who: n } of acts) {
          const person = h.staff[actors[n] as Name]
          const reportId = reports[pick]?.reportId ?? 0
          await admin`insert into note (report_id, agency_id, by_person, by_name, text, at) values (${reportId}, ${person.agencyId}, ${person.personId}, 'x', 'x', ${monday})`
        }
        const grain = createHash('md5').update(`grain ${salt}`).digest('hex')
        const made = await ask(
          { closedFrom: '2026-04-20', closedTo: '2026-05-30', auditorId: candidates[who] as number, wanted },
          boss,
          grain,
        )
        if (!made.ok) return
        accepted++
        const [handlers] = await admin<{ n: number }[]>`
        select count(*)::int as n from audit a join audit_item i on i.audit_id = a.id where a.id = ${made.id} and (
          exists (select from event e where e.report_id = i.report_id and e.person_id = a.auditor_id)
          or exists (select from assignment s where s.report_id = i.report_id and s.by_person = a.auditor_id)
          or exists (select from note t where t.report_id = i.report_id and t.by_person = a.auditor_id)
          or exists (select from account x where x.id = a.auditor_id and starts_with(x.agency_path, a.about_path)))`
        assert.equal(handlers?.n, 0)
      },
    ),
    { numRuns: 60, seed: 5 },
  )
  assert.ok(accepted > 8, `${accepted} were accepted`)
})

test('a supervisor opens what was not done again, within a year, and it is no dispute', async () => {
  const [report] = first
  assert.ok(report)
  const late = await act(report, 'blitarSupervisor', 'reopen', { reason: 'Belum dikerjakan.' }, { at: after(366) })
  assert.deepEqual([late.ok, !late.ok && late.refusal], [false, 'too-long-ago'])
  const before = await h.row(report)
  await does(report, 'blitarSupervisor', 'reopen', { reason: 'Belum dikerjakan.' })
  const now = await h.row(report)
  assert.deepEqual(
    [now.status, now.ending, now.endedAt, now.resolvedAt, now.disputes],
    ['in_progress', null, null, null, 0],
  )
  assert.deepEqual([now.settleDue, now.answeredAt, now.holderId], [before.settleDue, before.answeredAt, agency.roads])
  const below = await act(first[1] as Receipt, 'roadsLiaison', 'reopen', { reason: 'x' })
  assert.equal(below.ok, false)
})

test('a list holds what was asked here or above, and nothing of elsewhere', async () => {
  const here = await withActor(db, actorOf(boss), (tx) => audits(tx))
  assert.ok(here.length > 3)
  assert.deepEqual([...(await withActor(db, actorOf(staffOf(2004)), (tx) => audits(tx)))], [])
})
