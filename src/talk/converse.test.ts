import assert from 'node:assert/strict'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { street } from '../../test/pictures.ts'
import { by, scene } from '../../test/post.ts'
import { reencoder } from '../attachment/reencode.ts'
import { folderStore } from '../attachment/store.ts'
import { withActor } from '../db/actor.ts'
import { accepting } from '../inbox/accept.ts'
import { readMessage } from '../inbox/read.ts'
import { channelOf } from '../notice/load.ts'
import { expand } from '../notice/tell/expand.ts'
import { intake } from '../report/intake.ts'
import { names } from '../sms/file.ts'
import type { Event, Messenger, Out, Said, Told } from './messenger.ts'
import { talkReader } from './reader.ts'
import { sendTalkReply } from './send/reply.ts'
import { sendTold } from './send/tell.ts'

/** Whole conversations on a service, through the inbox and out again, over a real database. The service itself is only a list. */

const office = await scene()
const { db, keys, now, rules, admin } = office
const store = folderStore(await mkdtemp(join(tmpdir(), 'lapor-talk-')))
const taking = { db, keys, now, rules, intake: intake(db.intake), store, reencode: reencoder() }
const classing = { class: 'complaint', oversight: false, categoryCode: undefined, note: '' } as const

const sent: Out[] = []
const hidden: string[] = []
const refusing = new Map<Out['way'], Exclude<Told, { ok: true }>>()
const photos = new Map<string, Uint8Array>()
const messenger = (name: Messenger['name']): Messenger => ({
  name,
  longest: { private: 4000, public: 280 },
  lengthOf: (text) => text.length,
  read: async (message) => {
    const event = message as Event
    return event.is === 'said' ? { ...event, said: { ...event.said, at: new Date(event.said.at) } } : event
  },
  send: async (out) => refusing.get(out.way) ?? { ok: true, id: `s${sent.push(out)}` },
  fetch: async ({ ref }) => photos.get(ref),
  hide: async (id) => hidden.push(id) > 0,
})
const messengers = { telegram: messenger('telegram'), x: messenger('x') }
const readers = Object.fromEntries(
  Object.entries(messengers).map(([name, each]) => [
    name,
    talkReader({ taking, messenger: each, service: 'LAPOR', site: 'lapor.example', names: names(taking) }),
  ]),
)
const accept = accepting(db.intake, keys)
let told = 0
let n = 0

type Saying = Partial<Omit<Said, 'from'>> & { who?: string; channel?: 'telegram' | 'x'; times?: number }

/** Somebody writes, and what leaves because of it comes back. */
async function says(
  text: string,
  { who = 'warga', channel = 'telegram', times = 1, ...more }: Saying = {},
  event?: string,
): Promise<Out[]> {
  const id = more.id ?? `m${++n}`
  const from = { id: `${who}-${channel}`, name: who }
  const said: Said = { from, reach: 'private', id, thread: from.id, at: now(), text, quoted: [], media: [], ...more }
  return happens(channel, event ?? id, { is: 'said', said }, times)
}

async function happens(channel: 'telegram' | 'x', id: string, event: Event, times = 1): Promise<Out[]> {
  for (let time = 0; time < times; time++)
    await accept({
      channel,
      account: 'lapor',
      providerId: id,
      fingerprint: Buffer.from(event.is),
      message: event,
      receivedAt: now(),
    })
  await reads()
  return hears()
}

async function reads(): Promise<void> {
  const waiting = await admin<{ id: number }[]>`select id::int from inbox where state = 'waiting' order by id`
  for (const { id } of waiting) await readMessage({ db, keys, readers, now }, id, true)
}

/** Everything that leaves because of what has happened since. */
async function hears(): Promise<Out[]> {
  const before = sent.length
  const events = await admin<{ id: number; reportId: number; n: number }[]>`
    select o.id::int, (payload ->> 'reportId')::int as "reportId", (payload ->> 'n')::int as n from outbox o where task = 'tell' and o.id > ${told} order by o.id`
  told = Math.max(told, ...events.map(({ id }) => id))
  const ids = await withActor(db, { kind: 'system' }, (tx) => expand(tx, events, now()))
  for (const id of ids)
    if ((await channelOf(db, id)) === 'messenger') await sendTold(office.post, messengers, id, now())
  for (let round = 0; round < 2; round++)
    for (const { id } of await admin<{ id: number }[]>`select id::int from reply where state = 'queued' order by id`)
      await sendTalkReply(office.post, messengers, id, now())
  return sent.slice(before)
}

const referenceIn = (out: Out | undefined) =>
  /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(out?.text ?? '')?.[0]?.replace('-', '') ?? ''
const reportOf = async (reference: string) => {
  const [row] = await admin`
    select r.id::int, r.text, r.title, r.place, r.latitude, r.status, r.channel, r.anonymous,
      (select count(*)::int from attachment a where a.report_key = r.key and a.removed_at is null) as files,
      (select array_agg(e.data ->> 'text' order by e.n) from event e where e.report_id = r.id and e.move in ('reply', 'complete')) as added
    from report r where r.reference = ${reference}`
  return row
}
const lastInbox = async () => (await admin`select state, outcome, reason from inbox order by id desc limit 1`)[0]
const reports = async () => (await admin<{ count: number }[]>`select count(*)::int as count from report`)[0]?.count ?? 0

test('a whole life on a messenger: told, asked, answered, confirmed and rated, without a code', async () => {
  const [got] = await says('Lampu penerangan sudah mati tiga malam, anak-anak takut', { who: 'siti' })
  const reference = referenceIn(got)
  assert.match(got?.text ?? '', /tidak anonim/)
  assert.match(got?.text ?? '', /Di mana tempatnya/)
  assert.deepEqual(
    got?.buttons.map(({ carries }) => carries),
    ['LEWATI'],
  )
  assert.match((await says('Gang Melati 3', { who: 'siti' }))[0]?.text ?? '', /Ada fotonya/)
  photos.set('f1', await street(1).jpeg().toBuffer())
  const [enough] = await says('', { who: 'siti', media: [{ ref: 'f1', kind: 'image' }] })
  assert.match(enough?.text ?? '', /itu cukup/)
  const report = await reportOf(reference)
  assert.equal(report?.place, 'Gang Melati 3')
  assert.equal(report?.files, 1)
  assert.deepEqual(report?.added, ['Gang Melati 3', 'Mengirim foto.'])
  assert.equal(report?.channel, 'telegram')

  await office.does(by('centre'), reference, 'forward', { agencyId: 2, ...classing, assisting: [] })
  await hears()
  await office.does(by('city'), reference, 'forward', { agencyId: 3, ...classing, assisting: [] })
  const [forwarded] = await hears()
  assert.match(forwarded?.text ?? '', /diteruskan ke/)
  await office.does(by('liaison'), reference, 'question', { text: 'Tiang nomor berapa?' })
  assert.match((await hears())[0]?.text ?? '', /Tiang nomor berapa/)
  assert.match((await says('nomor 12', { who: 'siti' }))[0]?.text ?? '', /keterangan Anda sampai/)
  await office.does(by('liaison'), reference, 'answer', { text: 'Kami ganti besok pagi.' })
  await office.does(by('liaison'), reference, 'resolve', { text: 'Lampu sudah diganti.' })
  const resolved = (await hears()).at(-1)
  assert.deepEqual(
    resolved?.buttons.map(({ carries }) => carries.replace(/ .*/, '')),
    ['SELESAI', 'BELUM'],
  )
  const [closed] = await says('', { who: 'siti', pressed: resolved?.buttons[0]?.carries })
  assert.match(closed?.text ?? '', /Bagaimana penanganannya/)
  assert.match((await says('5', { who: 'siti' }))[0]?.text ?? '', /nilai 5/)
  assert.equal((await reportOf(reference))?.status, 'closed')
})

test('the same delivery three times is one report and one answer', async () => {
  const before = await reports()
  const heard = await says('Sampah menumpuk di depan pasar sejak Senin', { who: 'tono', times: 3 })
  assert.equal(heard.length, 1)
  assert.equal(await reports(), before + 1)
})

test('a photo and a pin that come first wait for their words, and are in the report then', async () => {
  photos.set('f2', await street(2).jpeg().toBuffer())
  assert.match(
    (await says('', { who: 'rudi', media: [{ ref: 'f2', kind: 'image' }] }))[0]?.text ?? '',
    /tentang masalah apa/,
  )
  assert.deepEqual(await lastInbox(), { state: 'parked', outcome: null, reason: 'held' })
  await says('', { who: 'rudi', pin: { latitude: -8.0955, longitude: 112.1609, label: 'Jalan Kenanga' } })
  const [got] = await says('Aspal di sini amblas, motor sering jatuh', { who: 'rudi' })
  assert.doesNotMatch(got?.text ?? '', /Di mana tempatnya|Ada fotonya/)
  const report = await reportOf(referenceIn(got))
  assert.equal(report?.files, 1)
  assert.equal(report?.latitude, -8.0955)
  assert.equal(report?.place, 'Jalan Kenanga')
  assert.equal((await admin`select from inbox where state = 'parked' and reason = 'held'`).length, 0)
})

test('courtesies and sales are set apart for a person, and a sale is not answered', async () => {
  const before = await reports()
  assert.match((await says('Halo min', { who: 'ani' }))[0]?.text ?? '', /Ceritakan masalahnya/)
  assert.deepEqual(await lastInbox(), { state: 'parked', outcome: null, reason: 'chatter' })
  assert.match((await says('terima kasih pak', { who: 'ani' }))[0]?.text ?? '', /Sama-sama/)
  assert.equal((await says('Slot gacor https://slot.example', { who: 'ani' })).length, 0)
  assert.equal(await reports(), before)
})

test('what was added may become a report of its own', async () => {
  const first = referenceIn(
    (await says('Got di Jalan Anggrek mampet dan airnya meluap', { who: 'budi', media: [] }))[0],
  )
  await says('LEWATI', { who: 'budi' })
  const [added] = await says('Oh ya, lampu di perempatan juga mati', { who: 'budi' })
  assert.equal(referenceIn(added), first)
  assert.ok(added?.buttons.some(({ carries }) => carries === 'BARU'))
  const second = referenceIn((await says('BARU', { who: 'budi' }))[0])
  assert.notEqual(second, first)
  assert.equal((await reportOf(second))?.text, 'Oh ya, lampu di perempatan juga mati')
})

test('two hours later words are about something new', async () => {
  const first = referenceIn((await says('Jembatan bambu di Dusun Krajan lapuk', { who: 'wati' }))[0])
  office.travel(new Date(now().getTime() + 3 * 3_600_000))
  const second = referenceIn((await says('Puskesmas di desa kami tutup terus hari Sabtu', { who: 'wati' }))[0])
  assert.ok(second && second !== first)
})

test('whoever asks for secrecy is told where it can be had, and nothing is filed until they say so', async () => {
  const before = await reports()
  const [told] = await says('RAHASIA lurah kami minta uang untuk surat pindah', { who: 'joko' })
  assert.match(told?.text ?? '', /tidak dapat anonim atau rahasia/)
  assert.equal(await reports(), before)
  assert.deepEqual(await lastInbox(), { state: 'parked', outcome: null, reason: 'asks-secrecy' })
  await says('BARU', { who: 'joko' })
  assert.equal(await reports(), before + 1)
})

const post = (who: string, id: string, thread = id) => ({ who, channel: 'x', reach: 'public', id, thread }) as const

test('under a public post stands nothing but that it was heard; its number goes to the author alone', async () => {
  const [alone, everyone] = await says(
    '@lapor Lampu lalu lintas di Simpang Herlingga mati sejak pagi',
    post('dewi', 't1'),
  )
  assert.equal(alone?.way, 'invited')
  assert.equal(everyone?.way, 'public')
  assert.equal(everyone?.to, 't1')
  const reference = referenceIn(alone)
  assert.ok(reference)
  assert.doesNotMatch(everyone?.text ?? '', /[0-9A-Z]{4}-[0-9A-Z]{4}|https?:|Herlingga|lapor\.example/)
  assert.match(everyone?.text ?? '', /pesan pribadi/)
  // The same author in the same thread goes on in the same report; others do not.
  assert.deepEqual(await says('Sekarang macet sampai Jalan Merdeka', post('dewi', 't2', 't1')), [])
  assert.deepEqual((await reportOf(reference))?.added, ['Sekarang macet sampai Jalan Merdeka'])
  const before = await reports()
  await says('Betul, saya juga terjebak macet di sana tadi pagi', post('lain', 't3', 't1'))
  assert.equal(await reports(), before + 1)
})

test('where the service lets nobody be written to, the public answer is an invitation', async () => {
  refusing.set('invited', { ok: false, reason: 'closed', answer: '403' })
  const heard = await says(
    '@lapor Trotoar di Jalan Veteran dipakai parkir, kursi roda tidak bisa lewat',
    post('eko', 't5'),
  )
  refusing.clear()
  assert.deepEqual(
    heard.map(({ way }) => way),
    ['public'],
  )
  assert.match(heard[0]?.text ?? '', /irimi? kami pesan pribadi|kirimlah pesan pribadi|tulislah STATUS/i)
})

test('a public post that asks for secrecy is taken out of sight and never answered in public', async () => {
  const heard = await says('@lapor RAHASIA ya, kepala sekolah saya menjual kursi siswa baru', post('nn', 't7'))
  assert.deepEqual(hidden, ['t7'])
  assert.deepEqual(
    heard.map(({ way }) => way),
    ['invited'],
  )
  assert.match(heard[0]?.text ?? '', /masih dapat dibaca orang lain/)
})

test('whoever takes a post back takes its words out of the report; the case stays, and its ledger is whole', async () => {
  const [alone] = await says('@lapor Pohon besar di Jalan Kartini miring ke arah rumah warga', post('gita', 't9'))
  const reference = referenceIn(alone)
  await says('Dahannya sudah menyentuh kabel listrik', post('gita', 't10', 't9'))
  // Not by somebody else's hand.
  await happens('x', 'd1', { is: 'deleted', id: 't9', by: 'lain-x' })
  assert.match((await reportOf(reference))?.text ?? '', /Pohon besar/)
  await happens('x', 'd2', { is: 'deleted', id: 't9', by: 'gita-x' })
  await happens('x', 'd3', { is: 'deleted', id: 't10', by: 'gita-x' })
  const report = await reportOf(reference)
  assert.match(report?.text ?? '', /^\[Isi dihapus: penulisnya menghapus unggahan ini di X\.\]$/)
  assert.equal(report?.status, 'received')
  const { historyOf } = await import('../report/read/history.ts')
  const { brokenChains } = await import('../report/read/chain.ts')
  const entries = await withActor(db, { kind: 'system' }, (tx) => historyOf(tx, Number(report?.id)))
  assert.ok(!JSON.stringify(entries).includes('kabel listrik'))
  assert.deepEqual(
    entries.map(({ move }) => move),
    ['file', 'reply', 'retract', 'retract'],
  )
  assert.deepEqual(await brokenChains(db.worker as never, 1), [])
})

test('words that somebody changed stand beside the first ones; the same words again are none', async () => {
  const [got] = await says('Pohon tumbang menutup Jalan Cemara', { who: 'ubah', id: 'e1' })
  const reference = referenceIn(got)
  assert.deepEqual(
    await says(
      'Pohon tumbang menutup Jalan Cemara',
      { who: 'ubah', id: 'e1', edited: true, at: new Date(now().getTime() + 1) },
      'e1-2',
    ),
    [],
  )
  assert.deepEqual(
    await says('Pohon tumbang menutup Jalan Cendana', { who: 'ubah', id: 'e1', edited: true }, 'e1-3'),
    [],
  )
  assert.deepEqual((await reportOf(reference))?.added, [
    '[Diubah oleh penulisnya:] Pohon tumbang menutup Jalan Cendana',
  ])
})

test('whoever closes the talk is written to no more until they open it again', async () => {
  const [got] = await says('Saluran air di Gang Delima bau busuk', { who: 'tutup' })
  const reference = referenceIn(got)
  await happens('telegram', 'c1', { is: 'fate', id: 'tutup-telegram', arrived: false, of: 'person' })
  await office.does(by('centre'), reference, 'forward', { agencyId: 2, ...classing, assisting: [] })
  assert.deepEqual(await hears(), [])
  const [notice] = await admin`select state, last_error from notice order by id desc limit 1`
  assert.equal(notice?.state, 'unreachable')
  await happens('telegram', 'c2', { is: 'fate', id: 'tutup-telegram', arrived: true, of: 'person' })
  await office.does(by('city'), reference, 'forward', { agencyId: 3, ...classing, assisting: [] })
  assert.equal((await hears()).length, 1)
})

test('what is heard a day late is a report and is not answered as if it were new', async () => {
  const before = await reports()
  const heard = await says('Air PDAM di Perumahan Asri keruh dan bau', {
    who: 'lama',
    at: new Date(now().getTime() - 26 * 3_600_000),
  })
  assert.deepEqual(heard, [])
  assert.equal(await reports(), before + 1)
})

test('a message that was read in the midst of another is thought about again', async () => {
  const from = { id: 'cepat-telegram', name: 'cepat' }
  for (const [id, text] of [
    ['b1', 'Drainase di Jalan Mawar tersumbat sampah'],
    ['b2', 'Airnya masuk ke rumah warga RT 04'],
  ] as const) {
    const said: Said = { from, reach: 'private', id, thread: from.id, at: now(), text, quoted: [], media: [] }
    await accept({
      channel: 'telegram',
      account: 'lapor',
      providerId: id,
      fingerprint: Buffer.from('said'),
      message: { is: 'said', said },
      receivedAt: now(),
    })
  }
  const before = await reports()
  const waiting = await admin<{ id: number }[]>`select id::int from inbox where state = 'waiting' order by id`
  const tries = await Promise.allSettled(waiting.map(({ id }) => readMessage({ db, keys, readers, now }, id, false)))
  assert.ok(tries.some(({ status }) => status === 'fulfilled'))
  await reads()
  assert.equal((await admin`select from inbox where state = 'waiting'`).length, 0)
  // Both were told before either was filed, or one was added to the other: never twice the same, never one lost.
  const made = (await reports()) - before
  const [added] =
    await admin`select count(*)::int as count from event where move = 'reply' and data ->> 'text' like 'Airnya masuk%' or data ->> 'text' like 'Drainase%'`
  assert.equal(made + (added?.count ?? 0), 2)
})

test('whoever reports in English is answered in English, and the remarks in the report are English', async () => {
  await hears()
  const [got] = await says('Trotoar di Jalan Kenanga longsor, licin sekali', { who: 'tom' })
  const reference = referenceIn(got)
  await admin`
    update reporter set language = 'en' where own_report_id = (select id from report where reference = ${reference})`
  photos.set('t1', await street(9).jpeg().toBuffer())
  const [added] = await says('', { who: 'tom', media: [{ ref: 't1', kind: 'image' }] })
  assert.match(added?.text ?? '', /Thank you/)
  assert.equal(added?.language, 'en')
  assert.deepEqual((await reportOf(reference))?.added, ['Sent a photo.'])
})
