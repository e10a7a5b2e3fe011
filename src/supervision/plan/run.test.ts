import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { agency, type Heart, heart, monday } from '../../../test/heart.ts'
import { attempt, withActor } from '../../db/actor.ts'
import { actorOf, type Staff } from '../../person/may.ts'
import type { Receipt } from '../../report/file.ts'
import { brokenChains } from '../../report/read/chain.ts'
import { drawPlan } from './draw.ts'
import { previewOf } from './read.ts'
import { runPlans } from './run.ts'
import { signPlan } from './sign.ts'

/** A plan that is carried out while processes are killed and people go on working: nothing is lost, nothing moves twice. */

const h: Heart = await heart()
const { act, admin, db, file } = h
const clockwork = { db, rules: async () => h.book }
const boss: Staff = { ...h.staff.blitarSupervisor, agencyKind: 'city' }

async function atRoads(n: number): Promise<Receipt[]> {
  const reports = await Promise.all(Array.from({ length: n }, () => file()))
  for (const report of reports) {
    await act(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
    await act(report, 'blitarOperator', 'forward', { agencyId: agency.roads, assisting: [agency.inspectorate] })
  }
  return reports
}

async function signed(fromId: number, restId: number): Promise<number> {
  const within = <T extends { ok: boolean }>(work: (tx: Parameters<typeof drawPlan>[0]) => Promise<T>) =>
    attempt(db, actorOf(boss), work)
  const input = { fromId, restId, routes: [], basis: 'Perwali 12/2026', basisOn: '2026-02-20', holdsFrom: '2026-03-01' }
  const made = await within((tx) => drawPlan(tx, boss, input, monday))
  assert.ok(made.ok)
  const { digest } = await withActor(db, actorOf(boss), (tx) => previewOf(tx, made.id))
  assert.deepEqual(await within((tx) => signPlan(tx, boss, made.id, digest, monday)), { ok: true })
  return made.id
}

const stateOf = async (plan: number) =>
  (await admin<{ state: string }[]>`select state from plan where id = ${plan}`)[0]?.state
const movedBy = async (plan: number) =>
  (await admin<{ n: number }[]>`select count(*)::int as n from plan_item where plan_id = ${plan} and held`)[0]?.n ?? 0
/** How often each was moved by the plan, as the ledger tells. */
const timesBy = (plan: number) => admin<{ times: number; reports: number }[]>`
  select times, count(*)::int as reports from (
    select count(*)::int as times from event where move = 'reassign' and (data ->> 'plan')::bigint = ${plan} group by report_id) x
  group by times order by times`

test('kill -9 in the midst of it: the next run goes on, each report once', async () => {
  await atRoads(240)
  const plan = await signed(agency.roads, agency.trees)
  const run = `
    import { ruleBook } from ${JSON.stringify(new URL('../../agency/rulebook.js', import.meta.url).href)}
    import { database } from ${JSON.stringify(new URL('../../db/database.js', import.meta.url).href)}
    import { runPlans } from ${JSON.stringify(new URL('./run.js', import.meta.url).href)}
    const now = new Date(${monday.getTime()})
    const db = database({ url: ${JSON.stringify(h.ownerUrl)}, appUrl: ${JSON.stringify(h.appUrl)}, max: 2 })
    await runPlans({ db, rules: ruleBook(db, () => now) }, now)`
  for (const enough of [20, 90]) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', run], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const ended = once(child, 'exit')
    for (let n = 0; n < 2000 && (await movedBy(plan)) < enough; n++) await sleep(5)
    child.kill('SIGKILL')
    const [, signal] = await ended
    assert.equal(signal, 'SIGKILL')
  }
  const before = await movedBy(plan)
  assert.ok(before >= 90 && before < 240, `${before} were moved`)
  assert.equal(await stateOf(plan), 'signed')
  assert.equal(await runPlans(clockwork, monday), 240 - before)
  assert.equal(await stateOf(plan), 'done')
  assert.deepEqual([...(await timesBy(plan))], [{ times: 1, reports: 240 }])
  const [left] = await admin`select from report where holder_id = ${agency.roads}`
  assert.equal(left, undefined)
})

test('three workers at once and people who act on the same reports: all of them go, once, and every act stands or is refused', async () => {
  const reports = await atRoads(120)
  const plan = await signed(agency.roads, agency.inspectorate)
  const late: Promise<Receipt[]>[] = []
  const people = async () => {
    const refused: string[] = []
    for (const [n, report] of reports.toReversed().entries()) {
      const moved =
        n % 3 === 0
          ? await act(report, 'roadsLiaison', 'answer', { text: 'Kami periksa.' })
          : await act(report, 'reporter', 'reply', { text: 'Masih gelap.' })
      if (!moved.ok) refused.push(moved.refusal)
      if (n === 20) late.push(atRoads(5))
    }
    return refused
  }
  const runs = [1, 2, 3].map(() => runPlans(clockwork, monday))
  const refused = await people()
  const moved = (await Promise.all(runs)).reduce((sum, n) => sum + n, 0)
  const others = (await Promise.all(late)).flat()
  const rest = await runPlans(clockwork, monday)
  assert.equal(await stateOf(plan), 'done')
  const [at] = await admin<{ n: number }[]>`select count(*)::int as n from report where holder_id = ${agency.roads}`
  const taken = moved + rest
  assert.equal(taken + (at?.n ?? 0), reports.length + others.length, 'nothing is lost')
  assert.ok(taken >= reports.length)
  assert.deepEqual([...(await timesBy(plan))], [{ times: 1, reports: taken }])
  assert.deepEqual(
    refused.filter((why) => !['conflict', 'not-yours', 'not-found'].includes(why)),
    [],
  )
  assert.deepEqual(await withActor(db, { kind: 'system' }, (tx) => brokenChains(tx)), [])
  const [leads] =
    await admin`select report_id from assignment where lead and ended_at is null group by report_id having count(*) <> 1`
  assert.equal(leads, undefined, 'exactly one holds each')
})
