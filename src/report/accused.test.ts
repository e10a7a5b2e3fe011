import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, agency, heart, type Name, names } from '../../test/heart.ts'
import { withActor } from '../db/actor.ts'
import { actorOf } from '../person/may.ts'
import type { Receipt } from './file.ts'
import { historyOf, replay } from './read/history.ts'
import { keepAllFindable } from './search/keep.ts'

/** Whoever is accused reads nothing: asked of the tables themselves, where nothing of the application stands between. */

const h = await heart()
const { act, admin, db, file, row, staff } = h
const grave = { class: 'complaint', oversight: true }
const as = <T>(name: Name, work: Parameters<typeof withActor<T>>[2]) => withActor(db, actorOf(staff[name]), work)
const done = async (moved: ReturnType<typeof act>) => assert.deepEqual(Object.keys(await moved), ['ok', 'version'])
const refused = async (moved: ReturnType<typeof act>, refusal: string) => {
  const got = await moved
  assert.equal(!got.ok && got.refusal, refusal)
}

const tables = ['report', 'reporter', 'vault.identity', 'assignment', 'event', 'question', 'draft', 'visit', 'extension', 'instruction', 'note', 'attachment'] // biome-ignore format: a list

/** In which tables somebody sees anything of it, and by which functions. */
async function seenBy(name: Name, { reportId, reference }: Receipt): Promise<string[]> {
  return as(name, async (tx) => {
    const where = { report: 'id', attachment: '(select id from report r where r.key = report_key)' }
    const found = await Promise.all(
      tables.map(async (table) => {
        const id = where[table as keyof typeof where] ?? 'report_id'
        return (await tx.unsafe(`select from ${table} where ${id} = ${reportId}`)).count > 0 ? table : ''
      }),
    )
    const [asked] = await tx<{ had: boolean; ways: number; moved: number | null }[]>`
      select had_report(${reference}) as had, (select count(*)::int from report_ways(${reportId})) as ways,
        record_move(${reportId}, -1, '{}', '{}', null) as moved`
    const told = [asked?.had && 'had_report', asked?.ways && 'report_ways', asked?.moved !== null && 'record_move']
    return [...found, ...told].filter((one): one is string => Boolean(one))
  })
}
const readers = async (report: Receipt) => {
  const seen = await Promise.all(names.map(async (name) => ((await seenBy(name, report)).length > 0 ? name : '')))
  return seen.filter(Boolean)
}
const inCity = names.filter((name) => staff[name].path.startsWith('/1/1035/3572/'))
const centre = ['centreOperator', 'arbiter']

const toCity = async (told: Record<string, unknown> = {}, input: object = grave) => {
  const report = await file(told)
  await done(act(report, 'centreOperator', 'forward', { agencyId: agency.blitar, ...input }))
  return report
}
const atRoads = async (input: object = grave) => {
  const report = await toCity({}, input)
  await done(act(report, 'blitarOperator', 'forward', { agencyId: agency.roads, assisting: [agency.trees], ...input }))
  return report
}

test('a unit that is named when the report is sent on gets it neither as lead nor as help, and its government acts', async () => {
  const report = await toCity()
  const accused = [agency.roads]
  const to = (agencyId: number, more = {}) => act(report, 'blitarOperator', 'forward', { agencyId, ...grave, ...more })
  await refused(to(agency.roads, { accused }), 'accused')
  await refused(to(agency.trees, { accused, assisting: [agency.roads] }), 'accused')
  await refused(to(agency.trees, { accused, oversight: false }), 'accused-plain')
  await refused(to(agency.trees, { accused: [agency.centre] }), 'accused-centre')
  await refused(to(agency.trees, { accused: [999_999] }), 'agency-unknown')
  await done(to(agency.trees, { accused }))
  await refused(act(report, 'treesLiaison', 'dispatch', { agencyId: agency.roads, due: '2026-03-09' }), 'accused')
  const { accused: kept } = await row(report)
  assert.deepEqual(kept, ['/1/1035/3572/3572006/'])
  assert.deepEqual(
    await readers(report),
    ['centreOperator', 'arbiter', 'blitarOperator', 'blitarSupervisor', 'blitarInspector', 'treesLiaison', 'treesOfficer'], // biome-ignore format: a list
  )
  await done(act(report, 'treesLiaison', 'return', { reason: 'other_unit', note: 'x' }))
  await refused(to(agency.roads), 'accused')
})

test('a government that is named loses the report in the same step, with everything below it, its inspector as well', async () => {
  const report = await toCity()
  await done(act(report, 'blitarOperator', 'reclassify', { ...grave, accused: [agency.blitar] }))
  const { holderId, status, accused } = await row(report)
  assert.deepEqual([holderId, status, accused], [agency.centre, 'received', ['/1/1035/3572/']])
  assert.deepEqual(await readers(report), centre)
  for (const name of inCity) assert.deepEqual(await seenBy(name, report), [], name)
  await refused(act(report, 'centreOperator', 'forward', { agencyId: agency.blitar, ...grave }), 'accused')
  await refused(act(report, 'centreOperator', 'forward', { agencyId: agency.roads, ...grave }), 'accused')
  await done(act(report, 'centreOperator', 'forward', { agencyId: agency.eastJava, ...grave }))
  assert.deepEqual(await readers(report), centre)
})

test('who gives it back because it is about themselves sees it no more, whatever it was taken for', async () => {
  const report = await atRoads({ class: 'complaint', oversight: false })
  await done(act(report, 'roadsLiaison', 'return', { reason: 'conflict', note: 'Tentang kepala dinas kami.' }))
  assert.deepEqual((await row(report)).accused, ['/1/1035/3572/3572006/'])
  for (const name of ['roadsLiaison', 'roadsOfficer'] as const) assert.deepEqual(await seenBy(name, report), [], name)
  const other = await atRoads()
  await done(act(other, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'x' }))
  assert.deepEqual(await seenBy('roadsLiaison', other), ['had_report'])
})

test('in the midst of the work, or after it, the one above takes it away: helpers, drafts and wishes end with it', async () => {
  const report = await atRoads()
  await done(act(report, 'roadsOfficer', 'draft', { text: 'Kami periksa sendiri.' }))
  await done(act(report, 'roadsLiaison', 'dispatch', { officerId: staff.roadsOfficer.personId, due: '2026-03-09' }))
  await admin`
    insert into note (report_id, agency_id, by_person, by_name, text, at)
    values (${report.reportId}, ${agency.roads}, ${staff.roadsLiaison.personId}, 'x', 'catatan', now())`
  const accuse = { accused: [agency.roads, agency.trees], remark: 'Keduanya disebut pelapor.' }
  await refused(act(report, 'roadsLiaison', 'accuse', accuse), 'not-yours')
  await refused(act(report, 'blitarInspector', 'accuse', accuse), 'not-yours')
  await done(act(report, 'blitarOperator', 'accuse', accuse))
  const now = await row(report)
  assert.deepEqual([now.holderId, now.status, now.officerId, [...now.assisting]], [agency.blitar, 'received', null, []])
  for (const name of ['roadsLiaison', 'roadsOfficer', 'treesLiaison', 'treesOfficer'] as const)
    assert.deepEqual(await seenBy(name, report), [], name)
  const [draft] = await admin<{ state: string }[]>`select state from draft where report_id = ${report.reportId}`
  assert.equal(draft?.state, 'replaced')
  await refused(act(report, 'centreOperator', 'accuse', accuse), 'accused-same')
  await done(act(report, 'centreOperator', 'accuse', { accused: [agency.trees], remark: 'Hanya DLH.' }))
  const lines = await as('centreOperator', (tx) => historyOf(tx, report.reportId))
  assert.deepEqual(
    lines.filter(({ move }) => move === 'accuse').map(({ data }) => [data.accused, (data.was as { accused: number[] }).accused]),
    [[[agency.roads, agency.trees], []], [[agency.trees], [agency.roads, agency.trees]]],
  ) // biome-ignore format: two lines
  const { accused, wasOversight } = replay(lines) as { accused?: unknown; wasOversight?: unknown } & Record<
    string,
    unknown
  >
  assert.deepEqual([accused, wasOversight], [['/1/1035/3572/3572011/'], undefined])

  const ended = await atRoads()
  await done(act(ended, 'reporter', 'withdraw', {}))
  await done(act(ended, 'centreOperator', 'accuse', { accused: [agency.blitar], remark: 'Baru diketahui.' }))
  assert.deepEqual([(await row(ended)).holderId, (await row(ended)).status], [agency.centre, 'archived'])
  for (const name of inCity) assert.deepEqual(await seenBy(name, ended), [], name)
})

test('a plain report that accuses somebody becomes an oversight complaint', async () => {
  const report = await atRoads({ class: 'complaint', oversight: false })
  await done(act(report, 'blitarOperator', 'accuse', { accused: [agency.roads], remark: 'Pungli.' }))
  assert.equal((await row(report)).oversight, true)
  assert.ok((await seenBy('blitarInspector', report)).includes('report'))
})

test('an inspector goes on reading what was made something else, archived, withdrawn or merged', async () => {
  const plain = { class: 'complaint', oversight: false }
  const sees = async (report: Receipt) => (await seenBy('blitarInspector', report)).includes('report')
  const away = await toCity()
  await done(act(away, 'blitarOperator', 'reclassify', { class: 'aspiration' }))
  assert.deepEqual([(await row(away)).oversight, (await row(away)).wasOversight, await sees(away)], [false, true, true])
  await done(act(away, 'blitarOperator', 'forward', { agencyId: agency.roads, ...plain }))
  await done(act(away, 'reporter', 'withdraw', {}))
  assert.ok(await sees(away))
  const sent = await toCity()
  await done(act(sent, 'blitarOperator', 'forward', { agencyId: agency.roads, ...plain }))
  assert.ok(await sees(sent))
  const never = await toCity({}, plain)
  assert.equal(await sees(never), false)
  const merged = await toCity()
  await done(act(merged, 'blitarOperator', 'merge', { into: never.reference }))
  assert.deepEqual([await sees(merged), await sees(never)], [true, true], 'what took it in is read as well')
})

test('reports that accuse different agencies are not merged', async () => {
  const one = await toCity({}, { ...grave, accused: [agency.roads] })
  const other = await toCity()
  await refused(act(other, 'blitarOperator', 'merge', { into: one.reference }), 'not-mergeable')
  await refused(act(one, 'blitarOperator', 'merge', { into: other.reference }), 'not-mergeable')
  const same = await toCity({}, { ...grave, accused: [agency.roads] })
  await done(act(same, 'blitarOperator', 'merge', { into: one.reference }))
})

test('no search and no photo tells an accused agency of the report', async () => {
  const report = await toCity(
    { text: 'Pungutan liar pada loket retribusi zirkonia.' },
    { ...grave, accused: [agency.roads] },
  )
  const own = await atRoads()
  const photo = async (of: Receipt, kind: string, person: Name) => {
    const [made] = await admin<{ id: number }[]>`
      insert into attachment (report_key, kind, event_n, storage_key, thumb_key, media_type, bytes, width, height, sha256, by_person, uploaded_at)
      select key, ${kind}, 1, ${`${of.reportId}`}, ${`${of.reportId}k`}, 'image/jpeg', 1, 1, 1, decode(repeat('ab', 32), 'hex'), ${staff[person].personId}, now() from report where id = ${of.reportId}
      returning id::int`
    return made?.id ?? 0
  }
  await photo(report, 'before', 'blitarOperator')
  const ours = await photo(own, 'before', 'roadsOfficer')
  await keepAllFindable(db)
  const asked = (name: Name) =>
    as(name, async (tx) => {
      const reused = await tx<{ reference: string | null }[]>`select reference from reused_evidence(${ours}, '{}')`
      const [found] = await tx<
        { ids: number[] }[]
      >`select find_reports('zirkonia', array['own', 'below', 'inspects', 'assists', 'ended'], 10) as ids`
      return [reused.map(({ reference }) => reference), found?.ids.map(Number)]
    })
  assert.deepEqual(await asked('blitarOperator'), [[report.reference], [report.reportId]])
  assert.deepEqual(await asked('roadsLiaison'), [[], []])
})

test('whatever is sent, given back, classed, accused and corrected, in any order, who is accused reads nothing of it', async () => {
  let seed = 20_261_125
  const random = (n: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return (seed >>> 8) % n
  }
  const one = <T>(of: readonly T[]): T => of[random(of.length)] as T
  const agencies = [
    agency.eastJava,
    agency.kediri,
    agency.kediriRoads,
    agency.blitar,
    agency.roads,
    agency.trees,
    agency.ministry,
  ]
  const few = () => Array.from({ length: random(3) }, () => one(agencies))
  let made = 0
  let accusing = 0
  for (let n = 0; n < 12; n++) {
    const report = await file({ class: 'complaint', oversight: random(2) === 0 })
    for (let k = 0; k < 25; k++) {
      const oversight = random(3) > 0
      const tries = {
        forward: { agencyId: one(agencies), assisting: few(), accused: few(), class: 'complaint', oversight },
        return: { reason: one(['conflict', 'other_unit']), note: 'x' },
        reclassify: { class: one(['complaint', 'aspiration']), oversight, accused: few() },
        accuse: { accused: few(), remark: 'x' },
        arbitrate: { agencyId: one(agencies), note: 'x', class: 'complaint', oversight, accused: few() },
        dispatch: { agencyId: one(agencies), due: '2026-03-09' },
        draft: { text: 'x' },
      }
      const name = one(Object.keys(tries) as (keyof typeof tries)[])
      const { holderId } = await row(report)
      const near = names.filter((who) => staff[who].agencyId === holderId)
      const who = one([...near, ...near, 'centreOperator', 'blitarOperator', 'arbiter'] as const)
      const moved = await act(report, who, name, tries[name], { at: after(k) })
      if (!moved.ok) continue
      made++
      const { accused } = await row(report)
      if (!accused) continue
      accusing++
      for (const person of names.filter((name) => accused.some((path) => staff[name].path.startsWith(path))))
        assert.deepEqual(await seenBy(person, report), [], `${person} after ${name} of report ${n}, step ${k}`)
    }
  }
  assert.ok(made > 40 && accusing > 20, `${made} moves, ${accusing} of them with somebody accused`)
})

test('the tables themselves refuse a holder or helper that is accused', async () => {
  const report = await toCity({}, { ...grave, accused: [agency.roads] })
  const { version } = await row(report)
  const event = { move: 'forward', audience: 'everyone', actor: 'staff', at: '2026-03-02T03:00:00Z', data: {} }
  for (const custody of [{ lead: agency.roads, ended: 'forwarded' }, { assist: [agency.roads] }])
    await assert.rejects(
      as('blitarOperator', (tx) => tx`select record_move(${report.reportId}, ${version}, '{}', ${tx.json(event)}, ${tx.json(custody)})`),
      /an accused agency neither holds/,
    ) // biome-ignore format: one call
})

test('the wall stands by itself, even where custody were wrong', async () => {
  const report = await atRoads()
  await admin`
    insert into note (report_id, agency_id, by_person, by_name, text, at)
    values (${report.reportId}, ${agency.roads}, ${staff.roadsLiaison.personId}, 'x', 'catatan', now())`
  assert.ok((await readers(report)).length > 8)
  await admin`update report set accused = '{/1/1035/3572/}' where id = ${report.reportId}`
  assert.deepEqual(await readers(report), centre)
  const nowhere = { ...actorOf(staff.roadsLiaison), path: '' } as Parameters<typeof withActor>[1]
  const seen = await withActor(db, nowhere, (tx) => tx`select from report where id = ${report.reportId}`)
  assert.equal(seen.count, 0, 'nor does somebody whose place nobody knows')
})
