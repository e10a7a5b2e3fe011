import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { heart, keys } from '../../test/heart.ts'
import { withActor } from '../db/actor.ts'
import { Busy } from '../db/batch.ts'
import { draft } from './draft.ts'
import { type Filing, intake } from './intake.ts'
import { readReceipt, receiptHash, showReceipt } from './receipt.ts'

const { file, admin, db } = await heart()
const key = () => randomUUID()

const rowsOf = async (reportKey: string) =>
  (
    await admin`
  select (select count(*)::int from report where key = ${reportKey}) as reports,
    (select count(*)::int from event e join report r on r.id = e.report_id where r.key = ${reportKey}) as events,
    (select count(*)::int from reporter p join report r on r.id = p.own_report_id where r.key = ${reportKey}) as reporters,
    (select count(*)::int from assignment s join report r on r.id = s.report_id where r.key = ${reportKey}) as assignments`
  )[0]

test('fifty impatient presses through two processes make one report, and all get the same answer', async () => {
  const same = key()
  const doors = [intake(db.intake), intake(db.intake, { atOnce: 2, perBatch: 3 })] as const
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => file({ key: same, intake: doors[n % 2 ? 1 : 0] })),
  )
  assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1)
  assert.equal(answers[0]?.receipt?.length, 25)
  assert.deepEqual({ ...(await rowsOf(same)) }, { reports: 1, events: 1, reporters: 1, assignments: 1 })
  assert.deepEqual(await file({ key: same }), answers[0])
})

test('one key, other words: refused, and the first words stay', async () => {
  const same = key()
  await file({ key: same, text: 'Lampu jalan mati.' })
  await assert.rejects(file({ key: same, text: 'Lampu jalan menyala.' }), /other-words/)
  const [kept] = await admin`select text from report where key = ${same}`
  assert.equal(kept?.text, 'Lampu jalan mati.')
})

test('a row that the database refuses does not take its neighbours along', async () => {
  const send = intake(db.intake, { atOnce: 1 })
  const answers = await Promise.allSettled([
    file({ intake: send }),
    file({ intake: send, categoryCode: 'no_such_category' }),
    file({ intake: send, areaCode: '99.99' }),
    file({ intake: send, addresseeId: 424242 }),
    file({ intake: send, text: 'Tetangga yang baik.' }),
  ])
  assert.deepEqual(
    answers.map((answer) => (answer.status === 'fulfilled' ? 'kept' : answer.reason.message)),
    ['kept', 'unknown-choice', 'unknown-choice', 'unknown-choice', 'kept'],
  )
})

test('when too many wait, the next one is told to come again and nothing of it is kept', async () => {
  const send = intake(db.intake, { waitingAtMost: 2 })
  const late = key()
  const answers = await Promise.allSettled([
    file({ intake: send }),
    file({ intake: send }),
    file({ intake: send, key: late }),
  ])
  assert.deepEqual(
    answers.map((answer) => (answer.status === 'fulfilled' ? 'kept' : answer.reason instanceof Busy)),
    ['kept', 'kept', true],
  )
  assert.equal((await rowsOf(late))?.reports, 0)
  await file({ intake: send, key: late })
})

test('a database that does not answer leaves the outcome open and the door usable', async () => {
  let up = false
  const sql = Object.assign(
    (...words: unknown[]) =>
      up ? (db.intake as unknown as (...w: unknown[]) => unknown)(...words) : Promise.reject(new Error('gone')),
    {
      json: db.intake.json,
    },
  )
  const send = intake(sql as unknown as typeof db.intake)
  const again = key()
  await assert.rejects(file({ intake: send, key: again }), /gone/)
  up = true
  await file({ intake: send, key: again })
})

test('what no database takes is taken out at the edge; what is too long is said', async () => {
  const odd = 'Jalan\u0000 rusak \ud800 sekali\u202e.\r\nLampu\u0007 juga \udc00mati 😀'
  const { reportId } = await file({ text: odd, place: 'Gang\u0000 3', name: '\ud83d' })
  const [kept] = await admin`select text, place, title from report where id = ${reportId}`
  assert.deepEqual(
    { ...kept },
    {
      text: 'Jalan rusak \ufffd sekali.\nLampu juga \ufffdmati 😀',
      place: 'Gang 3',
      title: 'Jalan rusak \ufffd sekali',
    },
  )
  for (const text of ['x'.repeat(1_000_000), '', '\u0000\u0007 ', undefined, 7, ['a'], { a: 1 }])
    assert.equal(draft.safeParse({ text }).success, false)
  assert.equal((await file({ text: '😀'.repeat(5000) })).ok, true)
})

test('past the edge, the database itself refuses NUL and overlong words, and nothing else of the batch', async () => {
  const send = intake(db.intake)
  const raw = (text: string) => ({ key: key(), text }) as unknown as Filing
  const good = file({ intake: send })
  await assert.rejects(send(raw('a\u0000b')))
  await assert.rejects(send(raw('x'.repeat(20_000))))
  assert.equal((await good).ok, true)
})

test('a receipt opens its own report, at the door only', async () => {
  const [one, two] = [await file(), await file()]
  const ask = (kind: 'door' | 'public', reference: string, receipt: string) =>
    withActor(db, { kind }, (tx) => tx`select * from reporter_by_receipt(${reference}, ${receiptHash(keys, receipt)})`)
  const typed = readReceipt(` ${showReceipt(one.receipt ?? '').toLowerCase()} `) ?? ''
  const [found] = await ask('door', one.reference, typed)
  assert.deepEqual({ ...found }, { reporterId: one.reporterId, reportId: one.reportId, ownReportId: one.reportId })
  assert.equal((await ask('door', two.reference, typed)).length, 0)
  assert.equal((await ask('public', one.reference, typed)).length, 0)
  const [kept] = await admin`select receipt_hash from reporter where id = ${one.reporterId}`
  assert.ok(!Buffer.from(kept?.receipt_hash).includes(typed), 'only a hash is kept')
})

test('a receipt is for who leaves no contact or asks for secrecy', async () => {
  const email = { reach: 'email', email: 'warga@contoh.example', consent: true }
  assert.equal((await file(email)).receipt, null)
  assert.equal((await file({ ...email, readers: 'secret' })).receipt?.length, 25)
  assert.equal((await file({ reach: 'none' })).receipt?.length, 25)
})
