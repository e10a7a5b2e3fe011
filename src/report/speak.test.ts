import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agency, heart, monday } from '../../test/heart.ts'
import { attempt, withActor } from '../db/actor.ts'
import { actorOf, type Staff } from '../person/may.ts'
import { loadCase } from './load.ts'
import { move } from './move.ts'
import { desk } from './read/desk.ts'
import { conversation, historyOf } from './read/history.ts'
import { promisesOf } from './read/promises.ts'

/** What supervisors of every level say: to an agency, which sees it on top until it answers, and to the reporter. */

const h = await heart()
await h.admin`insert into account (id, agency_id, agency_path, username, name, roles) select 3000 + id % 100, id, path, 'pengawas.' || id,
  'Pengawas ' || short_name, '{supervisor}' from agency where id = any(${[agency.centre, agency.eastJava]})`
const levels = [agency.centre, agency.eastJava, agency.blitar] as const
const paths = { [agency.centre]: '/1/', [agency.eastJava]: '/1/1035/', [agency.blitar]: '/1/1035/3572/' }
const supervisor = (agencyId: (typeof levels)[number]): Staff =>
  agencyId === agency.blitar
    ? h.staff.blitarSupervisor
    : {
        ...h.staff.blitarSupervisor,
        agencyId,
        path: paths[agencyId],
        personId: 3000 + (agencyId % 100),
        name: `Pengawas ${agencyId}`,
      }

async function atRoads() {
  const report = await h.file()
  await h.act(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
  await h.act(report, 'blitarOperator', 'forward', { agencyId: agency.roads })
  return report
}

const onDesk = async () =>
  (await withActor(h.db, actorOf(h.staff.roadsLiaison), (tx) => desk(tx, h.staff.roadsLiaison, { view: 'queue' }))).rows

for (const level of levels)
  test(`an instruction from ${level} stands on top of the agency's desk, with its day, until it is answered`, async () => {
    const others = [await atRoads(), await atRoads()]
    const report = await atRoads()
    const staff = supervisor(level)
    const input = { text: 'Dahulukan.', due: '2026-03-05' }
    const told = await attempt(h.db, actorOf(staff), (tx) =>
      move(tx, h.book, { kind: 'staff', staff }, { reference: report.reference, name: 'instruct', input }, monday),
    )
    assert.ok(told.ok, JSON.stringify(told))
    const [top] = await onDesk()
    assert.deepEqual(
      [top?.reference, top?.instructedUntil?.toISOString().slice(0, 10)],
      [report.reference, '2026-03-05'],
    )
    assert.ok((await h.act(report, 'roadsLiaison', 'heed', { text: 'Besok.' })).ok)
    assert.ok((await onDesk()).every(({ instructedUntil }) => instructedUntil === null))
    for (const one of [report, ...others]) await h.act(one, 'reporter', 'withdraw')
  })

test('the head of any level above writes to the reporter, and no promise of the agency is kept or moved by it', async () => {
  for (const level of levels) {
    const report = await atRoads()
    const staff = supervisor(level)
    const before = await h.row(report)
    const said = await attempt(h.db, actorOf(staff), (tx) =>
      move(
        tx,
        h.book,
        { kind: 'staff', staff },
        { reference: report.reference, name: 'speak', input: { text: 'Saya mengawasi.' } },
        monday,
      ),
    )
    assert.ok(said.ok, JSON.stringify(said))
    const now = await h.row(report)
    for (const name of ['status', 'answeredAt', 'answerDue', 'settleDue', 'dueAt', 'holderId'] as const)
      assert.deepEqual(now[name], before[name], name)
    const actor = { kind: 'reporter', reporterId: report.reporterId, reportIds: [report.reportId] } as const
    await withActor(h.db, actor, async (tx) => {
      const history = await historyOf(tx, report.reportId)
      assert.deepEqual(
        conversation(history, report).map(({ move: name, text }) => [name, text]),
        [['speak', 'Saya mengawasi.']],
      )
      const c = await loadCase(tx, report.reference, h.book, monday)
      assert.equal(c && promisesOf(c, history).find(({ step }) => step === 'answer')?.state, 'running')
    })
  }
})
