import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, agency, type Heart, heart, type Name } from '../../../test/heart.ts'
import { rulesFor } from '../../agency/rulebook.ts'
import { workingDaysBetween, workingHoursBetween } from '../../agency/working-days.ts'
import { withActor } from '../../db/actor.ts'
import { loadCase } from '../load.ts'
import { hoursHeld } from './agency-clock.ts'
import { questions } from './around.ts'
import { custody, historyOf } from './history.ts'
import { promisesOf } from './promises.ts'

/** Two clocks: the citizen's runs from the first forwarding to the end whatever happens between; each holder's runs while the
 *  report lies there, without the time in which its reporter was asked. */

const zone = 'Asia/Jakarta'
const at = (n: number) => after(n * 0.67)

async function travelled(h: Heart) {
  const filed = await h.file({ at: at(0) })
  let n = 0
  const act = async (who: Name | 'reporter', name: Parameters<Heart['act']>[2], input: object) => {
    const moved = await h.act(filed, who, name, input, { at: at(++n) })
    assert.ok(moved.ok, `${n} ${name}: ${JSON.stringify(moved)}`)
  }
  const edit = (who: Name) => act(who, 'edit', { title: `Lampu ${n}`, text: `Lampu mati, ${n}.`, place: '' })
  const back = { reason: 'other_unit', note: 'Bukan tugas kami.' }
  const forward = (who: Name, agencyId: number) => act(who, 'forward', { agencyId })
  await forward('centreOperator', agency.blitar)
  await edit('blitarOperator')
  await forward('blitarOperator', agency.roads)
  await act('roadsLiaison', 'question', { text: 'Tiang nomor berapa?' })
  await act('reporter', 'reply', { text: 'Nomor tujuh.' })
  await act('roadsLiaison', 'return', back)
  await edit('blitarOperator')
  await forward('blitarOperator', agency.trees)
  await act('treesLiaison', 'return', back)
  await act('blitarOperator', 'return', { ...back, reason: 'other_area' })
  await forward('centreOperator', agency.kediri)
  await act('kediriOperator', 'return', { ...back, reason: 'other_area' })
  await edit('centreOperator')
  await forward('centreOperator', agency.blitar)
  await forward('blitarOperator', agency.roads)
  return { filed, n }
}

test('ten transfers, three edits and a question later the citizen has waited as long as the wall says, and the holders between them', async () => {
  const h = await heart()
  const { filed, n } = await travelled(h)
  const now = at(n + 4)
  const rules = rulesFor(h.book, null)
  const { one, history, asked } = await withActor(h.db, { kind: 'system' }, async (tx) => ({
    one: await loadCase(tx, filed.reference, h.book, now),
    history: await historyOf(tx, filed.reportId),
    asked: await questions(tx, filed.reportId),
  }))
  assert.ok(one)
  const count = (...moves: string[]) => history.filter(({ move }) => moves.includes(move)).length
  assert.deepEqual([count('forward', 'return'), count('edit'), asked.length], [10, 3, 1])

  const [verified] = history.filter(({ move }) => move === 'forward')
  const settle = promisesOf(one, history).find(({ step }) => step === 'settle')
  assert.equal(settle?.days, workingDaysBetween(verified?.at ?? now, now, rules.calendar, zone))
  assert.deepEqual(one.report.verifiedAt, verified?.at)
  assert.deepEqual(one.report.settleDue, one.report.firstSettleDue)

  const held = custody(history).map(({ agencyName, since, until }) =>
    hoursHeld(
      since,
      asked.filter((q) => q.agencyName === agencyName),
      { calendar: rules.calendar, zone, now: until ?? now },
    ),
  )
  const waited = asked.map(({ at: from, answeredAt }) =>
    workingHoursBetween(from, answeredAt ?? now, rules.calendar, zone),
  )
  const wall = workingHoursBetween(at(0), now, rules.calendar, zone)
  const sum = (hours: readonly number[]) => hours.reduce((all, each) => all + each, 0)
  assert.ok(sum(waited) > 0)
  assert.ok(Math.abs(sum(held) + sum(waited) - wall) < 1e-6, `${sum(held)} and ${sum(waited)} of ${wall}`)
})
