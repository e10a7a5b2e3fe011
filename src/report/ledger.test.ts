import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Actor, after, agency, heart, monday, names } from '../../test/heart.ts'
import { withActor } from '../db/actor.ts'
import type { Receipt } from './file.ts'
import { type Move, moveNames, moversOf, movesOpenTo } from './lifecycle.ts'
import { brokenChains } from './read/chain.ts'
import { historyOf, replay } from './read/history.ts'
import type { Report } from './report.ts'

const { act, file, row, db, admin, staff } = await heart()
const system = { kind: 'system' } as const

type Own = Exclude<Move, 'join'>
type Do = { who: Actor; name: Own; input: object }
/** Numbers that choose among what is possible when their turn comes. */
type Try = { pick: number; twin: number | null; blind: boolean; days: number }

const text = 'Lampu di tiang nomor 7.'
const offices = Object.values(agency)
const everyone: readonly Actor[] = [...names, 'reporter', 'clock']
const ends: readonly Own[] = ['archive', 'withdraw', 'merge']

/** What somebody who knows their office would write. */
function inputFor(name: Own, pick: number, other: string): object {
  const agencyId = offices[pick % offices.length]
  const due = '2027-01-04'
  const officerId = pick % 2 ? staff.roadsOfficer.personId : staff.treesOfficer.personId
  return {
    ...{
      agencyId,
      assisting: offices.slice(pick % 5, (pick % 5) + (pick % 3)),
      officerId,
      due,
      newDue: '2026-04-20',
      into: other,
    },
    ...{
      class: pick % 3 ? 'complaint' : 'aspiration',
      oversight: pick % 2 === 0,
      rating: (pick % 5) + 1,
      evidence: pick % 3,
    },
    ...{ plan: 1, basis: 'Perwali 1/2026', signer: 'Sari', fromAgencyId: agency.trees, verdict: 'in_order' },
    ...{
      text,
      note: text,
      remark: text,
      sentence: text,
      findings: text,
      title: text,
      visitedAt: monday,
      outcome: 'done',
    },
    reason: { return: 'other_unit', extend: 'weather', archive: 'in_court' }[name as string] ?? text,
  }
}

/** Something that the table opens to somebody just now; ends come seldom, else most walks would be short. */
function possible(report: Report, pick: number): { who: Actor; name: Own } {
  const list = everyone.flatMap((who) => {
    const movers = who === 'reporter' || who === 'clock' ? ([who] as const) : moversOf(report, staff[who])
    const open = movesOpenTo(report.status, movers).filter((name): name is Own => name !== 'join')
    return open.map((name) => ({ who, name }))
  })
  const wanted = list.filter(({ name }) => pick % 9 === 0 || !ends.includes(name))
  return wanted[pick % wanted.length] ?? { who: 'reporter', name: 'reply' }
}

function chosen(report: Report, pick: number, blind: boolean, other: string): Do {
  const anybody = { who: everyone[pick % everyone.length] ?? 'clock', name: moveNames[pick % moveNames.length] as Own }
  const { who, name } = blind && (anybody.name as Move) !== 'join' ? anybody : possible(report, pick)
  return { who, name, input: inputFor(name, pick, other) }
}

const number = fc.nat(1_000_000)
const walk: fc.Arbitrary<Try[]> = fc.array(
  fc.record({ pick: number, twin: fc.option(number, { freq: 2 }), blind: fc.boolean(), days: fc.nat(3) }),
  { minLength: 20, maxLength: 45 },
)

async function play(report: Receipt, tries: readonly Try[], other: string): Promise<number> {
  let days = 0
  let moved = 0
  for (const { pick, twin, blind, days: pause } of tries) {
    days += pause
    const now = await row(report)
    const { version } = now
    const picks = twin === null ? [pick] : [pick, twin]
    const together = picks.map((one) => chosen(now, one, blind, other))
    const answers = await Promise.all(
      together.map(({ who, name, input }) => act(report, who, name, input, { at: after(days), version })),
    )
    const won = answers.filter(({ ok }) => ok).length
    const lost = answers.filter((answer) => !answer.ok && answer.refusal === 'conflict').length
    assert.ok(won <= 1, 'of two who saw the same version only one wins')
    assert.ok(lost === 0 || won === 1, 'nobody loses to nobody')
    assert.equal((await row(report)).version, version + won)
    const leads =
      await admin`select agency_id from assignment where report_id = ${report.reportId} and lead and ended_at is null`
    assert.deepEqual(
      leads.map((lead) => Number(lead.agency_id)),
      [(await row(report)).holderId],
    )
    moved += won
  }
  return moved
}

/** What the database computes of the other columns is left out. */
const plainly = (report: object): unknown =>
  JSON.parse(
    JSON.stringify({ ...report, head: undefined, dueAt: undefined, provinceId: undefined, cityId: undefined }),
    (key, value) => (/(Due|At|Since)$/.test(key) && typeof value === 'string' ? new Date(value).toISOString() : value),
  )

test('whatever people try, alone or at once, one agency leads and the ledger replays to the present', async () => {
  const other = await file()
  let moved = 0
  await fc.assert(
    fc.asyncProperty(walk, async (tries) => {
      const report = await file()
      const begun: Report = await row(report)
      moved += await play(report, tries, other.reference)
      const entries = await withActor(db, system, (tx) => historyOf(tx, report.reportId))
      assert.deepEqual(
        entries.map(({ n }) => n),
        entries.map((_, index) => index + 1),
      )
      assert.deepEqual(plainly({ ...begun, ...replay(entries) }), plainly(await row(report)))
    }),
    { numRuns: 25 },
  )
  assert.ok(moved > 100, `only ${moved} moves were legal: the walk says little`)
  assert.deepEqual(await withActor(db, system, (tx) => brokenChains(tx)), [])
})

test('of many who do the same at once one succeeds, and all others learn of it', async () => {
  const report = await file()
  await act(report, 'centreOperator', 'forward', { agencyId: agency.roads })
  const race = async (name: Own, input: object) => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => act(report, 'roadsLiaison', name, input)))
    return answers
      .map((answer) => (answer.ok ? 'moved' : answer.refusal))
      .sort()
      .join(' ')
  }
  const wish = { reason: 'weather', sentence: text, newDue: '2026-04-20' }
  assert.match(await race('extend', wish), /^(already-open |conflict )+moved$/)
  assert.match(await race('question', { text }), /^(already-open |conflict )+moved$/)
  assert.match(await race('return', { reason: 'other_unit', note: text }), /^(conflict )*moved( not-found)*$/)
})

test('two reports merged into each other at once become one case, not none', async () => {
  for (let n = 0; n < 5; n++) {
    const [one, two] = [await file(), await file()]
    const answers = await Promise.all([
      act(one, 'centreOperator', 'merge', { into: two.reference }),
      act(two, 'centreOperator', 'merge', { into: one.reference }),
    ])
    assert.equal(answers.filter(({ ok }) => ok).length, 1)
    const states = [(await row(one)).status, (await row(two)).status]
    assert.deepEqual(states.sort(), ['archived', 'received'])
  }
})

test('the ledger is only ever added to, and what was changed behind its back is found', async () => {
  const [good, changed, shortened] = [await file(), await file(), await file()]
  for (const report of [good, changed, shortened])
    await act(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
  for (const sql of [admin, db.app, db.worker]) {
    await assert.rejects(sql`update event set by_name = 'Orang lain' where report_id = ${good.reportId}`, {
      code: '42501',
    })
    await assert.rejects(sql`delete from event where report_id = ${good.reportId}`, { code: '42501' })
    await assert.rejects(sql`truncate event`, { code: '42501' })
  }
  const forge = (change: ReturnType<typeof admin>) =>
    admin.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      assert.equal((await tx`${change}`).count, 1)
    })
  await forge(
    admin`update event set data = jsonb_set(data, '{set,holder_id}', '37') where report_id = ${changed.reportId} and n = 2`,
  )
  await forge(admin`delete from event where report_id = ${shortened.reportId} and n = 1`)
  const found = await withActor(db, system, (tx) => brokenChains(tx))
  assert.deepEqual(found.sort(), [changed.reference, shortened.reference].sort())
})
