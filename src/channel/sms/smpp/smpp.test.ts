import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { centre, deliver, type Reply } from '../../../../test/gateways/centre.ts'
import { later, scene } from '../../../../test/post.ts'
import { folderStore } from '../../../attachment/store.ts'
import { Busy } from '../../../db/batch.ts'
import { type Accept, accepting } from '../../../inbox/accept.ts'
import { setAsideBy } from '../../../inbox/channels.ts'
import { readMessage as readInbox } from '../../../inbox/read.ts'
import { readLate } from '../../../job/late.ts'
import { unsealJson } from '../../../person/seal.ts'
import { intake } from '../../../report/intake.ts'
import { smsReader } from '../../../sms/converse.ts'
import { piecesOf } from '../../../sms/part/cut.ts'
import { delivery } from './deliver.ts'
import { smppLink } from './link.ts'
import { readMessage, tag, writeMessage } from './message.ts'
import { command, encode, status } from './pdu.ts'
import { settingsOf } from './settings.ts'
import { tellNetwork } from './told.ts'

/** A line to a centre over real sockets, with a real inbox behind it. */

const office = await scene()
const { db, keys, now, rules, admin } = office
const line = {
  service: 'LAPOR',
  site: 'lapor.example',
  number: '1708',
  countries: ['62'],
  mostADay: 1000,
  mostAReport: 100,
}
const taking = {
  db,
  keys,
  now,
  rules,
  intake: intake(db.intake),
  store: folderStore('/nowhere'),
  reencode: undefined as never,
}
const reading = { db, keys, now, readers: { sms: smsReader(taking, line) } }
const quick = { answer: 2_000, slow: 10_000, quiet: 30_000, pauses: [5, 10] }

type Ending = { after: (work: () => unknown) => void }
type Way = { reply?: (n: number) => Reply; accept?: Accept; times?: Partial<typeof quick>; query?: string }

async function linked(t: Ending, way: Way = {}) {
  const smsc = await centre(t, (_, n) => way.reply?.(n) ?? {})
  const settings = settingsOf(`${smsc.url}${way.query ?? ''}`)
  const { numbered, fate } = tellNetwork({ db, gateway: settings.name, ids: settings.ids, now })
  const failures: unknown[] = []
  const failed = (reason: unknown) => void failures.push(reason)
  const link = smppLink({
    settings,
    number: line.number,
    deliver: delivery({
      keys,
      accept: way.accept ?? accepting(db.intake, keys),
      fate,
      now,
      failed,
    }),
    numbered,
    failed,
    random: () => 0.5,
    times: { ...quick, ...way.times },
  })
  t.after(link.close)
  await smsc.asks(command.enquire, Buffer.alloc(0))
  return { smsc, link, failures, gateway: link.gateway }
}

/** Reads the inbox as the worker does, until nothing new is to be read. @returns the reports that came of it. */
async function reports(): Promise<string[]> {
  const [{ last } = { last: 0 }] = await admin<
    { last: number }[]
  >`select coalesce(max(id), 0)::int as last from report where id <= ${seen}`
  for (let pass = 0; pass < 2; pass++)
    for (const { id } of await admin<{ id: number }[]>`select id::int from inbox where state = 'waiting' order by id`)
      await readInbox(reading, id, true)
  const rows = await admin<
    { id: number; text: string }[]
  >`select id::int, text from report where id > ${last} order by id`
  seen = rows.at(-1)?.id ?? seen
  return rows.map(({ text }) => text)
}
let seen = 0

const udh8 = (ref: number, total: number, seq: number, text: string) => ({
  esmClass: 0x40,
  bytes: Buffer.concat([Buffer.of(5, 0, 3, ref, total, seq), Buffer.from(text)]),
})
const udh16 = (ref: number, total: number, seq: number, text: string) => ({
  esmClass: 0x40,
  bytes: Buffer.concat([Buffer.of(6, 8, 4, ref >> 8, ref & 255, total, seq), Buffer.from(text)]),
})
const sar = (ref: number, total: number, seq: number, text: string) => ({
  bytes: Buffer.from(text),
  tags: new Map([
    [tag.sarReference, Buffer.of(ref >> 8, ref & 255)],
    [tag.sarTotal, Buffer.of(total)],
    [tag.sarSeq, Buffer.of(seq)],
  ]),
})
const [ani, budi] = ['6281200000101', '6281200000102']

test('M01: parts in any order, twice, of two senders with one reference, come together', async (t) => {
  office.travel(later(0))
  const { smsc } = await linked(t)
  for (const [from, udh] of [
    [ani, udh8],
    [budi, udh8],
    [ani, udh16],
    [budi, sar],
  ] as const) {
    const name = `${from} ${udh.name}`
    assert.equal(await smsc.brings(udh(9, 3, 3, ` di jalan ${name}.`), from), status.ok)
    assert.equal(await smsc.brings(udh(9, 3, 1, 'Lampu jalan sudah '), from), status.ok)
    assert.equal(await smsc.brings(udh(9, 3, 1, 'Lampu jalan sudah '), from), status.ok)
  }
  assert.deepEqual(await reports(), [], 'nothing is read before all is there')
  for (const [from, udh] of [
    [budi, udh8],
    [ani, udh8],
    [budi, sar],
    [ani, udh16],
  ] as const)
    await smsc.brings(udh(9, 3, 2, 'seminggu mati'), from)
  assert.deepEqual((await reports()).sort(), [
    `Lampu jalan sudah seminggu mati di jalan ${ani} udh16.`,
    `Lampu jalan sudah seminggu mati di jalan ${ani} udh8.`,
    `Lampu jalan sudah seminggu mati di jalan ${budi} sar.`,
    `Lampu jalan sudah seminggu mati di jalan ${budi} udh8.`,
  ])
})

test('M01: a place that makes no sense is none, and the same reference later is another message', async (t) => {
  office.travel(later(0))
  const { smsc } = await linked(t)
  await smsc.brings(udh8(1, 0, 1, 'Air mati di Jalan Nol sejak pagi.'), ani)
  await smsc.brings(udh8(1, 2, 3, 'Air mati di Jalan Tiga sejak pagi.'), ani)
  assert.equal((await reports()).length, 2)
  for (const street of ['Satu', 'Dua']) {
    await smsc.brings(udh8(2, 2, 1, `Sampah menumpuk di Jalan ${street}`), budi)
    await smsc.brings(udh8(2, 2, 2, ' sejak kemarin.'), budi)
    office.travel(new Date(now().getTime() + 20 * 60_000))
    assert.deepEqual(await reports(), [`Sampah menumpuk di Jalan ${street} sejak kemarin.`])
  }
})

test('M01: what is not whole after ten minutes is read with its gap said, once, also after a restart', async (t) => {
  office.travel(later(1))
  const first = await linked(t)
  await first.smsc.brings(udh8(3, 3, 1, 'Pohon tumbang di Jalan Kenari'), ani)
  await first.smsc.brings(udh8(3, 3, 3, 'dekat masjid.'), ani)
  await first.link.close()
  assert.deepEqual(await reports(), [])
  office.travel(new Date(now().getTime() + 9 * 60_000))
  assert.deepEqual(await reports(), [])
  office.travel(new Date(now().getTime() + 60_000))
  await readLate(db, now())
  const [job] =
    await admin`select count(*)::int as count from graphile_worker.jobs where task_identifier = 'read' and key like 'late-%'`
  assert.equal(job?.count, 2)
  assert.deepEqual(await reports(), ['Pohon tumbang di Jalan Kenari [bagian 2 belum sampai] dekat masjid.'])
  const second = await linked(t)
  await second.smsc.brings(udh8(3, 3, 3, 'dekat masjid.'), ani)
  assert.deepEqual(await reports(), [], 'a part that is brought again is no message')
})

const minutes = (n: number) => new Date(now().getTime() + n * 60_000)

test('M01: a part that comes when its message was read without it is no second report: it is set aside, with its other parts', async (t) => {
  office.travel(later(1.3))
  const { smsc } = await linked(t)
  await smsc.brings(udh8(4, 4, 1, 'Saluran mampet di Jalan Melati '), ani)
  office.travel(minutes(11))
  assert.deepEqual(await reports(), ['Saluran mampet di Jalan Melati [bagian 2 sampai 4 belum sampai]'])
  office.travel(minutes(3 * 60))
  await smsc.brings(udh8(4, 4, 3, 'air masuk rumah '), ani)
  await smsc.brings(udh8(4, 4, 2, 'sejak Senin, '), ani)
  office.travel(minutes(11))
  assert.deepEqual(await reports(), [])
  const [aside, ...more] = await admin<{ id: number }[]>`select id::int from inbox where reason = 'late-part'`
  assert.equal(more.length, 0)
  const found = await admin.begin((tx) => setAsideBy(tx as never, aside?.id ?? 0))
  const words = [found?.sealed, ...(found?.parts ?? [])].map(
    (one) => (unsealJson(keys, one as Uint8Array) as { text: string }).text,
  )
  assert.deepEqual(words, ['air masuk rumah ', 'sejak Senin, '])
  await admin`update inbox set state = 'waiting', reason = null where id = ${aside?.id ?? 0}`
  assert.deepEqual(await reports(), [], 'read once more, it is the same')
  for (const seq of [2, 1]) await smsc.brings(udh8(4, 2, seq, seq === 1 ? 'Lampu mati ' : 'di Jalan Dahlia.'), ani)
  assert.deepEqual(await reports(), ['Lampu mati di Jalan Dahlia.'], 'another message of the same telephone')
  office.travel(minutes(25 * 60))
  await smsc.brings(udh8(4, 4, 4, 'Tolong segera ditangani.'), ani)
  office.travel(minutes(11))
  assert.deepEqual(
    await reports(),
    ['[bagian 1 sampai 3 belum sampai] Tolong segera ditangani.'],
    'a day later it is another one',
  )
})

test('M02: every alphabet is exact, an emoji that is cut is whole again, and what is no text is set aside with its bytes', async (t) => {
  office.travel(later(2))
  const { smsc } = await linked(t)
  const fine = 'Jalan [Kenari] rusak, biaya €5 ~ {dua} minggu'
  for (const piece of piecesOf(fine, 1)) await smsc.brings(piece, ani)
  const emoji = Buffer.from('Lampu mati 😀 di Kauman', 'utf16le').swap16()
  const cut = emoji.indexOf(Buffer.from('d83d', 'hex')) + 2
  for (const [seq, bytes] of [
    [1, emoji.subarray(0, cut)],
    [2, emoji.subarray(cut)],
  ] as const)
    await smsc.brings({ esmClass: 0x40, coding: 8, bytes: Buffer.concat([Buffer.of(5, 0, 3, 7, 2, seq), bytes]) }, ani)
  await smsc.brings({ coding: 3, bytes: Buffer.from('Café ramai sampai pagi', 'latin1') }, ani)
  const payload = 'Jembatan di Talun retak. '.repeat(20).trim()
  await smsc.brings({ bytes: Buffer.from(payload), tags: new Map([[tag.payload, Buffer.alloc(0)]]) }, ani)
  assert.deepEqual(await reports(), [fine, 'Lampu mati 😀 di Kauman', 'Café ramai sampai pagi', payload])
  await smsc.brings({ coding: 4, bytes: Buffer.from('00ff10', 'hex') }, ani)
  await smsc.brings({ esmClass: 0x40, bytes: Buffer.from('03240101414243', 'hex') }, ani)
  assert.deepEqual(await reports(), [])
  const aside =
    await admin`select reason from inbox where state = 'parked' and sealed is not null and received_at >= ${later(2)}`
  assert.deepEqual(
    aside.map(({ reason }) => reason),
    ['not-text', 'not-text'],
  )
})

test('M03: lengths that lie and unknown commands are answered, and the line lives on', async (t) => {
  office.travel(later(3))
  const { smsc, failures } = await linked(t)
  const before = await admin`select from inbox`
  const [body] = [Buffer.from('000101363238313233000001313730380000000000000000000004616263', 'hex')]
  assert.throws(() => readMessage(body))
  const lied = await smsc.asks(command.deliver, body)
  assert.deepEqual([lied.command, lied.status], [0x8000_0005, status.badLength])
  assert.equal(await smsc.brings({ esmClass: 0x40, bytes: Buffer.from('ff000341', 'hex') }), status.badLength)
  assert.equal(failures.length, 2)
  const unknown = await smsc.asks(0x0000_0103, Buffer.alloc(0))
  assert.deepEqual([unknown.command, unknown.status], [0x8000_0000, status.badCommand])
  assert.equal((await smsc.asks(command.enquire, Buffer.alloc(0))).status, status.ok)
  assert.equal((await admin`select from inbox`).count, before.count)
  assert.equal(await smsc.brings({ bytes: Buffer.from('Masih hidup di Jalan Mawar.') }), status.ok)
  assert.equal(smsc.bound.length, 1, 'on the same connection')
  assert.deepEqual(await reports(), ['Masih hidup di Jalan Mawar.'])
})

test('M03: a length that cannot be, or a unit that comes drop by drop, ends its own line only; the next one is opened', async (t) => {
  const other = await linked(t)
  const { smsc } = await linked(t, { times: { slow: 400 } })
  for (const head of ['00000000', '00000004', '0000000f', 'ffffffff']) {
    const socket = await smsc.line()
    socket.write(Buffer.from(head.padEnd(32, '0'), 'hex'))
    await smsc.until(() => socket.destroyed)
  }
  const slow = await smsc.line()
  const drops = setInterval(() => slow.destroyed || slow.write('\0'), 5)
  t.after(() => clearInterval(drops))
  slow.write(Buffer.from('0000ff00', 'hex'))
  await smsc.until(() => slow.destroyed)
  await smsc.line()
  assert.equal(smsc.bound.length, 6)
  assert.equal(other.smsc.bound.length, 1)
  assert.equal((await other.smsc.asks(command.enquire, Buffer.alloc(0))).status, status.ok)
})

test('M04: ok is said after the commit, and what was kept without its ok is one message when it comes again', async (t) => {
  office.travel(later(4))
  const keep = accepting(db.intake, keys)
  const text = { bytes: Buffer.from('Lubang besar di Jalan Anggrek.') }
  const away = await linked(t, { accept: () => Promise.reject(new Error('the database is away')) })
  assert.equal(await away.smsc.brings(text, ani), status.temporary)
  const busy = await linked(t, { accept: () => Promise.reject(new Busy('too many')) })
  assert.equal(await busy.smsc.brings(text, ani), status.throttled)
  assert.deepEqual(await reports(), [])
  const kept = Promise.withResolvers<void>()
  const dying = await linked(t, {
    accept: async (arrived) => {
      await keep(arrived)
      kept.resolve()
      return new Promise(() => {})
    },
  })
  const socket = await dying.smsc.line()
  socket.write(encode({ command: command.deliver, status: 0, sequence: 1, body: writeMessage(deliver(ani, text)) }))
  await kept.promise
  socket.destroy()
  office.travel(new Date(now().getTime() + 90_000))
  const anew = await linked(t)
  for (let time = 0; time < 3; time++) assert.equal(await anew.smsc.brings(text, ani), status.ok)
  let committed = false
  const slow = await linked(t, {
    accept: async (arrived) => {
      const done = await keep(arrived)
      committed = true
      return done
    },
  })
  assert.equal(await slow.smsc.brings(text, ani), status.ok)
  assert.ok(committed)
  assert.deepEqual(await reports(), ['Lubang besar di Jalan Anggrek.'])
  const replies =
    await admin`select i.outcome from inbox i where i.received_at >= ${later(4)} and state = 'done' and outcome <> 'part'`
  assert.equal(replies.length, 1, 'read once')
})

test('M05: a receipt is never a report, and a text that imitates one is no receipt', async (t) => {
  office.travel(later(5))
  const { smsc } = await linked(t)
  const words = {
    bytes: Buffer.from(
      'id:77 sub:001 dlvrd:001 submit date:2611240300 done date:2611240301 stat:DELIVRD err:000 text:halo',
    ),
  }
  const inbox = async () => (await admin`select from inbox`).count
  const before = await inbox()
  assert.equal(await smsc.brings({ ...words, esmClass: 0x04 }), status.ok)
  assert.equal(await smsc.brings({ bytes: Buffer.from('Lampu mati di mana-mana'), esmClass: 0x04 }), status.ok)
  assert.equal(await inbox(), before)
  const told = await admin`select arrived from network_number where number = '77'`
  assert.deepEqual(
    told.map(({ arrived }) => arrived),
    [true],
  )
  assert.equal(await smsc.brings(words), status.ok)
  assert.equal((await reports()).length, 1)
  assert.equal((await admin`select from network_number where number = '77'`).count, 1)
})

/** An answer of ours as it stands when the network has it. */
async function sentReply(state: string): Promise<number> {
  const [row] = await admin<{ id: number }[]>`
    with message as (
      insert into inbox (key, channel, account, received_at) values (${randomBytes(32).toString('hex')}, 'sms', '1708', ${now()}) returning id)
    insert into reply (inbox_id, channel, contact, kind, parts, state, created_at, sent_at)
    select id, 'sms', ${Buffer.alloc(32)}, 'help', 1, ${state}, ${now()}, ${now()} from message returning id::int`
  return row?.id ?? 0
}

test('what the centre says of our message finds it, before its number is written down as well as after', async (t) => {
  const { smsc, gateway } = await linked(t, { reply: (n) => ({ number: `nomor-${n}` }) })
  const state = async (id: number) => (await admin`select state from reply where id = ${id}`)[0]?.state
  const receipt = (n: number, stat = 'DELIVRD') =>
    smsc.brings({ esmClass: 0x04, bytes: Buffer.from(`id:nomor-${n} sub:001 dlvrd:001 stat:${stat} err:000`) })
  const early = await sentReply('sending')
  await receipt(1)
  assert.deepEqual(await gateway.send({ id: `r${early}`, to: '+6281200000101', text: 'halo' }), { ok: true })
  assert.equal(await state(early), 'delivered')
  const long = await sentReply('sent')
  await gateway.send({ id: `r${long}`, to: '+6281200000101', text: 'a'.repeat(200) })
  await receipt(2)
  assert.equal(await state(long), 'sent', 'half of it')
  await receipt(3)
  assert.equal(await state(long), 'delivered')
  const lost = await sentReply('sent')
  await gateway.send({ id: `r${lost}`, to: '+6281200000101', text: 'halo' })
  await receipt(4, 'ENROUTE')
  assert.equal(await state(lost), 'sent')
  await receipt(4, 'UNDELIV')
  assert.equal(await state(lost), 'failed')
})

/** What becomes of one message of ours that the centre numbers so, when it says so of it in its receipt. */
async function fateOf(t: Ending, query: string, answer: string, receipt: string, early = false): Promise<string> {
  const { smsc, gateway } = await linked(t, { query, reply: () => ({ number: answer }) })
  const id = await sentReply(early ? 'sending' : 'sent')
  const sends = () => gateway.send({ id: `r${id}`, to: '+6281200000101', text: 'halo' })
  const tells = () =>
    smsc.brings({ esmClass: 0x04, bytes: Buffer.from(`id:${receipt} sub:001 dlvrd:001 stat:DELIVRD err:000`) })
  for (const step of early ? [tells, sends] : [sends, tells]) await step()
  return (await admin`select state from reply where id = ${id}`)[0]?.state
}

const twoWays: [query: string, answer: string, receipt: string, found: boolean][] = [
  ['', '1A2B3C', '1715004', true],
  ['', '1715004', '1a2b3c', true],
  ['', '001a2b3d', '1A2B3D', true],
  ['', '1715006', '24203270', true],
  ['', 'x-1715007', '24203271', false],
  ['?ids=same', '1A2B3E', '1715006', false],
  ['?ids=hex-dec', '10', '16', true],
  ['?ids=hex-dec', '20', '20', false],
  ['?ids=dec-hex', '16', '10', true],
  ['?ids=dec-hex', '20', '20', false],
]
for (const [query, answer, receipt, found] of twoWays)
  test(`a message numbered ${answer} and its receipt for ${receipt} ${found ? 'belong' : 'do not belong'} together ${query}`, async (t) => {
    const states = [await fateOf(t, query, answer, receipt), await fateOf(t, query, answer, receipt, true)]
    assert.deepEqual(states, found ? ['delivered', 'delivered'] : ['sent', 'sending'])
  })

test('a receipt that means two messages in other forms is nobody’s, and the same form goes first', async (t) => {
  const numbers = ['10', '22', '16']
  const { smsc, gateway } = await linked(t, { reply: (n) => ({ number: numbers[n - 1] ?? '' }) })
  const ids: number[] = []
  for (const _ of numbers) {
    const id = await sentReply('sent')
    await gateway.send({ id: `r${id}`, to: '+6281200000101', text: 'halo' })
    ids.push(id)
  }
  const states = async () =>
    (await admin`select state from reply where id = any(${ids}) order by id`).map(({ state }) => state)
  const tells = (number: string) => smsc.brings({ esmClass: 0x04, bytes: Buffer.from(`id:${number} stat:DELIVRD`) })
  await tells('16')
  assert.deepEqual(await states(), ['sent', 'sent', 'delivered'])
  await admin`delete from network_number where number = '16'`
  await tells('16')
  assert.deepEqual(
    await states(),
    ['sent', 'sent', 'delivered'],
    'ten in hexadecimal digits, or twenty-two in decimal ones',
  )
})

test('a number that the centre uses again is the later message’s, and has no fate yet', async (t) => {
  const { smsc, gateway } = await linked(t, { reply: () => ({ number: '4711' }) })
  const [before, after] = [await sentReply('sent'), await sentReply('sent')]
  const state = async (id: number) => (await admin`select state from reply where id = ${id}`)[0]?.state
  await gateway.send({ id: `r${before}`, to: '+6281200000101', text: 'halo' })
  await smsc.brings({ esmClass: 0x04, bytes: Buffer.from('id:4711 stat:DELIVRD') })
  await gateway.send({ id: `r${after}`, to: '+6281200000101', text: 'halo' })
  assert.deepEqual([await state(before), await state(after)], ['delivered', 'sent'])
})

test('what we send is cut, joined by a header, asks for a receipt, and its refusals are told apart', async (t) => {
  const said = [0, 0, status.throttled, status.queueFull, status.badReceiver, 0x0e]
  const { smsc, gateway } = await linked(t, { reply: (n) => ({ status: said[n - 1] ?? 0 }) })
  const send = (text: string) => gateway.send({ id: 'n1', to: '+6281200000101', text })
  assert.deepEqual(await send('ж'.repeat(100)), { ok: true })
  const [one, two] = smsc.submitted.map(({ body }) => readMessage(body))
  assert.deepEqual(
    [one?.source.number, one?.destination, one?.registered, one?.coding, one?.esmClass],
    ['1708', { ton: 1, npi: 1, number: '6281200000101' }, 1, 8, 0x40],
  )
  assert.deepEqual(one?.bytes.subarray(0, 3), Buffer.of(5, 0, 3))
  assert.equal(one?.bytes[3], two?.bytes[3])
  assert.deepEqual([one?.bytes.length, two?.bytes.length], [140, 6 + 66])
  const reasons = [await send('a'), await send('a'), await send('a'), await send('a')].map((sent) =>
    sent.ok ? 'ok' : sent.reason,
  )
  assert.deepEqual(reasons, ['later', 'later', 'refused', 'later'])
})

test('M11: a link that drops in the midst of a window loses nothing: what had no answer is sent again on the next', async (t) => {
  let calm = false
  const { smsc, gateway } = await linked(t, {
    query: '?window=4',
    reply: (n) => (calm ? {} : n === 4 ? 'drop' : 'silence'),
  })
  const texts = Array.from({ length: 10 }, (_, n) => ({
    id: `n${900_000 + n}`,
    to: '+6281200000101',
    text: `kabar ${n}`,
  }))
  const first = await Promise.all(texts.map((text) => gateway.send(text)))
  assert.ok(first.every((sent) => !sent.ok && sent.reason === 'later'))
  assert.equal(smsc.submitted.length, 4, 'the window held the others back')
  calm = true
  await smsc.line()
  await smsc.asks(command.enquire, Buffer.alloc(0))
  const sent = await Promise.all(texts.map((text) => gateway.send(text)))
  assert.ok(sent.every(({ ok }) => ok))
  const arrived = new Set(smsc.submitted.slice(4).map(({ body }) => readMessage(body).bytes.toString()))
  assert.deepEqual(
    [...arrived].sort(),
    texts.map(({ text }) => text),
  )
})

test('M11: a centre that is silent is left, one that refuses is asked again, and an ended line says good-bye', async (t) => {
  const { smsc, link, failures } = await linked(t, { times: { quiet: 20, answer: 100 } })
  smsc.habits.alive = false
  await smsc.until(() => smsc.bound.length > 2)
  smsc.habits.alive = true
  smsc.habits.bindStatus = 0x0e
  const tries = smsc.lines.length
  for (const open of smsc.bound) open.destroy()
  await smsc.until(() => smsc.lines.length > tries + 3)
  assert.match(String(failures.at(-1)), /refused us with status 14|ended/)
  smsc.habits.bindStatus = 0
  const [bound] = [smsc.bound.length]
  await smsc.until(() => smsc.bound.length > bound)
  const last = await smsc.line()
  await smsc.asks(command.enquire, Buffer.alloc(0))
  await link.close()
  assert.ok(smsc.habits.lastUnbound)
  await smsc.until(() => last.destroyed)
  assert.deepEqual(await link.gateway.send({ id: 'n1', to: '+62812000', text: 'a' }), {
    ok: false,
    reason: 'later',
    answer: 'SMPP not bound',
  })
})
