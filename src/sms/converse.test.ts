import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { codeFor, joining, reach } from '../../test/contacts.ts'
import { by, later, monday, scene } from '../../test/post.ts'
import { reencoder } from '../attachment/reencode.ts'
import { folderStore } from '../attachment/store.ts'
import { ask, choose, prove } from '../contact/join.ts'
import { withActor } from '../db/actor.ts'
import { accepting } from '../inbox/accept.ts'
import { readMessage } from '../inbox/read.ts'
import { channelOf } from '../notice/load.ts'
import { expand } from '../notice/tell/expand.ts'
import type { Text } from '../notice/text/gateway.ts'
import { sendReply } from '../notice/text/reply.ts'
import { sendText } from '../notice/text/send.ts'
import { intake } from '../report/intake.ts'
import { smsReader } from './converse.ts'
import { sizeOf } from './gsm7.ts'
import type { Line } from './heard.ts'

/** Whole conversations by short message, through the inbox and out again, over a real database. */

const office = await scene()
const { db, keys, now, rules, admin } = office
const line: Line = {
  service: 'LAPOR',
  site: 'lapor.example',
  number: '1708',
  countries: ['62'],
  mostADay: 1000,
  mostAReport: 100,
}
const store = folderStore(await mkdtemp(join(tmpdir(), 'lapor-sms-')))
const taking = { db, keys, now, rules, intake: intake(db.intake), store, reencode: reencoder() }
const readers = { sms: smsReader(taking, line) }
const accept = accepting(db.intake, keys)
const classing = { class: 'complaint', oversight: false, categoryCode: undefined, note: '', assisting: [] } as const

const sent: Text[] = []
const gateway = { send: async (text: Text) => ({ ok: true, ...(sent.push(text) && {}) }) as const, close: () => {} }
let told = 0
let n = 0

/** A telephone writes, and reads what comes back; `times` the gateway hands the message in. */
async function says(from: string, text: string, times = 1): Promise<string[]> {
  const id = `${++n}`
  for (let time = 0; time < times; time++) {
    const fingerprint = createHash('sha256').update(text).digest()
    await accept({
      channel: 'sms',
      account: '1708',
      providerId: id,
      fingerprint,
      message: { from, to: '1708', text },
      receivedAt: now(),
    })
    for (const { id: inboxId } of await admin<
      { id: number }[]
    >`select id::int from inbox where state = 'waiting' order by id`)
      await readMessage({ db, keys, readers, now }, inboxId, true)
  }
  return hears()
}

/** Everything that leaves because of what has happened since. */
async function hears(): Promise<string[]> {
  const before = sent.length
  const events = await admin<{ id: number; reportId: number; n: number }[]>`
    select o.id::int, (payload ->> 'reportId')::int as "reportId", (payload ->> 'n')::int as n from outbox o where task = 'tell' and o.id > ${told} order by o.id`
  told = Math.max(told, ...events.map(({ id }) => id))
  const ids = await withActor(db, { kind: 'system' }, (tx) => expand(tx, events, now()))
  for (const id of ids) if ((await channelOf(db, id)) === 'sms') await sendText(office.post, gateway, line, id, now())
  for (const { id } of await admin<{ id: number }[]>`select id::int from reply where state = 'queued' order by id`)
    await sendReply(office.post, gateway, line, id, now())
  return sent.slice(before).map(({ text }) => text)
}

const codeIn = (text = '') =>
  /\b(\d{4})\b(?!-)/.exec(text.replace(/[0-9A-Z]{4}-[0-9A-Z]{4}|\d{1,2} \w{3} 20\d\d|1708/g, ''))?.[1] ?? ''
const referenceIn = (text = '') => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0]?.replace('-', '') ?? ''
const one = async (messages: Promise<string[]>) => {
  const all = await messages
  assert.equal(all.length, 1, all.join('\n'))
  return all[0] ?? ''
}

test('a whole life by short message: filed, asked, answered, settled, disputed, confirmed, rated', async () => {
  office.travel(monday)
  const me = '081200000001'
  const receipt = await one(says(me, 'PUPR KOTA BLITAR jln kenari bendogerit berlubang dalam, sdh 2 org jatuh', 3))
  const reference = referenceIn(receipt)
  assert.match(
    receipt,
    /^LAPOR: Laporan Anda kami terima, nomor ....-....\. Batas kami meneruskan: 26 Nov 2026\. Cek: balas STATUS\./,
  )
  const [row] =
    await admin`select channel, addressee_id::int as addressee, text from report where reference = ${reference}`
  assert.deepEqual(
    { ...row },
    { channel: 'sms', addressee: 3, text: 'PUPR KOTA BLITAR jln kenari bendogerit berlubang dalam, sdh 2 org jatuh' },
  )

  await office.does(by('centre'), reference, 'ask', { text: 'Nomor berapa rumahnya?' })
  const asked = await one(hears())
  assert.match(asked, /Kami perlu tahu: Nomor berapa rumahnya\? Balas: \d{4} lalu jawaban Anda, sampai 7 Des 2026\./)
  assert.match(await one(says(me, `${codeIn(asked)} depan nomor 12`)), /Terima kasih, keterangan Anda kami terima/)

  await office.does(by('centre'), reference, 'forward', { agencyId: 3, ...classing, assisting: [] })
  assert.match(await one(hears()), /Laporan diteruskan ke PUPR Kota Blitar\. Batas jawaban pertama: 30 Nov 2026/)
  assert.match(await one(says(me, 'piye')), /diteruskan\. Sekarang di PUPR Kota Blitar\. Batas berikutnya: 30 Nov 2026/)
  await office.does(by('liaison'), reference, 'answer', { text: 'Kami tambal besok.' })
  await office.does(by('liaison'), reference, 'resolve', { text: 'Sudah ditambal.' })
  const [, settled] = await hears()
  assert.match(settled ?? '', /menyatakan selesai\. Benar\? Balas SELESAI (\d{4})\. Belum\? Balas BELUM \1\./)

  assert.match(
    await one(says(me, `blm ${codeIn(settled)} masih berlubang satu`)),
    /Laporan dibuka lagi dan kembali ke PUPR Kota Blitar/,
  )
  const [disputed] =
    await admin`select data ->> 'text' as text from event e join report r on r.id = e.report_id where r.reference = ${reference} and move = 'dispute'`
  assert.equal(disputed?.text, 'masih berlubang satu')
  await office.does(by('liaison'), reference, 'resolve', { text: 'Sudah semua.' })
  const again = codeIn(await one(hears()))
  const thanks = await one(says(me, `sls ${again}`))
  assert.match(thanks, /Terima kasih, ditutup atas jawaban Anda\. Nilai 1-5\?/)
  assert.match(await one(says(me, `${codeIn(thanks)} 4`)), /nilai 4 sudah kami catat/)
  const [ended] =
    await admin`select r.status, r.ending, p.rating from report r join reporter p on p.report_id = r.id where r.reference = ${reference}`
  assert.deepEqual({ ...ended }, { status: 'closed', ending: 'confirmed', rating: 4 })
  for (const { text } of sent) assert.ok(sizeOf(text).encoding === 'gsm7' && sizeOf(text).parts === 1, text)
})

test('nobody moves a report without the code that went to its number, and guessing ends after five tries', async () => {
  office.travel(later(1))
  const [me, thief] = ['081200000002', '081200000003']
  const reference = referenceIn(await one(says(me, 'Lampu mati di Jalan Mawar sejak Senin.')))
  const status = async () => (await admin`select status from report where reference = ${reference}`)[0]?.status
  assert.match(await one(says(me, 'gak jadi')), /Cabut laporan .* balas BATAL \d{4}/)
  const [{ code } = { code: '' }] = await admin<
    { code: string }[]
  >`select code from reply_code c join reporter p on p.id = c.reporter_id join report r on r.id = p.report_id where r.reference = ${reference}`
  assert.match(await one(says(thief, `BATAL ${code}`)), /Kode itu tidak cocok/)
  assert.match(await one(says(thief, `status ${reference}`)), /tidak kami temukan untuk nomor HP ini/)
  assert.equal(await status(), 'received')
  const wrong = code === '1111' ? '2222' : '1111'
  for (let tries = 0; tries < 5; tries++) assert.match(await one(says(me, `batal ${wrong}`)), /Kode itu tidak cocok/)
  assert.match(await one(says(me, `batal ${code}`)), /Kode itu tidak cocok/)
  assert.equal(await status(), 'received')
  const fresh = codeIn(await one(says(me, 'batal')))
  assert.match(await one(says(me, `batal ${fresh}`)), /Dicabut sesuai permintaan Anda/)
  assert.equal(await status(), 'archived')
})

test('several reports are asked about, unknown agencies are told, and the same words again are no second report', async () => {
  office.travel(later(2))
  const me = '081200000004'
  const first = await one(says(me, 'dinas jalan raya lampu mati di talun mas'))
  assert.match(first, /Instansinya belum kami kenali, operator yang memilihkan/)
  assert.match(await one(says(me, 'dinas jalan raya lampu mati di talun mas')), /sudah kami terima, nomor/)
  await says(me, 'Sampah menumpuk di Pasar Pon sejak kemarin.')
  assert.match(await one(says(me, 'STATUS')), /^LAPOR: 2 laporan\. .* menunggu verifikasi; .* menunggu verifikasi\./)
  const which = await one(says(me, 'batal'))
  assert.match(which, /Laporan yang mana\? Untuk ....-.... balas BATAL \d{4}\. Untuk ....-.... balas BATAL \d{4}\./)
})

test('a wish for secrecy is sent to the web, and becomes a report only when the person says so', async () => {
  office.travel(later(3))
  const me = '081200000005'
  const before = (await admin`select from report`).count
  const asked = await one(says(me, 'RAHASIA kepala bagian saya minta setoran'))
  assert.match(asked, /SMS tidak dapat anonim atau rahasia\. Pakai lapor\.example\./)
  assert.equal((await admin`select from report`).count, before)
  assert.match(
    await one(says(me, 'BARU 1234'.replace('1234', codeIn(asked) === '1234' ? '4321' : '1234'))),
    /Kode itu tidak cocok/,
  )
  assert.match(await one(says(me, `baru ${codeIn(asked)}`)), /Laporan kami terima/)
  assert.equal((await admin`select from report`).count, before + 1)
})

test('help, danger, nonsense, machines and foreign numbers', async () => {
  office.travel(later(4))
  const me = '081200000006'
  assert.match(await one(says(me, '?')), /Tulis nama instansi, keluhan, dan tempatnya/)
  assert.match(await one(says(me, 'tolong')), /DARURAT\?/)
  assert.match(await one(says(me, 'lanjutkan')), /Maaf, kami belum paham/)
  assert.match(await one(says(me, 'STATUS')), /Belum ada laporan terbuka/)
  assert.deepEqual(await says('TELKOMSEL', 'Paket data murah hanya hari ini!'), [])
  const reports = (await admin`select from report`).count
  assert.deepEqual(await says('+4915112345678', 'Jalan rusak di depan hotel saya.'), [])
  assert.equal((await admin`select from report`).count, reports + 1, 'kept, and not answered at their cost')
  let answers = 0
  for (let time = 0; time < 25; time++) answers += (await says(me, `halo ${time}`.slice(0, 7))).length
  assert.equal(answers, 17, 'twenty answers a day, one that says so, then silence')
})

test('courtesies and sales are no reports, are answered, and become one when a person says so', async () => {
  const me = '081255500066'
  const before = (await admin`select from report`).count
  const heard = async (text: string) => {
    const words = await one(says(me, text))
    const [row] = await admin`select state, reason from inbox order by id desc limit 1`
    return [words.replace(/^LAPOR: /, '').slice(0, 11), row?.state, row?.reason]
  }
  assert.deepEqual(await heard('Terima kasih banyak pak'), ['Sama-sama. ', 'parked', 'chatter'])
  assert.deepEqual(await heard('Halo selamat pagi admin'), ['Tulis nama ', 'parked', 'chatter'])
  assert.deepEqual(await heard('Slot GACOR maxwin https://slot.example'), ['Maaf, kami ', 'parked', 'chatter'])
  assert.equal((await admin`select from report`).count, before)

  const [last] = await admin<{ id: number }[]>`select max(id)::int as id from inbox where reason = 'chatter'`
  await admin`update inbox set state = 'waiting', reason = null, by_hand = true where id = ${last?.id ?? 0}`
  await readMessage({ db, keys, readers, now }, last?.id ?? 0, true)
  assert.match(await one(hears()), /Laporan kami terima, nomor/)
  assert.equal((await admin`select from report`).count, before + 1)
})

test('the network may say that a message arrived before we have written down that it was sent', async () => {
  office.travel(later(5))
  const hasty = {
    ...gateway,
    send: async (text: Text) => {
      const id = Number(text.id.slice(1))
      await db.intake`select message_delivered(${text.id.startsWith('n') ? id : null}, ${text.id.startsWith('r') ? id : null}, true)`
      return gateway.send(text)
    },
  }
  const filed = await office.file({ text: 'Lampu mati di gang buntu.', reach: 'phone', phone: '081200000007' })
  const [id] = await withActor(db, { kind: 'system' }, (tx) => expand(tx, [{ reportId: filed.reportId, n: 1 }], now()))
  await sendText(office.post, hasty, line, id ?? 0, now())
  const [row] = await admin`select state, parts, sent_at is not null as sent from notice where id = ${id ?? 0}`
  assert.deepEqual({ ...row }, { state: 'delivered', parts: 1, sent: true })
})

test('a number that was joined by its code belongs to the report; one that was only named does not', async () => {
  const filed = await office.file({ text: 'Selokan mampet.', reach: 'email', email: 'gabung@warga.example' })
  const mine = await joining(office, filed.reporterId)
  await ask(mine, reach('081200000077'), { language: 'id', address: '10.7.7.7' })
  assert.match(await one(says('081200000077', 'STATUS')), /belum menemukan|tidak menemukan|belum ada/i)
  assert.equal(await prove(mine, await codeFor(office, filed.reporterId)), 'proved')
  const [row] = await admin`select max(id)::int as id from vault.contact where reporter_id = ${filed.reporterId}`
  assert.equal(await choose(mine, row?.id), 'chosen')
  await office.does(by('centre'), filed.reference, 'ask', { text: 'Di RT berapa?' })
  const asked = await one(hears())
  assert.match(asked, /Di RT berapa\?/)
  assert.match(await one(says('081200000078', `${codeIn(asked)} bukan saya`)), /./)
  assert.match(await one(says('081200000077', `${codeIn(asked)} RT 3`)), /Terima kasih, keterangan Anda kami terima/)
  const [said] =
    await admin`select data ->> 'text' as text from event where report_id = ${filed.reportId} and move = 'complete'`
  assert.equal(said?.text, 'RT 3')
})
