import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monday, scene } from '../../test/post.ts'
import { folderStore } from '../attachment/store.ts'
import { withActor } from '../db/actor.ts'
import { accepting } from '../inbox/accept.ts'
import { readMessage } from '../inbox/read.ts'
import { Later } from '../notice/settle.ts'
import { expand } from '../notice/tell/expand.ts'
import type { Text } from '../notice/text/gateway.ts'
import { sendReply } from '../notice/text/reply.ts'
import { sendText } from '../notice/text/send.ts'
import { intake } from '../report/intake.ts'
import { smsReader } from './converse.ts'
import { sizeOf } from './gsm7.ts'
import type { Line } from './heard.ts'
import { isIn } from './number.ts'

/** Somebody lets a thousand numbers write, to be paid for what is answered. */

const office = await scene()
const { db, keys, now, rules, admin } = office
const line: Line = {
  service: 'LAPOR',
  site: 'lapor.example',
  number: '1708',
  countries: ['62'],
  mostADay: 60,
  mostAReport: 1000,
}
const store = folderStore('/nowhere')
const taking = { db, keys, now, rules, intake: intake(db.intake), store, reencode: undefined as never }
const reading = { db, keys, now, readers: { sms: smsReader(taking, line) } }

const sent: Text[] = []
const gateway = { send: async (text: Text) => ({ ok: true, ...(sent.push(text) && {}) }) as const, close: () => {} }

async function fourAtOnce<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < all.length; n += 4) await Promise.all(all.slice(n, n + 4).map(work))
}

/** All of them write at once, and everything that may leave leaves. */
async function write(messages: readonly { from: string; text: string }[]): Promise<void> {
  const accept = accepting(db.intake, keys, { perBatch: 100, waitingAtMost: 5_000 })
  await Promise.all(
    messages.map(({ from, text }) =>
      accept({
        channel: 'sms',
        account: '1708',
        providerId: `${from} ${text}`,
        fingerprint: Buffer.from(text),
        message: { from, to: '1708', text },
        receivedAt: now(),
      }),
    ),
  )
  const waiting = await admin<{ id: number }[]>`select id::int from inbox where state = 'waiting' order by id`
  await fourAtOnce(waiting, ({ id }) => readMessage(reading, id, true))
  const events = await admin<{ reportId: number; n: number }[]>`select report_id::int as "reportId", n from event`
  await withActor(db, { kind: 'system' }, (tx) => expand(tx, events, now()))
  const later = (reason: unknown) => assert.ok(reason instanceof Later)
  const notices = await admin<
    { id: number }[]
  >`select id::int from notice where state = 'queued' and channel = 'sms' order by id`
  for (const { id } of notices) await sendText(office.post, gateway, line, id, now()).catch(later)
  const replies = await admin<{ id: number }[]>`select id::int from reply where state = 'queued' order by id`
  for (const { id } of replies) await sendReply(office.post, gateway, line, id, now())
}

const numbers = (prefix: string, many: number) =>
  Array.from({ length: many }, (_, n) => `${prefix}${String(n).padStart(4, '0')}`)

test('M09: a thousand numbers of one prefix are heard, and answered for no more than a day may cost', async () => {
  office.travel(monday)
  const own = numbers('+62812345', 1_000)
  await write(own.map((from, n) => ({ from, text: n % 2 ? 'STATUS' : `Lampu jalan nomor ${n} mati di Kauman.` })))
  const [kept] = await admin<{ n: number }[]>`select count(*)::int as n from report`
  assert.equal(kept?.n, 500, 'every report is kept')
  const paid = sent.reduce((all, { text }) => all + sizeOf(text).parts, 0)
  assert.ok(paid <= 60 && paid > 55, String(paid))
  await write(own.slice(0, 100).map((from) => ({ from, text: 'CEK' })))
  assert.equal(
    sent.reduce((all, { text }) => all + sizeOf(text).parts, 0),
    paid,
    'nothing beyond it, whoever writes',
  )
})

test('M09: numbers abroad and those of services are heard and never answered', async () => {
  office.travel(new Date(monday.getTime() + 3 * 86_400_000))
  sent.length = 0
  const others = [
    ...numbers('+4915112345', 20),
    ...numbers('+62809123', 20),
    ...numbers('0809456', 20),
    ...numbers('+88213', 20),
  ]
  const [before] = await admin<{ n: number }[]>`select count(*)::int as n from report`
  await write(others.map((from) => ({ from, text: `Sampah menumpuk di pasar, kata ${from.slice(-6)}.` })))
  const [after] = await admin<{ n: number }[]>`select count(*)::int as n from report`
  assert.equal((after?.n ?? 0) - (before?.n ?? 0), 80, 'every one is kept')
  assert.deepEqual(
    sent.filter(({ to }) => !to.startsWith('+62812345')),
    [],
  )
  for (const number of ['+62809123456', '+6280012345', '+4915112345678', '+88213000'])
    assert.equal(isIn(number, ['62']), false, number)
  assert.ok(isIn('+6281234567', ['62']) && isIn('+62215551234', ['62']))
})
