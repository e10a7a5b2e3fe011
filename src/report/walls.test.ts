import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agency, heart, type Name, reporterActor } from '../../test/heart.ts'
import { type Actor, withActor } from '../db/actor.ts'
import type { Tx } from '../db/database.ts'
import { actorOf } from '../person/may.ts'

/** Nothing of the application stands between these questions and the tables: only the database's own policies answer. */

const { act, file, admin, db, staff } = await heart()
const as = (name: Name) => actorOf(staff[name])
const nobody: Actor = { kind: 'public' }

const open = await file({ known: 'open', name: 'Bu Wiji', reach: 'none', consent: true })
const hidden = await file({ reach: 'email', email: 'rahasia@contoh.example', consent: true })
const oversight = await file({ readers: 'secret', class: 'complaint', oversight: true })
const elsewhere = await file({ known: 'open', name: 'Pak Kediri', consent: true })
const fresh = await file()

const classing = { class: 'complaint', oversight: false }
for (const report of [open, hidden]) {
  await act(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
  await act(report, 'blitarOperator', 'forward', { agencyId: agency.roads, note: 'catatan disposisi' })
  await act(report, 'roadsOfficer', 'draft', { text: 'Rancangan.' })
  await act(report, 'blitarSupervisor', 'instruct', { text: 'Utamakan.', due: '2026-03-09' })
  await act(report, 'roadsLiaison', 'heed', { text: 'Siap.' })
  await act(report, 'roadsLiaison', 'question', { text: 'Tiang mana?' })
  await act(report, 'roadsLiaison', 'dispatch', { officerId: staff.roadsOfficer.personId, due: '2026-03-09' })
  await act(report, 'roadsOfficer', 'visit', {
    visitedAt: '2026-03-02T03:00:00Z',
    outcome: 'done',
    findings: 'Diganti.',
  })
  await act(report, 'roadsLiaison', 'extend', { reason: 'weather', sentence: 'Hujan.', newDue: '2026-04-09' })
}
await act(oversight, 'centreOperator', 'forward', { agencyId: agency.blitar, class: 'complaint', oversight: true })
await act(oversight, 'blitarOperator', 'forward', { agencyId: agency.trees, class: 'complaint', oversight: true })
await act(elsewhere, 'centreOperator', 'forward', { agencyId: agency.kediri, ...classing })
await act(elsewhere, 'kediriOperator', 'forward', { agencyId: agency.kediriRoads, ...classing })
for (const report of [open, hidden])
  await admin`
    insert into note (report_id, agency_id, by_person, by_name, text, at)
    values (${report.reportId}, ${agency.roads}, ${staff.roadsLiaison.personId}, 'x', 'catatan', now())`
await admin`insert into answer_template (agency_id, title, text) values (${agency.roads}, 'Lampu', 'Lampu diganti.')`
await admin`insert into opening (report_id, person_id, at) values (${open.reportId}, ${staff.roadsLiaison.personId}, now())`

const tables = [
  'report',
  'reporter',
  'vault.identity',
  'assignment',
  'event',
  'question',
  'draft',
  'visit',
  'extension',
  'instruction',
  'note',
] as const
const all = [open, hidden, oversight, elsewhere, fresh]
const label = new Map(
  all.map((report, n) => [report.reportId, ['open', 'hidden', 'oversight', 'elsewhere', 'fresh'][n]]),
)

/** Of which reports does this actor see anything, table by table, when it asks for everything? */
async function seen(actor: Actor): Promise<Record<string, string[]>> {
  return withActor(db, actor, async (tx) => {
    const found: Record<string, string[]> = {}
    for (const table of tables) {
      const id = table === 'report' ? 'id' : 'report_id'
      const rows = await tx.unsafe<{ id: number }[]>(`select distinct ${id} as id from ${table} order by 1`)
      if (rows.length > 0) found[table] = rows.map((row) => label.get(Number(row.id)) ?? `report ${row.id}`)
    }
    return found
  })
}

const ours = ['open', 'hidden']
const work = { assignment: ours, event: ours, question: ours, visit: ours, extension: ours, instruction: ours }

test('nobody, the door and who only manages accounts see no report at all', async () => {
  for (const actor of [nobody, { kind: 'door' } as const, as('blitarAdministrator')])
    assert.deepEqual(await seen(actor), {})
  const rows = await db.app`select from report`
  assert.equal(rows.count, 0)
})

test('a unit sees its own reports, with the names of those who chose to be known', async () => {
  const all = { report: ours, reporter: ours, ...work, 'vault.identity': ['open'], draft: ours, note: ours }
  assert.deepEqual(await seen(as('roadsLiaison')), all)
  assert.deepEqual(await seen(as('roadsOfficer')), all)
})

test('other units, cities and ministries see nothing foreign', async () => {
  const mine = (name: string) => ({ report: [name], reporter: [name], assignment: [name], event: [name] })
  assert.deepEqual(await seen(as('treesOfficer')), mine('oversight'))
  assert.deepEqual(await seen(as('kediriLiaison')), { ...mine('elsewhere'), 'vault.identity': ['elsewhere'] })
  assert.deepEqual(await seen(as('kediriOperator')), mine('elsewhere'), 'the name is for who has it in hand')
  assert.deepEqual(await seen(as('ministryOperator')), {})
  assert.deepEqual(await seen(as('inspectorateLiaison')), {})
})

test('who stands above sees what is below, without drafts and notes; an inspector sees oversight only', async () => {
  const city = ['open', 'hidden', 'oversight']
  const below = { ...work, report: city, reporter: city, assignment: city, event: city }
  assert.deepEqual(await seen(as('blitarOperator')), below)
  assert.deepEqual(await seen(as('blitarSupervisor')), below)
  const moves = await withActor(
    db,
    as('blitarOperator'),
    (tx) => tx<{ move: string }[]>`select distinct move from event`,
  )
  const names = moves.map(({ move }) => move)
  assert.ok(names.includes('heed') && !names.includes('draft'), 'what a unit drafts stays with it')
  const one = ['oversight']
  assert.deepEqual(await seen(as('blitarInspector')), { report: one, reporter: one, assignment: one, event: one })
})

test('a reporter sees the own report and neither staff matters nor other reporters', async () => {
  const me = reporterActor(hidden.reporterId, hidden.reportId)
  const own = ['hidden']
  const mine = {
    report: own,
    reporter: own,
    'vault.identity': own,
    event: own,
    question: own,
    visit: own,
    extension: own,
  }
  assert.deepEqual(await seen(me), mine)
  const moves = await withActor(
    db,
    me,
    (tx) => tx<{ move: string; audience: string }[]>`select move, audience from event order by n`,
  )
  assert.deepEqual(
    moves.map(({ move }) => move),
    ['file', 'forward', 'forward', 'instruct', 'question', 'dispatch', 'visit', 'extend'],
  )
  assert.ok(moves.every(({ audience }) => audience === 'everyone'))
})

test('the identity of an anonymous reporter stays shut for every member of staff, also after a merge', async () => {
  const [one, two] = [
    await file({ known: 'open', name: 'Bu Terbuka', consent: true }),
    await file({ reach: 'phone', phone: '080055501234', consent: true }),
  ]
  for (const report of [one, two]) await act(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
  assert.equal((await act(two, 'blitarOperator', 'merge', { into: one.reference })).ok, true)
  const identities = (actor: Actor) =>
    withActor(db, actor, (tx) => tx<{ reporterId: number }[]>`select reporter_id from vault.identity`)
  for (const person of Object.values(staff)) {
    const ids = (await identities(actorOf(person))).map(({ reporterId }) => reporterId)
    assert.ok(!ids.includes(two.reporterId) && !ids.includes(hidden.reporterId), person.name)
  }
  const mine = await identities(reporterActor(two.reporterId, one.reportId, two.reportId))
  assert.deepEqual(
    mine.map(({ reporterId }) => reporterId),
    [two.reporterId],
  )
  const co = await withActor(
    db,
    reporterActor(two.reporterId, one.reportId, two.reportId),
    (tx) => tx`select id from reporter`,
  )
  assert.equal(co.length, 1)
})

test('after a merge one reporter reads the agencies and never what another reporter wrote', async () => {
  const [one, two] = [await file(), await file()]
  await act(one, 'reporter', 'reply', { text: 'Rumah saya nomor tujuh.' })
  await act(one, 'centreOperator', 'forward', { agencyId: agency.blitar, ...classing })
  await act(two, 'centreOperator', 'forward', { agencyId: agency.blitar, ...classing })
  await act(two, 'blitarOperator', 'merge', { into: one.reference })
  const texts = await withActor(db, reporterActor(two.reporterId, one.reportId, two.reportId), async (tx) =>
    (await tx<{ data: object }[]>`select data from event where report_id = ${one.reportId}`).map((row) =>
      JSON.stringify(row.data),
    ),
  )
  assert.ok(texts.length > 1)
  assert.deepEqual(
    texts.filter((text) => text.includes('nomor tujuh')),
    [],
  )
})

test('nobody writes what is not theirs to write', async () => {
  const { reportId } = open
  const { personId } = staff.treesOfficer
  const tries: [string, Actor, (tx: Tx) => Promise<unknown>][] = [
    ['report', as('roadsLiaison'), (tx) => tx`update report set status = 'closed'`],
    ['report', as('blitarOperator'), (tx) => tx`delete from report`],
    [
      'event',
      as('roadsLiaison'),
      (tx) =>
        tx`insert into event (report_id, n, move, audience, actor, data, hash, at) values (${reportId}, 99, 'answer', 'everyone', 'staff', '{}', '', now())`,
    ],
    ['assignment', as('blitarOperator'), (tx) => tx`update assignment set ended_at = now(), ended_how = 'x'`],
    ['identity', as('roadsLiaison'), (tx) => tx`update vault.identity set hidden = false`],
    ['reporter', as('roadsLiaison'), (tx) => tx`update reporter set receipt_hash = ''`],
    [
      'foreign note',
      as('treesOfficer'),
      (tx) =>
        tx`insert into note (report_id, agency_id, by_person, by_name, text, at) values (${reportId}, ${agency.trees}, ${personId}, 'x', 'x', now())`,
    ],
    [
      'note in another name',
      as('roadsLiaison'),
      (tx) =>
        tx`insert into note (report_id, agency_id, by_person, by_name, text, at) values (${reportId}, ${agency.trees}, ${personId}, 'x', 'x', now())`,
    ],
    [
      'foreign template',
      as('treesLiaison'),
      (tx) => tx`insert into answer_template (agency_id, title, text) values (${agency.roads}, 'Lain', 'Lain')`,
    ],
    ['filing as a worker', { kind: 'system' }, (tx) => tx`select * from file_reports('[]')`],
    ['stepping out', as('roadsLiaison'), (tx) => tx`set role lapor_registrar`],
  ]
  for (const [name, actor, work] of tries) await assert.rejects(withActor(db, actor, work), { code: '42501' }, name)

  const changed = await withActor(db, as('treesOfficer'), (tx) => tx`update answer_template set text = 'Lain'`)
  assert.equal(changed.count, 0)
  const [version] = await withActor(
    db,
    as('kediriOperator'),
    (tx) => tx`select record_move(${reportId}, 1, '{}', '{}', null) as version`,
  )
  assert.equal(version?.version, null)
  const forged = withActor(
    db,
    as('roadsLiaison'),
    (tx) => tx`select record_move(${reportId}, 1, ${tx.json({ holder_id: 1 })}, '{}', null)`,
  )
  await assert.rejects(forged, { code: '42501' })
  const joined = withActor(
    db,
    as('kediriOperator'),
    (tx) => tx`select join_reporters(${reportId}, ${elsewhere.reportId})`,
  )
  await assert.rejects(joined, { code: '42501' })
})
