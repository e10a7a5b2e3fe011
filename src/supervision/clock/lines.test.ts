import assert from 'node:assert/strict'
import { test } from 'node:test'
import { by, later, monday, people, scene } from '../../../test/post.ts'
import { attempt, withActor } from '../../db/actor.ts'
import { escalate, lookAgain } from '../../job/clock/escalate.ts'
import type { Mail } from '../../notice/mailer.ts'
import { sendNotice } from '../../notice/send.ts'
import { expand } from '../../notice/tell/expand.ts'
import { actorOf } from '../../person/may.ts'
import { move } from '../../report/move.ts'
import { desk } from '../../report/read/desk.ts'
import { type StepChange, setStep } from './steps.ts'

/** What the clock writes into a ledger, whom it tells, and that it is in nobody's way. */

const office = await scene()
await office.admin`
  insert into account (id, agency_id, agency_path, username, name, email, roles) values
    (31, 3, '/1/2/3/', 'kepala', 'Wati Kepala', 'kepala@kantor.example', '{supervisor}'),
    (32, 1, '/1/', 'deputi', 'Dewa Deputi', 'deputi@kantor.example', '{supervisor}')`
const classing = { class: 'complaint', oversight: false, categoryCode: undefined, note: '', assisting: [] } as const
const sweep = () => escalate({ db: office.db, rules: office.rules }, office.now())

async function atUnit(fields: Record<string, string> = {}) {
  office.travel(monday)
  const filed = await office.file({ text: 'Lampu jalan mati.', ...fields })
  await office.does(by('centre'), filed.reference, 'forward', { agencyId: 3, ...classing, assisting: [] })
  return filed
}

const mine = { reach: 'email', email: 'budi@warga.example' }

const linesOf = (reportId: number) => office.admin<{ n: number; line: string }[]>`
  select n, move || ' ' || (data ->> 'to') || ' ' || audience as line from event
  where report_id = ${reportId} and actor = 'clock' order by n`
const toldOf = (refs: { reportId: number; n: number }[]) =>
  withActor(office.db, { kind: 'system' }, (tx) => expand(tx, refs, office.now()))
    .then(
      (ids) => office.admin<{ line: string }[]>`
    select coalesce(split_part(a.name, ' ', 1), 'reporter') || ' ' || n.kind as line from notice n left join account a on a.id = n.account_id
    where n.id = any(${ids}) order by 1`,
    )
    .then((rows) => rows.map(({ line }) => line))

test('two working days before, on the day after, after three and after five: each is said once, to whom its step names', async () => {
  const filed = await atUnit(mine)
  // The first answer is due on the Monday after; the clock speaks at eight.
  const told: string[][] = []
  let seen = 0
  for (const day of [1, 2, 3, 7, 8, 11, 14, 15, 16]) {
    office.travel(later(day))
    await sweep()
    await sweep()
    const lines = (await linesOf(filed.reportId)).slice(seen)
    seen += lines.length
    const letters = await toldOf(lines.map(({ n }) => ({ reportId: filed.reportId, n })))
    if (lines.length > 0) told.push([`day ${day}`, ...lines.map(({ line }) => line), ...letters])
  }
  assert.deepEqual(told, [
    ['day 3', 'remind desk staff', 'Rina staff.reminder'],
    ['day 8', 'escalate head staff', 'Rina staff.overdue', 'Wati staff.overdue'],
    ['day 11', 'escalate coordinator everyone', 'Joko staff.escalated', 'reporter escalated'],
    ['day 15', 'escalate centre staff', 'Dewa staff.escalated', 'Sari staff.escalated'],
  ])
})

test('letters say how much there is and since when, and a secret report says nothing', async () => {
  const [filed, secret] = [await atUnit(mine), await atUnit({ ...mine, readers: 'secret' })]
  const sent: string[] = []
  const mailer = {
    send: async ({ to, subject, text }: Mail) => {
      sent.push(`${to.split('@')[0]}: ${subject} | ${text.split('\n\n').slice(1, 3).join(' ')}`)
      return { ok: true as const }
    },
    close: () => {},
  }
  office.travel(later(11))
  await office.admin`delete from notice`
  await sweep()
  for (const { reportId } of [filed, secret]) await toldOf((await linesOf(reportId)).map(({ n }) => ({ reportId, n })))
  for (const { id } of await office.admin<{ id: number }[]>`select id from notice order by id`)
    await sendNotice(office.post, mailer, id, office.now())
  assert.deepEqual(
    sent.map((each) => each.replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'REF')),
    [
      'budi: Batas waktu laporan REF terlewat | Dinas Pekerjaan Umum Kota Blitar melewati batas waktu laporan REF, yaitu Senin, 30 November 2026. Kami sudah meneruskan hal ini ke Pemerintah Kota Blitar. Keterlambatan ini tercatat dan dapat dilihat publik dalam statistik.',
      'joko.susilo: 3 laporan melewati batas waktu di Dinas Pekerjaan Umum Kota Blitar | 3 laporan di Dinas Pekerjaan Umum Kota Blitar melewati batas waktu, yang terlama sejak Senin, 30 November 2026. Laporan itu sekarang tampak juga di meja Anda. Tugas Dinas Pekerjaan Umum Kota Blitar tidak berpindah.',
      'rina.putri: 3 laporan melewati batas waktu di Dinas Pekerjaan Umum Kota Blitar | 3 laporan di Dinas Pekerjaan Umum Kota Blitar melewati batas waktu, yang terlama sejak Senin, 30 November 2026. Bila tidak ditangani, laporan itu naik ke atasan dan pelapornya diberi tahu.',
      'kepala: 3 laporan melewati batas waktu di Dinas Pekerjaan Umum Kota Blitar | 3 laporan di Dinas Pekerjaan Umum Kota Blitar melewati batas waktu, yang terlama sejak Senin, 30 November 2026. Bila tidak ditangani, laporan itu naik ke atasan dan pelapornya diberi tahu.',
      'budi: Ada kabar baru untuk Anda | Ada kabar baru untuk Anda. Buka halaman tempat Anda menulis, lalu masukkan nomor dan tanda terima yang Anda simpan. Demi keamanan Anda, isinya tidak kami tulis di sini.\n',
    ],
  )
})

test('whoever filled in a form before the clock spoke goes on; whoever was slower than a person does not', async () => {
  const filed = await atUnit()
  const [seen] = await office.admin<{ version: number }[]>`select version from report where id = ${filed.reportId}`
  office.travel(later(9))
  assert.ok((await sweep()) > 0)
  const answer = async (version: number) => {
    const book = await office.rules()
    const request = { reference: filed.reference, version, name: 'answer', input: { text: 'Kami perbaiki.' } } as const
    return attempt(office.db, actorOf(people.liaison), (tx) =>
      move(tx, book, { kind: 'staff', staff: people.liaison }, request, office.now()),
    )
  }
  assert.equal((await answer(seen?.version ?? 0)).ok, true)
  const late = await answer(seen?.version ?? 0)
  assert.equal(!late.ok && late.refusal, 'conflict')
})

test('a reporter goes on as well, though what the clock told staff is not theirs to read', async () => {
  const filed = await atUnit()
  office.travel(later(9))
  await sweep()
  const reporter = { kind: 'reporter', reporterId: filed.reporterId } as const
  const book = await office.rules()
  const actor = { kind: 'reporter', reporterId: filed.reporterId, reportIds: [filed.reportId] } as const
  const request = { reference: filed.reference, version: 2, name: 'reply', input: { text: 'Masih mati.' } } as const
  const moved = await attempt(office.db, actor, (tx) => move(tx, book, reporter, request as never, office.now()))
  assert.equal(moved.ok, true)
})

test('what rose stands on the desk above, until it is answered or its day is another one', async () => {
  const filed = await atUnit()
  const moved = await atUnit()
  await office.admin`update report set answer_due = answer_due + interval '1 day' where id = ${filed.reportId}`
  office.travel(later(14))
  await sweep()
  const onDesk = async () => {
    const { rows } = await withActor(office.db, actorOf(people.city), (tx) =>
      desk(tx, people.city, { view: 'escalated' }),
    )
    return [filed, moved].map((one) => rows.some(({ reference }) => reference === one.reference))
  }
  assert.deepEqual(await onDesk(), [true, true])
  await office.admin`update report set answer_due = answer_due + interval '20 hours' where id = ${moved.reportId}`
  assert.deepEqual(await onDesk(), [true, false])
  await office.does(by('liaison'), filed.reference, 'answer', { text: 'Besok kami ganti.' })
  assert.deepEqual(await onDesk(), [false, false])
})

const duesOf = async (reportId: number) => {
  const rows = await office.admin<{ line: string }[]>`
    select (data ->> 'to') || ' ' || (data ->> 'clock') || ' ' || substr(data ->> 'due', 1, 10) as line from event
    where report_id = ${reportId} and actor = 'clock' order by n`
  return rows.map(({ line }) => line)
}

test('a day that was granted is another day: it is reminded of and rises anew', async () => {
  const filed = await atUnit()
  await office.does(by('liaison'), filed.reference, 'answer', { text: 'Kami kerjakan.' })
  office.travel(new Date('2026-12-14T03:00:00Z'))
  await sweep()
  await office.does(by('liaison'), filed.reference, 'extend', {
    reason: 'weather',
    sentence: 'Hujan.',
    newDue: '2026-12-22',
  })
  await office.does(by('city'), filed.reference, 'grant', { remark: '' } as never)
  for (const day of ['2026-12-16', '2026-12-18', '2026-12-23']) {
    office.travel(new Date(`${day}T03:00:00Z`))
    await sweep()
  }
  assert.deepEqual(await duesOf(filed.reportId), [
    'head settle 2026-12-11',
    'desk settle 2026-12-22',
    'head settle 2026-12-22',
  ])
})

test('where the law ends a promise before its own day, it is the day of the law that is missed', async () => {
  office.travel(monday)
  const filed = await office.file({ text: 'Pungutan liar di loket.' })
  await office.does(by('centre'), filed.reference, 'forward', {
    agencyId: 3,
    ...classing,
    oversight: true,
    assisting: [],
  })
  await office.does(by('liaison'), filed.reference, 'answer', { text: 'Kami periksa.' })
  const [row] = await office.admin<
    { due: string }[]
  >`select settle_due::date::text as due from report where id = ${filed.reportId}`
  assert.equal(row?.due, '2027-02-15')
  for (const day of ['2027-01-20T00:30Z', '2027-01-20T03:00Z', '2027-01-22T03:00Z', '2027-01-25T03:00Z']) {
    office.travel(new Date(day))
    await sweep()
  }
  assert.deepEqual(await duesOf(filed.reportId), ['desk settle 2027-01-22', 'head settle 2027-01-22'])
})

test('other steps count at once, also for what is late already', async () => {
  const filed = await atUnit()
  office.travel(later(16))
  await sweep()
  const before = await duesOf(filed.reportId)
  const step = { id: null, clock: 'answer', days: 1, place: 'centre', tellsReporter: false, active: true } as const
  const centre = {
    kind: 'staff',
    personId: 11,
    agencyId: 1,
    path: '/1/',
    reads: false,
    readsBelow: false,
    inspects: false,
    manages: true,
  } as const
  const set = (path: string, change: StepChange) =>
    attempt(office.db, centre, (tx) => setStep(tx, path, change, office.now()))
  assert.equal((await set('/1/', step)).ok, true)
  await sweep()
  assert.deepEqual(await duesOf(filed.reportId), before)
  await lookAgain({ db: office.db }, office.now())
  await sweep()
  assert.deepEqual(await duesOf(filed.reportId), [...before, 'centre answer 2026-11-30'])
  const refused = async (path: string, change: Partial<StepChange>) => {
    const done = await set(path, { ...step, ...change })
    return done.ok ? 'set' : done.refusal
  }
  assert.deepEqual(
    await Promise.all([
      refused('/1/', {}),
      refused('/1/', { days: 91 }),
      refused('/1/', { days: -1, tellsReporter: true }),
      refused('/1/', { id: 999, days: 7 }),
      refused('/1/2/', { days: 8 }),
    ]),
    ['step-taken', 'step-days', 'step-early', 'not-found', 'not-yours'],
  )
})

test('who may not read the report any more when it is told is not told', async () => {
  const filed = await atUnit()
  office.travel(later(12))
  await office.admin`delete from notice`
  await sweep()
  // Meanwhile it went where the city sees nothing of it.
  await office.admin`update report set holder_id = 1, holder_path = '/1/' where id = ${filed.reportId}`
  const told = await toldOf((await linesOf(filed.reportId)).map(({ n }) => ({ reportId: filed.reportId, n })))
  assert.deepEqual(told, ['Dewa staff.escalated', 'Dewa staff.overdue', 'Sari staff.escalated', 'Sari staff.overdue'])
})
