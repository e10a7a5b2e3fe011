import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, agency, heart, monday } from '../../test/heart.ts'
import { rulesFor } from '../agency/rulebook.ts'
import type { Case } from './case.ts'
import { extend, grant } from './change/work.ts'
import type { Receipt } from './file.ts'
import type { Moved } from './move.ts'

const { act, book, file, row, admin, staff } = await heart()

const done = async (moving: Promise<Moved>) => assert.deepEqual(Object.keys(await moving), ['ok', 'version'])
const refused = async (moving: Promise<Moved>, refusal: string) => {
  const moved = await moving
  assert.equal(moved.ok ? 'accepted' : moved.refusal, refusal)
}

async function atRoads(told = {}): Promise<Receipt> {
  const report = await file(told)
  await done(act(report, 'centreOperator', 'forward', { agencyId: agency.blitar }))
  await done(act(report, 'blitarOperator', 'forward', { agencyId: agency.roads }))
  return report
}

async function resolved(told = {}): Promise<Receipt> {
  const report = await atRoads(told)
  await done(act(report, 'roadsLiaison', 'answer', { text: 'Kami perbaiki hari ini.' }))
  await done(act(report, 'roadsLiaison', 'resolve', { text: 'Sudah menyala.' }))
  return report
}

const holds = async (report: Receipt, holder: number, status: string) => {
  const { holderId, status: is } = await row(report)
  assert.deepEqual([holderId, is], [holder, status])
}
const visit = (evidence: number, at: Date) => ({ visitedAt: at, outcome: 'done', findings: 'Lampu diganti.', evidence })

test('a report travels to the centre, the city, the wrong unit, back to the centre and to whoever must act', async () => {
  const report = await atRoads()
  const begun = await row(report)
  await refused(act(report, 'treesLiaison', 'return', { reason: 'other_unit', note: 'bukan kami' }), 'not-found')
  await done(act(report, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'Ini taman.' }, { at: after(1) }))
  await holds(report, agency.blitar, 'received')
  await refused(act(report, 'roadsLiaison', 'answer', { text: 'masih kami' }), 'not-found')
  await done(act(report, 'blitarOperator', 'forward', { agencyId: agency.trees }, { at: after(1) }))
  await done(
    act(report, 'treesLiaison', 'return', { reason: 'other_level', note: 'Jalan nasional.' }, { at: after(2) }),
  )
  await refused(act(report, 'blitarOperator', 'forward', { agencyId: agency.centre }), 'agency-unknown')
  await refused(act(report, 'blitarOperator', 'forward', { agencyId: agency.kediri }), 'agency-unknown')

  await done(
    act(report, 'blitarOperator', 'return', { reason: 'other_level', note: 'Jalan nasional.' }, { at: after(3) }),
  )
  await holds(report, agency.centre, 'received')
  await refused(act(report, 'centreOperator', 'return', { reason: 'other_level', note: 'lagi' }), 'no-parent')
  await done(act(report, 'centreOperator', 'forward', { agencyId: agency.ministry }, { at: after(3) }))
  await holds(report, agency.ministry, 'assigned')

  const now = await row(report)
  assert.equal(now.returns, 3)
  for (const clock of ['verifiedAt', 'answerDue', 'settleDue', 'firstSettleDue', 'capDue'] as const)
    assert.deepEqual(now[clock], begun[clock], `${clock} did not start again`)
})

test('the return of a city goes past its province to the centre, which sends it on', async () => {
  const report = await file()
  await done(act(report, 'centreOperator', 'forward', { agencyId: agency.blitar }))
  await done(
    act(report, 'blitarOperator', 'return', {
      reason: 'other_area',
      note: 'Letaknya di Kediri.',
      suggestedId: agency.kediri,
    }),
  )
  await holds(report, agency.centre, 'received')
  await done(
    act(report, 'centreOperator', 'forward', { agencyId: agency.kediri, assisting: [agency.ministry, agency.kediri] }),
  )
  assert.deepEqual((await row(report)).assisting, [agency.ministry])
  await refused(act(report, 'blitarOperator', 'forward', { agencyId: agency.roads }), 'not-found')
  await refused(act(report, 'ministryOperator', 'forward', { agencyId: agency.ministry }), 'not-yours')
})

test('work in the field is settled with evidence from the field, and the reporter has the last word', async () => {
  const report = await atRoads()
  const officerId = staff.roadsOfficer.personId
  await refused(act(report, 'roadsLiaison', 'dispatch', { officerId, due: '2026-02-27' }), 'due-past')
  await done(act(report, 'roadsLiaison', 'dispatch', { officerId, due: '2026-03-05' }))
  await refused(act(report, 'treesOfficer', 'visit', visit(2, monday)), 'not-found')
  await done(act(report, 'roadsOfficer', 'draft', { text: 'Kami perbaiki.' }))
  await done(act(report, 'roadsLiaison', 'answer', { text: 'Kami perbaiki besok.' }))
  await refused(act(report, 'roadsLiaison', 'resolve', { text: 'Selesai.' }), 'evidence')
  await done(act(report, 'roadsOfficer', 'visit', visit(0, monday)))
  await refused(act(report, 'roadsLiaison', 'resolve', { text: 'Selesai.' }), 'evidence')
  await refused(act(report, 'roadsOfficer', 'visit', visit(1, after(9)), { at: after(1) }), 'due-visit')
  await done(act(report, 'roadsOfficer', 'visit', visit(1, after(1)), { at: after(1) }))
  await refused(act(report, 'roadsLiaison', 'confirm', {}), 'not-yours')
  await done(act(report, 'roadsLiaison', 'resolve', { text: 'Selesai.' }, { at: after(1) }))
  await done(act(report, 'reporter', 'dispute', { reason: 'Masih mati satu.' }, { at: after(2) }))
  await holds(report, agency.roads, 'in_progress')
  await done(act(report, 'roadsLiaison', 'resolve', { text: 'Satu lagi sudah diganti.' }, { at: after(3) }))
  await done(act(report, 'reporter', 'confirm', {}, { at: after(3) }))
  await refused(act(report, 'reporter', 'confirm', {}), 'not-allowed')
  assert.equal((await admin`select rating from reporter where id = ${report.reporterId}`)[0]?.rating, null)
  await done(act(report, 'reporter', 'rate', { rating: 4 }, { at: after(3) }))
  const { status, ending, disputes, visits } = await row(report)
  assert.deepEqual(
    { status, ending, disputes, visits },
    { status: 'closed', ending: 'confirmed', disputes: 1, visits: 2 },
  )
})

test('a visit is as old as the report at most, by a clock that shows no seconds', async () => {
  const late = new Date(monday.getTime() + 30_000)
  const report = await file({ at: late })
  await done(act(report, 'centreOperator', 'forward', { agencyId: agency.roads }, { at: late }))
  await done(act(report, 'roadsLiaison', 'dispatch', { due: '2026-03-05' }, { at: late }))
  await refused(
    act(report, 'roadsOfficer', 'visit', visit(1, new Date(monday.getTime() - 60_000)), { at: late }),
    'due-visit',
  )
  await done(act(report, 'roadsOfficer', 'visit', visit(1, monday), { at: late }))
})

test('an instruction goes along with the report, until whoever holds it has answered', async () => {
  const report = await atRoads()
  await done(act(report, 'blitarSupervisor', 'instruct', { text: 'Dahulukan, dekat sekolah.', due: '2026-03-05' }))
  const waits = async () =>
    (
      await admin`select agency_id::int as at from instruction where report_id = ${report.reportId} and answered_at is null`
    ).map(({ at }) => at)
  assert.deepEqual(await waits(), [agency.roads])
  await done(act(report, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'Ini taman.' }))
  assert.deepEqual(await waits(), [agency.blitar])
  await done(act(report, 'blitarOperator', 'forward', { agencyId: agency.trees }))
  assert.deepEqual(await waits(), [agency.trees])
  await done(act(report, 'treesLiaison', 'heed', { text: 'Dikerjakan besok.' }))
  assert.deepEqual(await waits(), [])
})

test('silence closes on the day after the tenth working day, and can be disputed for thirty days', async () => {
  const report = await resolved()
  await refused(act(report, 'clock', 'lapse', {}, { at: after(14) }), 'not-allowed')
  await refused(act(report, 'roadsLiaison', 'lapse', {}, { at: after(15) }), 'not-yours')
  await done(act(report, 'clock', 'lapse', {}, { at: after(15) }))
  assert.equal((await row(report)).ending, 'lapsed')
  await refused(act(report, 'reporter', 'dispute', { reason: 'Mati lagi.' }, { at: after(46) }), 'too-late')
  await done(act(report, 'reporter', 'dispute', { reason: 'Mati lagi.' }, { at: after(45) }))
  assert.equal((await row(report)).ending, null)
})

test('what is incomplete expires after silence and lives again with a reply', async () => {
  const report = await file()
  await done(act(report, 'centreOperator', 'ask', { text: 'Di jalan apa?' }))
  await refused(act(report, 'centreOperator', 'forward', { agencyId: agency.blitar }), 'not-allowed')
  await refused(act(report, 'clock', 'expire', {}, { at: after(14) }), 'not-allowed')
  await done(act(report, 'clock', 'expire', {}, { at: after(15) }))
  await holds(report, agency.centre, 'archived')
  await refused(act(report, 'reporter', 'appeal', { reason: 'Saya baru membaca.' }, { at: after(16) }), 'not-allowed')
  await done(act(report, 'reporter', 'complete', { text: 'Jalan Merapi.' }, { at: after(90) }))
  await holds(report, agency.centre, 'received')
})

test('an archive can be appealed once within thirty days, to the centre', async () => {
  const report = await file()
  await done(act(report, 'centreOperator', 'forward', { agencyId: agency.blitar }))
  await done(act(report, 'blitarOperator', 'forward', { agencyId: agency.roads }))
  await done(act(report, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'bukan kami' }))
  await refused(act(report, 'centreOperator', 'archive', { reason: 'abroad' }), 'not-yours')
  await done(act(report, 'blitarOperator', 'archive', { reason: 'between_citizens' }))
  await refused(act(report, 'reporter', 'complete', { text: 'halo' }), 'not-allowed')
  await refused(act(report, 'reporter', 'appeal', { reason: 'Ini jalan umum.' }, { at: after(31) }), 'too-late')
  await done(act(report, 'reporter', 'appeal', { reason: 'Ini jalan umum.' }, { at: after(30) }))
  await holds(report, agency.centre, 'received')
  await done(act(report, 'centreOperator', 'archive', { reason: 'in_court' }))
  await refused(act(report, 'reporter', 'appeal', { reason: 'Sekali lagi.' }), 'appeal-used')

  const withdrawn = await file()
  await done(act(withdrawn, 'reporter', 'withdraw'))
  await refused(act(withdrawn, 'reporter', 'appeal', { reason: 'Berubah pikiran.' }), 'not-allowed')
})

test('more time moves the running due date and never the first one', async () => {
  const report = await atRoads()
  const { settleDue } = await row(report)
  const wish = { reason: 'materials', sentence: 'Lampu dipesan dari luar kota.' }
  await refused(act(report, 'roadsLiaison', 'extend', { ...wish, newDue: '2026-03-10' }), 'due-past')
  await done(act(report, 'roadsLiaison', 'extend', { ...wish, newDue: '2026-04-01' }))
  await refused(act(report, 'roadsLiaison', 'extend', { ...wish, newDue: '2026-04-02' }), 'already-open')
  await refused(act(report, 'roadsLiaison', 'grant'), 'not-yours')
  await done(act(report, 'blitarOperator', 'refuse', { remark: 'Pinjam dari Dishub.' }))
  assert.deepEqual((await row(report)).settleDue, settleDue)
  await done(act(report, 'roadsLiaison', 'extend', { ...wish, newDue: '2026-04-01' }))
  await done(act(report, 'blitarOperator', 'grant'))
  const granted = await row(report)
  assert.equal(granted.settleDue?.toISOString(), '2026-04-01T16:59:59.999Z')
  assert.deepEqual(granted.firstSettleDue, settleDue)
  const other = { class: 'information_request', oversight: false }
  await done(act(report, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'Pohon.' }))
  await done(act(report, 'blitarOperator', 'forward', { agencyId: agency.trees, ...other }))
  assert.deepEqual(
    (await row(report)).settleDue,
    granted.settleDue,
    'a shorter class takes back no time that was granted',
  )
})

test('more time is asked and granted as long as a report is open, once there is a promise and somebody above', async () => {
  const report = await atRoads()
  const wish = { reason: 'materials' as const, sentence: 'Lampu dipesan dari luar kota.', newDue: '2026-04-01' }
  await done(act(report, 'roadsLiaison', 'extend', wish))
  await done(act(report, 'roadsLiaison', 'answer', { text: 'Kami pasang lampu sementara.' }))
  await done(act(report, 'roadsLiaison', 'resolve', { text: 'Lampu sementara menyala.' }))
  await done(act(report, 'blitarOperator', 'grant'))
  assert.equal((await row(report)).settleDue?.toISOString(), '2026-04-01T16:59:59.999Z')
  await done(act(report, 'roadsLiaison', 'extend', { ...wish, newDue: '2026-04-08' }))
  await done(act(report, 'blitarOperator', 'refuse', { remark: 'Cukup.' }))
  await done(act(report, 'reporter', 'dispute', { reason: 'Mati lagi.' }))
  await done(act(report, 'roadsLiaison', 'resolve', { text: 'Lampu baru menyala.' }))
  await done(act(report, 'reporter', 'confirm'))
  await refused(act(report, 'roadsLiaison', 'extend', { ...wish, newDue: '2026-04-08' }), 'not-allowed')

  const rules = rulesFor(book, null)
  const asked = (settleDue: Date | null, parentId: number | null) =>
    extend({ report: { settleDue, verifiedAt: monday, filedAt: monday }, parentId, extension: null, now: monday, zone: 'Asia/Jakarta', rules } as Case, wish).ok // biome-ignore format: one case
  assert.deepEqual([asked(after(7), 1), asked(null, 1), asked(after(7), null)], [true, false, false])
})

test('granting an extension never takes back time that a new class has given since', () => {
  const [wished, given] = [new Date('2026-04-01'), new Date('2026-05-20')]
  const granted = (settleDue: Date) => grant({ report: { settleDue }, extension: { newDue: wished } } as Case)
  assert.deepEqual(
    [granted(given), granted(monday)].map((change) => change.ok && change.set.settleDue),
    [given, wished],
  )
})

test('no extension goes beyond the 60 calendar days that the law allows, and no task or instruction beyond a year', async () => {
  const report = await atRoads()
  const wish = { reason: 'materials', sentence: 'Lampu dipesan dari luar kota.' }
  await refused(act(report, 'roadsLiaison', 'extend', { ...wish, newDue: '2026-05-02' }), 'due-far')
  await done(act(report, 'roadsLiaison', 'extend', { ...wish, newDue: '2026-05-01' }))
  const officerId = staff.roadsOfficer.personId
  await refused(act(report, 'roadsLiaison', 'dispatch', { officerId, due: '2062-03-09' }), 'due-year')
  await refused(act(report, 'blitarSupervisor', 'instruct', { text: 'Utamakan.', due: '2062-03-09' }), 'due-year')
})

test('a wish for more time ends with its holder', async () => {
  const report = await atRoads()
  const wish = { reason: 'weather', sentence: 'Hujan terus.', newDue: '2026-04-01' }
  await done(act(report, 'roadsLiaison', 'extend', wish))
  await done(act(report, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'pohon' }))
  await done(act(report, 'blitarOperator', 'forward', { agencyId: agency.trees }))
  await refused(act(report, 'blitarOperator', 'grant'), 'nothing-open')
  await done(act(report, 'treesLiaison', 'extend', wish))
})

test('one question at a time holds up the holder, for ten working days at most', async () => {
  const report = await atRoads()
  await done(act(report, 'roadsOfficer', 'question', { text: 'Tiang nomor berapa?' }))
  await refused(act(report, 'roadsOfficer', 'question', { text: 'Sejak kapan?' }), 'already-open')
  await done(act(report, 'roadsOfficer', 'question', { text: 'Tiang nomor berapa?' }, { at: after(15) }))
  await done(act(report, 'reporter', 'reply', { text: 'Nomor 7.' }, { at: after(16) }))
  await done(act(report, 'roadsOfficer', 'question', { text: 'Sejak kapan?' }, { at: after(16) }))
})

test('after three returns the centre decides, and its decision cannot be returned', async () => {
  const report = await atRoads()
  const back = { reason: 'other_unit', note: 'bukan kami' }
  const decision = { agencyId: agency.trees, note: 'Pohon di tepi jalan kota.' }
  await done(act(report, 'roadsLiaison', 'return', back))
  await refused(act(report, 'arbiter', 'arbitrate', decision), 'too-few-returns')
  for (const unit of [agency.trees, agency.roads]) {
    await done(act(report, 'blitarOperator', 'forward', { agencyId: unit }))
    await done(act(report, unit === agency.trees ? 'treesLiaison' : 'roadsLiaison', 'return', back))
  }
  await refused(act(report, 'centreOperator', 'arbitrate', decision), 'not-yours')
  await done(act(report, 'arbiter', 'arbitrate', decision))
  await refused(act(report, 'treesLiaison', 'return', back), 'final')
  const { status, final, returns } = await row(report)
  assert.deepEqual({ status, final, returns }, { status: 'assigned', final: true, returns: 3 })
})

test('what the arbiter decided binds the government that was named, not each desk in it', async () => {
  const report = await atRoads()
  const back = { reason: 'other_unit', note: 'Bukan tugas kami.' }
  for (const who of ['roadsLiaison', 'blitarOperator'] as const) await done(act(report, who, 'return', back))
  await done(act(report, 'centreOperator', 'forward', { agencyId: agency.blitar }))
  await done(act(report, 'blitarOperator', 'return', back))
  await done(act(report, 'arbiter', 'arbitrate', { agencyId: agency.blitar, note: 'Jalan kota.' }))
  await refused(act(report, 'blitarOperator', 'return', back), 'final')
  await done(act(report, 'blitarOperator', 'forward', { agencyId: agency.trees }))
  await done(act(report, 'treesLiaison', 'return', back))
  await holds(report, agency.blitar, 'received')
  await refused(act(report, 'blitarOperator', 'return', back), 'final')
})

test('of a merge comes one case with many reporters, and secret reports stay alone', async () => {
  const [one, two, secret] = [
    await file(),
    await file({ text: 'Lampu yang sama mati.' }),
    await file({ readers: 'secret' }),
  ]
  for (const report of [one, two, secret])
    await done(act(report, 'centreOperator', 'forward', { agencyId: agency.blitar }))
  await refused(act(two, 'blitarOperator', 'merge', { into: two.reference }), 'not-mergeable')
  await refused(act(secret, 'blitarOperator', 'merge', { into: one.reference }), 'not-mergeable')
  await refused(act(one, 'blitarOperator', 'merge', { into: secret.reference }), 'not-mergeable')
  await done(act(two, 'blitarOperator', 'merge', { into: one.reference }))
  const [merged, whole] = [await row(two), await row(one)]
  assert.deepEqual([merged.status, merged.ending, merged.mergedInto], ['archived', 'merged', one.reportId])
  assert.deepEqual([whole.status, whole.reporters], ['assigned', 2])
  const reporters = await admin`select own_report_id from reporter where report_id = ${one.reportId} order by id`
  assert.deepEqual(
    reporters.map((each) => Number(each.own_report_id)),
    [one.reportId, two.reportId],
  )
})

test('nobody takes a case away from its other reporters', async () => {
  const [one, two] = [await file(), await file()]
  await done(act(two, 'centreOperator', 'merge', { into: one.reference }))
  await refused(act(one, 'reporter', 'withdraw'), 'shared')
  await done(act(one, 'centreOperator', 'forward', { agencyId: agency.blitar }))
})

test('agencies, officers and categories that a form made up are refused with words', async () => {
  const report = await atRoads()
  const dispatch = (officerId: number) => act(report, 'roadsLiaison', 'dispatch', { officerId, due: '2026-03-05' })
  await refused(dispatch(424_242), 'officer-unknown')
  const helped = (agencyId: number) => act(report, 'roadsLiaison', 'dispatch', { agencyId, due: '2026-03-05' })
  await refused(helped(agency.kediri), 'agency-unknown')
  await refused(helped(agency.ministry), 'agency-unknown')
  await refused(dispatch(staff.treesOfficer.personId), 'officer-unknown')
  await refused(dispatch(staff.roadsLiaison.personId), 'officer-unknown')
  await done(act(report, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'pohon' }))
  await refused(act(report, 'blitarOperator', 'forward', { agencyId: 424_242 }), 'agency-unknown')
  const category = { agencyId: agency.trees, categoryCode: 'no_such' }
  await refused(act(report, 'blitarOperator', 'forward', category), 'category-unknown')
})

test('a new class changes the length of the clock, never its start', async () => {
  const report = await atRoads()
  await refused(act(report, 'blitarOperator', 'reclassify', { class: 'complaint', oversight: true }), 'not-yours')
  const begun = await row(report)
  await done(act(report, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'pungli' }, { at: after(3) }))
  await done(act(report, 'blitarOperator', 'reclassify', { class: 'complaint', oversight: true }, { at: after(4) }))
  const long = await row(report)
  assert.deepEqual(long.verifiedAt, begun.verifiedAt)
  assert.equal(long.settleDue?.toISOString(), '2026-05-25T16:59:59.999Z')
  assert.deepEqual(long.firstSettleDue, begun.firstSettleDue)
})

test('two people who saw the same version: one moves it, the other is told', async () => {
  const report = await file()
  const { version } = await row(report)
  const forward = { agencyId: agency.blitar }
  const both = await Promise.all([
    act(report, 'centreOperator', 'forward', forward, { version }),
    act(report, 'reporter', 'withdraw', {}, { version }),
  ])
  assert.deepEqual(both.map((moved) => (moved.ok ? 'moved' : moved.refusal)).sort(), ['conflict', 'moved'])
  assert.equal((await admin`select from event where report_id = ${report.reportId}`).count, 2)
})
