import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, agency, heart, reporterActor } from '../../../test/heart.ts'
import { withActor } from '../../db/actor.ts'
import type { Receipt } from '../file.ts'
import { promisesOf } from './promises.ts'
import { reporterPage } from './reporter-page.ts'

/** What a reporter reads of the promises while the report goes from agency to agency. Days are from a Monday at ten. */

const { act, admin, db, book, file } = await heart()

async function promised({ reporterId, reportId }: Receipt, days: number) {
  const actor = reporterActor(reporterId, reportId)
  const page = await withActor(db, actor, (tx) => reporterPage(tx, book, reporterId, after(days)))
  if (!page) throw new Error('no page')
  return promisesOf(page.case, page.history).map(
    ({ step, state, days: gone, limit }) => `${step} ${state} ${gone}/${limit}`,
  )
}

const to = (agencyId: number) => ({ agencyId })
const back = { reason: 'other_area', note: 'Letaknya di Kediri.' }

/** Forwarded to Blitar nine days late, given back two days after. */
async function lateAndBack(): Promise<Receipt> {
  const report = await file()
  await act(report, 'centreOperator', 'forward', to(agency.blitar), { at: after(9) })
  await act(report, 'blitarOperator', 'return', back, { at: after(11) })
  return report
}

test('a check that was late stays missed when the report is returned and sent on', async () => {
  const report = await lateAndBack()
  const missed = 'verify missed 7/3'
  assert.equal((await promised(report, 11))[0], missed)
  await act(report, 'centreOperator', 'forward', to(agency.kediri), { at: after(14) })
  assert.deepEqual(await promised(report, 15), [missed, 'again kept 1/3', 'answer running 4/5', 'settle running 4/14'])
  await act(report, 'kediriOperator', 'return', back, { at: after(15) })
  assert.equal((await promised(report, 21))[0], missed)
})

test('while a report is with the operators again, what the citizen was promised goes on', async () => {
  const report = await lateAndBack()
  assert.deepEqual(await promised(report, 17).then((all) => all.slice(1)), [
    'again late 4/3',
    'answer late 6/5',
    'settle running 6/14',
  ])
  await act(report, 'centreOperator', 'ask', { text: 'Di jalan mana?' }, { at: after(17) })
  assert.deepEqual(await promised(report, 17), [
    ...['verify missed 7/3', 'answer late 6/5', 'settle running 6/14'],
    'respond running 0/10',
  ])
})

test('a return before anybody checked renews nothing', async () => {
  const report = await file()
  await admin`
    update report set holder_id = a.id, holder_path = a.path from agency a where a.id = ${agency.blitar} and report.id = ${report.reportId}`
  await act(report, 'blitarOperator', 'return', back, { at: after(7) })
  assert.deepEqual(await promised(report, 8), ['verify late 6/3', 'again running 1/3'])
  await act(report, 'centreOperator', 'forward', to(agency.kediri), { at: after(8) })
  assert.deepEqual((await promised(report, 9)).slice(0, 2), ['verify missed 6/3', 'again kept 1/3'])
})

test('what the reporter does before the first check has ended starts it anew', async () => {
  const report = await file()
  await act(report, 'centreOperator', 'ask', { text: 'Di jalan mana?' }, { at: after(1) })
  await act(report, 'reporter', 'complete', { text: 'Jalan Mawar.' }, { at: after(7) })
  assert.deepEqual(await promised(report, 8), ['verify running 1/3'])
  await act(report, 'centreOperator', 'forward', to(agency.blitar), { at: after(8) })
  assert.equal((await promised(report, 9))[0], 'verify kept 1/3')
})
