import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, beforeEach, test } from 'node:test'
import { by, later, mailServer, monday, type Scene, scene } from '../test/post.ts'
import { folderStore } from './attachment/store.ts'
import { withActor } from './db/actor.ts'
import { accepting } from './inbox/accept.ts'
import { parked, retryParked } from './job/backlog.ts'
import { remind } from './job/clock/remind.ts'
import { sweep } from './job/clock/sweep.ts'
import { drain } from './job/drain.ts'
import { readAgain } from './job/late.ts'
import { releaseDead } from './job/presence.ts'
import { tidy } from './job/tidy.ts'
import { startWorker, type Worker } from './jobs.ts'
import { type Mailer, smtpMailer } from './notice/mailer.ts'
import { queueLetters } from './person/invite.ts'

const office = await scene()
const folder = mkdtempSync(join(tmpdir(), 'lapor-jobs-'))
after(() => rmSync(folder, { recursive: true }))
/** Somebody else each time: a form brings an address one letter an hour. */
let asked = 0
const contact = {
  reach: 'email',
  get email() {
    return `budi${++asked}@warga.example`
  },
}
const classing = { class: 'complaint', oversight: false, categoryCode: undefined, note: '', assisting: [] } as const

let server: Awaited<ReturnType<typeof mailServer>>
let mailer: Mailer
const workers: Worker[] = []
let answer: () => { code: number } | undefined
beforeEach(async () => {
  answer = () => undefined
  office.travel(monday)
  server = await mailServer(() => answer())
  mailer = smtpMailer(server.url)
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  mailer.close()
  await server.close()
})

async function worker(more: { mailer?: Mailer | undefined } = {}): Promise<Worker> {
  const deps = {
    ...office.post,
    url: office.appUrl,
    now: office.now,
    mailer,
    store: folderStore(folder),
    log: () => {},
    ...more,
  }
  const started = await startWorker(deps)
  workers.push(started)
  return started
}

/** Waits for something that must come; the runner's own limit ends a wait in vain. */
async function until(true_: () => Promise<boolean>): Promise<void> {
  while (!(await true_())) await once(AbortSignal.timeout(20), 'abort')
}
const idle = async (one: Worker) => {
  const { outbox, jobs } = await one.backlog()
  return outbox === 0 && jobs === 0
}

async function resolved(s: Scene, fields: Record<string, string>) {
  const filed = await s.file({ text: 'Jalan berlubang di depan pasar.', ...fields })
  for (const [who, name, input] of [
    ['centre', 'forward', { agencyId: 3, ...classing, assisting: [] }],
    ['liaison', 'answer', { text: 'Kami periksa.' }],
    ['liaison', 'resolve', { text: 'Sudah ditambal.' }],
  ] as const) {
    const moved = await s.does(by(who), filed.reference, name, input as never)
    assert.ok(moved.ok, JSON.stringify(moved))
  }
  return filed
}

test('a report filed while two workers run is acknowledged once, and its row is a job for one of them', async () => {
  const [one] = await Promise.all([worker(), worker()])
  const filed = await Promise.all(
    Array.from({ length: 40 }, (_, i) => office.file({ text: `Laporan nomor ${i}, mohon dibaca.`, ...contact })),
  )
  one.wake()
  await until(async () => server.received.length >= 41 && (await idle(one)))
  assert.equal(server.received.length, 41)
  assert.equal(new Set(server.received.map(({ headers }) => headers.get('message-id'))).size, 41)
  const states = await office.admin`
    select kind, state, count(*)::int from notice where report_id = any(${filed.map(({ reportId }) => reportId)}) group by kind, state order by kind`
  assert.deepEqual(
    states.map((row) => ({ ...row })),
    [
      { kind: 'received', state: 'sent', count: 40 },
      { kind: 'staff.waiting', state: 'sent', count: 1 },
    ],
  )
})

test('draining at once from many sides loses nothing and doubles nothing', async () => {
  const before = await office.admin<{ id: number }[]>`select coalesce(max(id), 0)::int as id from graphile_worker.jobs`
  await office.admin`insert into outbox (task, payload) select 'probe', jsonb_build_object('i', i) from generate_series(1, 3500) i`
  const moved = await Promise.all(
    Array.from({ length: 6 }, async () => {
      let sum = 0
      for (let n = 1; n > 0; sum += n) n = await drain(office.db.worker)
      return sum
    }),
  )
  assert.equal(
    moved.reduce((a, b) => a + b),
    3500,
  )
  const [row] = await office.admin`
    select count(*)::int as jobs, count(distinct payload ->> 'i')::int as different
    from graphile_worker._private_jobs where id > ${before[0]?.id ?? 0}`
  assert.deepEqual({ ...row }, { jobs: 3500, different: 3500 })
  await office.admin`delete from graphile_worker._private_jobs`
})

test('events are told in handfuls, and one that cannot be told does not keep the others', async () => {
  await drain(office.db.worker)
  await office.admin`delete from graphile_worker._private_jobs`
  const filed = await office.file({ text: 'Laporan di antara yang rusak.', ...contact })
  await office.admin`insert into outbox (task, payload) values ('tell', '{"reportId": "broken", "n": 1}')`
  const one = await worker()
  one.wake()
  await until(async () => server.received.length === 1)
  const [row] = await office.admin`select state from notice where report_id = ${filed.reportId}`
  assert.ok(['sent', 'sending'].includes(row?.state))
  await until(async () => {
    const rows = await office.admin`select last_error from graphile_worker.jobs where last_error is not null`
    return rows.length === 1
  })
  await office.admin`delete from graphile_worker._private_jobs`
})

test('a letter that no server takes is parked in sight, and can be given another round', async () => {
  answer = () => ({ code: 451 })
  const one = await worker()
  const filed = await office.file({ text: 'Surat ini tidak sampai dulu.', ...contact })
  one.wake()
  await until(
    async () => (await office.admin`select from graphile_worker.jobs where last_error is not null`).length === 1,
  )
  await office.admin`update graphile_worker._private_jobs set attempts = max_attempts`
  const [job, ...more] = await parked(office.db.worker)
  assert.equal(more.length, 0)
  assert.equal(job?.task, 'deliver')
  assert.doesNotMatch(job?.error ?? '', /@/)
  assert.equal((await one.backlog()).parked, 1)
  answer = () => undefined
  assert.equal(await retryParked(office.db.worker), 1)
  await until(() => idle(one))
  const [row] = await office.admin`select state from notice where report_id = ${filed.reportId}`
  assert.equal(row?.state, 'sent')
})

test('without a mail server letters wait for a worker that has one', async () => {
  const mute = await worker({ mailer: undefined })
  const filed = await office.file({ text: 'Menunggu tukang pos.', ...contact })
  mute.wake()
  await until(async () => (await office.admin`select from notice where report_id = ${filed.reportId}`).length === 1)
  assert.equal((await mute.backlog()).queued, 1)
  await worker()
  await until(async () => server.received.length === 1)
})

test('an invitation carries its link once, and nothing of it is kept', async () => {
  const one = await worker()
  const until_ = new Date('2026-11-26T08:00:00Z')
  await withActor(office.db, { kind: 'door' }, (tx) =>
    queueLetters(tx, office.keys, 'invitation', [
      { accountId: 13, secret: 'TOKEN-OF-TEST', until: until_, email: 'rina.putri@kantor.example', language: 'id' },
    ]),
  )
  one.wake()
  await until(async () => server.received.length === 1 && (await idle(one)))
  const [mail] = server.received
  assert.match(mail?.text ?? '', /\/sandi\/atur\?t=TOKEN-OF-TEST/)
  assert.match(mail?.text ?? '', /berlaku sampai Kamis, 26 November 2026, pukul 15\.00 WIB/)
  assert.match(mail?.text ?? '', /sebagai pejabat penghubung, operator di Dinas Pekerjaan Umum Kota Blitar/)
  const [row] = await office.admin`select state, sealed from notice where account_id = 13`
  assert.deepEqual({ ...row }, { state: 'sent', sealed: null })
})

test('silence closes a report once, however many look', async () => {
  const filed = [await resolved(office, contact), await resolved(office, {}), await resolved(office, {})]
  const asked = await office.file({ text: 'Ada masalah di suatu tempat.' })
  await office.does(by('centre'), asked.reference, 'ask', { text: 'Di mana tempatnya?' })
  assert.equal(await sweep(office, later(9)), 0)
  const ended = await Promise.all([sweep(office, later(40)), sweep(office, later(40)), sweep(office, later(40))])
  assert.equal(
    ended.reduce((a, b) => a + b),
    4,
  )
  const rows = await office.admin`
    select move, count(*)::int from event where move in ('lapse', 'expire') group by move order by move`
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    [
      { move: 'expire', count: 1 },
      { move: 'lapse', count: 3 },
    ],
  )
  const [row] = await office.admin`select status, ending from report where id = ${filed[0]?.reportId ?? 0}`
  assert.deepEqual({ ...row }, { status: 'closed', ending: 'lapsed' })
})

test('a reporter who has said nothing is reminded once, three working days before the end', async () => {
  const open = await resolved(office, contact)
  const secret = await resolved(office, { ...contact, readers: 'secret' })
  assert.equal(await remind(office, later(7)), 0)
  const reminded = await Promise.all([remind(office, later(9)), remind(office, later(9))])
  assert.equal(
    reminded.reduce((a, b) => a + b),
    2,
  )
  assert.equal(await remind(office, later(10)), 0)
  office.travel(later(9))
  const one = await worker()
  one.wake()
  await until(async () => (await idle(one)) && server.received.length >= 8)
  const subjects = server.received.map(({ headers }) => headers.get('subject') ?? '')
  const shown = `${open.reference.slice(0, 4)}-${open.reference.slice(4)}`
  assert.equal(
    subjects.filter((subject) => subject === `3 hari kerja lagi untuk menjawab: laporan ${shown} sudah selesai?`)
      .length,
    1,
  )
  assert.ok(!server.received.some(({ raw }) => raw.includes(secret.reference)))
  assert.equal(
    subjects.filter((subject) => subject === 'Jawaban Anda kami tunggu sampai Senin, 7 Desember 2026').length,
    2,
  )
})

test('who left a telephone is reminded too, by a short message', async (t) => {
  const house = await scene(t)
  const open = await resolved(house, { reach: 'phone', phone: '0812 3456 7890' })
  await remind(house, later(9))
  const rows = await house.admin`
    select channel, state from notice where report_id = ${open.reportId} and kind = 'reminderConfirm'`
  assert.deepEqual([...rows], [{ channel: 'sms', state: 'queued' }])
})

test('what a dead worker had taken goes back to the others', async () => {
  const one = await worker()
  await office.admin`select graphile_worker.add_job('probe', '{}')`
  await office.admin`update graphile_worker._private_jobs set locked_by = 'pool-dead', locked_at = now() - interval '1 minute'`
  assert.equal(await releaseDead(office.db.worker), 1)
  assert.equal((await one.backlog()).jobs, 1)
  const [row] = await office.admin`select locked_by from graphile_worker.jobs`
  assert.equal(row?.locked_by, null)
  await office.admin`delete from graphile_worker._private_jobs`
})

test('what a living worker has taken stays with it, however long it takes', async () => {
  const sending = Promise.withResolvers<void>()
  const slow: Mailer = { close: () => {}, send: () => sending.promise.then(() => ({ ok: true }) as const) }
  const one = await worker({ mailer: slow })
  await office.file({ text: 'Surat yang lama sekali dikirim.', ...contact })
  one.wake()
  const taken = () =>
    office.admin`select from graphile_worker.jobs where task_identifier = 'deliver' and locked_by is not null`
  await until(async () => (await taken()).length === 1)
  await office.admin`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute' where locked_by is not null`
  assert.equal(await releaseDead(office.db.worker), 0)
  assert.equal((await taken()).length, 1)
  sending.resolve()
  await until(() => idle(one))
})

test('ended sessions and old tries go, the others stay', async () => {
  const at = (hours: number) => new Date(monday.getTime() + hours * 3_600_000)
  for (const hours of [-1, 1])
    await office.admin`insert into session (hash, account_id, created_at, seen_at, expires_at) values (${Buffer.from(randomUUID())}, 11, ${at(-9)}, ${at(-9)}, ${at(hours)})`
  for (const hours of [-25, -1]) await office.admin`insert into sign_in_try (bucket, at) values ('x', ${at(hours)})`
  await tidy(office.db, monday)
  const [row] =
    await office.admin`select (select count(*) from session)::int as sessions, (select count(*) from sign_in_try)::int as tries`
  assert.deepEqual({ ...row }, { sessions: 1, tries: 1 })
})

test('what was filed and what was moved is found by its words soon, without anybody asking for it', async () => {
  const kept = async (id: number) =>
    (await office.admin`select version, words::text, desks from findable where report_id = ${id}`)[0]
  const one = await worker()
  const { reference, reportId } = await office.file({ text: 'Gorong mampet.' })
  one.wake()
  await until(async () => (await idle(one)) && (await kept(reportId)) !== undefined)
  assert.deepEqual({ ...(await kept(reportId)) }, { version: 1, words: "'gorong' 'mampet'", desks: ['own:1'] })
  assert.ok((await office.does(by('centre'), reference, 'forward', { agencyId: 3, ...classing, assisting: [] })).ok)
  one.wake()
  await until(async () => (await kept(reportId))?.version === 2)
  assert.equal((await kept(reportId))?.desks[0], 'own:3')
  await until(() => idle(one))
})

test('a message that still waits after a day of tries is begun anew, once at a time', async () => {
  const { db, keys, admin } = office
  const arrive = (providerId: string, hoursAgo: number) =>
    accepting(
      db.intake,
      keys,
    )({
      ...{ channel: 'x', account: '1', providerId, fingerprint: Buffer.from(providerId), message: {} },
      receivedAt: new Date(monday.getTime() - hoursAgo * 3_600_000),
    })
  await Promise.all([arrive('old', 27), arrive('young', 25)])
  await readAgain(db, monday)
  await readAgain(db, monday)
  const jobs = await admin`select key, attempts, max_attempts from graphile_worker.jobs where key like 'again-%'`
  const [old] =
    await admin`select min(id)::int as id from inbox where received_at < ${new Date(monday.getTime() - 26 * 3_600_000)}`
  assert.deepEqual(
    jobs.map((job) => ({ ...job })),
    [{ key: `again-${old?.id}`, attempts: 0, max_attempts: 12 }],
  )
})
