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
import { madeReport } from '../inbox/channels.ts'
import { readMessage, settle } from '../inbox/read.ts'
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
const dying = new Set<Out['way']>()
const photos = new Map<string, Uint8Array>()
/** What the service cannot do now. */
const away = new Set<'fetch' | 'hide'>()
const unlessAway = (what: 'fetch' | 'hide') => {
  if (away.has(what)) throw new Error('the service is away')
}
const messenger = (name: Messenger['name']): Messenger => ({
  name,
  longest: { private: 4000, public: 280 },
  lengthOf: (text) => text.length,
  read: async (message) => {
    const event = message as Event
    return event.is === 'said' ? { ...event, said: { ...event.said, at: new Date(event.said.at) } } : event
  },
  send: async (out) => {
    const told = refusing.get(out.way) ?? { ok: true, id: `s${sent.push(out)}` }
    if (dying.has(out.way)) throw new Error('killed after it was sent')
    return told
  },
  fetch: async ({ ref }) => {
    unlessAway('fetch')
    return photos.get(ref)
  },
  hide: async (id) => {
    unlessAway('hide')
    return hidden.push(id) > 0
  },
})
const messengers = { telegram: messenger('telegram'), x: messenger('x') }
const reading = () =>
  Object.fromEntries(
    Object.entries(messengers).map(([name, each]) => [
      name,
      talkReader({ taking, messenger: each, service: 'LAPOR', site: 'lapor.example', names: names(taking) }),
    ]),
  )
/** Of two processes. */
const [readers, others] = [reading(), reading()]
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
  assert.equal(forwarded?.byHand, undefined)
  await office.does(by('liaison'), reference, 'question', { text: 'Tiang nomor berapa?' })
  const [question] = await hears()
  assert.match(question?.text ?? '', /Tiang nomor berapa/)
  assert.equal(question?.byHand, true, 'somebody wrote it')
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
  const tries = await Promise.allSettled(
    waiting.map(({ id }, n) => readMessage({ db, keys, readers: n === 0 ? readers : others, now }, id, true)),
  )
  assert.equal((await admin`select from inbox where state = 'parked' and reason like 'failed%'`).length, 0)
  assert.ok(tries.some(({ status }) => status === 'fulfilled'))
  await reads()
  assert.equal((await admin`select from inbox where state = 'waiting'`).length, 0)
  // Both were told before either was filed, or one was added to the other: never twice the same, never one lost.
  const made = (await reports()) - before
  const [added] =
    await admin`select count(*)::int as count from event where move = 'reply' and data ->> 'text' like 'Airnya masuk%' or data ->> 'text' like 'Drainase%'`
  assert.equal(made + (added?.count ?? 0), 2)
})

const inboxOf = async (providerText: string) =>
  (await admin<{ id: number }[]>`select max(id)::int as id from inbox where reason = ${providerText}`)[0]?.id ?? 0
const keeper = { kind: 'staff', personId: 1, agencyId: 1, path: '/1/', reads: true, readsBelow: true, inspects: false, manages: true } as const // biome-ignore format: one actor
const made = (id: number) => withActor(db, keeper, (tx) => madeReport(tx, id))

test('what read as talk becomes a report when a person says so, and its author is told, however late', async () => {
  await hears()
  const old = new Date(now().getTime() - 5 * 86_400_000)
  assert.deepEqual(await says('banjir lagi', { who: 'wati', channel: 'x', reach: 'public', id: 'b1', thread: 'b1', at: old }), []) // biome-ignore format: one call
  const id = await inboxOf('chatter')
  const before = await reports()
  assert.equal(await made(id), true)
  await reads()
  assert.equal(await reports(), before + 1)
  const heard = await hears()
  assert.deepEqual(
    heard.map(({ way, to }) => [way, to]),
    [
      ['invited', 'b1'],
      ['public', 'b1'],
    ],
  )
  assert.equal((await reportOf(referenceIn(heard[0])))?.text, 'banjir lagi')
  assert.equal(await made(id), false, 'once')
  const [again] = await says('banjirnya sudah sampai lutut', { who: 'wati', channel: 'x', reach: 'public', id: 'b2', thread: 'b1' }) // biome-ignore format: one call
  assert.equal(again, undefined)
  assert.deepEqual((await reportOf(referenceIn(heard[0])))?.added, ['banjirnya sudah sampai lutut'])
})

test('what waited for words is in the report once when a person makes one of it', async () => {
  photos.set('f9', await street(3).jpeg().toBuffer())
  await says('lampu', { who: 'yuni' })
  const id = await inboxOf('held')
  await says('', { who: 'yuni', media: [{ ref: 'f9', kind: 'image' }] })
  await says('', { who: 'yuni', pin: { latitude: -8.1, longitude: 112.2, label: 'Jalan Anyelir' } })
  assert.equal(await made(id), true)
  await reads()
  const [got] = await hears()
  const report = await reportOf(referenceIn(got))
  assert.equal(report?.files, 1)
  assert.match(report?.text, /^lampu\nLokasi: [^\n]*Anyelir\)$/)
})

test('who asked for secrecy is not brought into the open by a person either', async () => {
  await says('RAHASIA: kepala desa minta uang', { who: 'xeno', channel: 'x', reach: 'public' })
  const id = await inboxOf('asks-secrecy')
  assert.equal(await made(id), false)
  const city = { ...keeper, agencyId: 2, path: '/1/2/' } as const
  await says('Halo min', { who: 'joni' })
  const talk = await inboxOf('chatter')
  assert.equal(await withActor(db, city, (tx) => madeReport(tx, talk)), false, 'another agency')
})

test('what a person made a report while it was being read as talk is read once more', async () => {
  await says('Halo pak', { who: 'rina' })
  const id = await inboxOf('chatter')
  await admin`update inbox set state = 'waiting', by_hand = true where id = ${id}`
  await withActor(db, { kind: 'system' }, (tx) => settle(tx, id, { outcome: 'parked', reason: 'chatter' }, now()))
  assert.equal((await admin`select state from inbox where id = ${id}`)[0]?.state, 'waiting')
  await reads()
  assert.equal((await admin`select outcome from inbox where id = ${id}`)[0]?.outcome, 'report')
  await hears()
})

test('whoever posts in public and then writes alone goes on about that, and is asked what is missing', async () => {
  await hears()
  const before = await reports()
  const [alone, first] = await says('@lapor Lampu penerangan mati, anak-anak takut pulang mengaji', post('lina', 'p1'))
  assert.match(alone?.text ?? '', /Di mana tempatnya/)
  const [added] = await says('Gang Mawar 7', { who: 'lina', channel: 'x' })
  assert.equal(referenceIn(added), referenceIn(alone))
  assert.match(added?.text ?? '', /Ada fotonya/)
  assert.equal((await reportOf(referenceIn(alone)))?.place, 'Gang Mawar 7')
  assert.equal(await reports(), before + 1)
  // Who does so days later means something else.
  const [, everyone] = await says('@lapor Halte di terminal lama bocor kalau hujan', post('lusi', 'p2'))
  assert.notEqual(everyone?.text, first?.text, 'some services take the same words only once')
  office.travel(new Date(now().getTime() + 25 * 3_600_000))
  await says('Sungai di belakang rumah kami penuh sampah', { who: 'lusi', channel: 'x' })
  assert.equal(await reports(), before + 3)
})

test('whoever was only invited in public is told the number when they write', async () => {
  refusing.set('invited', { ok: false, reason: 'closed', answer: '403' })
  await says('@lapor Zebra cross di depan sekolah sudah tidak terlihat', post('maya', 'p3'))
  refusing.clear()
  const [told] = await says('halo', { who: 'maya', channel: 'x' })
  assert.match(told?.text ?? '', /kami terima, nomor [0-9A-Z]{4}-[0-9A-Z]{4}/)
})

test('what stands on a button may be written', async () => {
  const [got] = await says('Got di Jalan Teratai mampet, airnya bau', { who: 'nina', channel: 'x' })
  assert.match((await says('› Lewati', { who: 'nina', channel: 'x' }))[0]?.text ?? '', /itu cukup/)
  assert.match(
    (await says('Lihat kabarnya', { who: 'nina', channel: 'x' }))[0]?.text ?? '',
    new RegExp(`Laporan ${referenceIn(got).slice(0, 4)}`),
  )
})

test('photos that come together are answered once', async () => {
  for (const n of [4, 5, 6]) photos.set(`a${n}`, await street(n).jpeg().toBuffer())
  const image = (n: number) => ({ who: 'oki', media: [{ ref: `a${n}`, kind: 'image' as const }] })
  const heard = [
    await says('Tembok pasar retak dan miring', image(4)),
    await says('', image(5)),
    await says('', image(6)),
  ].flat()
  assert.equal(heard.length, 1)
  assert.equal((await reportOf(referenceIn(heard[0])))?.files, 3)
  office.travel(new Date(now().getTime() + 60_000))
  assert.equal((await says('', image(4))).length, 1, 'one that comes later is answered')
})

test('while photos cannot be fetched a message waits, and in the end is a report without them', async () => {
  photos.set('g1', await street(7).jpeg().toBuffer())
  const before = await reports()
  const image = { media: [{ ref: 'g1', kind: 'image' as const }] }
  away.add('fetch')
  await assert.rejects(
    says('Jembatan gantung di Dusun Krajan putus talinya', { who: 'pipit', ...image }),
    /fetched now/,
  )
  assert.equal((await lastInbox())?.state, 'waiting', 'also after the last try')
  away.clear()
  await reads()
  const [got] = await hears()
  assert.equal((await reportOf(referenceIn(got)))?.files, 1)
  away.add('fetch')
  await assert.rejects(says('Talud sungai di Dusun Krajan longsor', { who: 'qori', ...image }))
  office.travel(new Date(now().getTime() + 13 * 3_600_000))
  await reads()
  away.clear()
  await hears()
  assert.equal(await reports(), before + 2)
  assert.match((await admin`select text from report order by id desc limit 1`)[0]?.text, /1 lampiran tidak disimpan/)
})

test('a post that asks for secrecy waits to be hidden, but not long before its author is told', async () => {
  away.add('hide')
  await assert.rejects(says('@lapor RAHASIA bendahara desa kami minta setoran', post('rara', 'p9')), /hidden now/)
  assert.deepEqual(await hears(), [])
  office.travel(new Date(now().getTime() + 11 * 60_000))
  await reads()
  away.clear()
  assert.match((await hears())[0]?.text ?? '', /masih dapat dibaca orang lain/)
})

test('when a process died while it answered, it is said once more in private, and never twice where everyone reads', async () => {
  const again = async (way: Out['way']) => {
    dying.add(way)
    const before = sent.length
    const said = says(`Got mampet di depan pasar sejak hari raya, bau ke rumah (${way})`, {
      who: `mati-${way}`,
      ...(way === 'public' ? { channel: 'x' as const, reach: 'public', thread: 'u1' } : {}),
    })
    await assert.rejects(said, /killed/)
    dying.clear()
    const [row] = await admin<{ id: number }[]>`
      update reply set claimed_at = claimed_at - interval '1 hour' where state = 'sending' returning id::int`
    await sendTalkReply(office.post, messengers, row?.id ?? 0, now())
    const [ended] = await admin`select state, last_error, sealed from reply where id = ${row?.id ?? 0}`
    return { row: ended, times: sent.slice(before).filter((out) => out.way === way).length }
  }
  assert.deepEqual(await again('private'), { row: { state: 'sent', last_error: null, sealed: null }, times: 2 })
  assert.deepEqual(await again('public'), { row: { state: 'failed', last_error: 'unheard', sealed: null }, times: 1 })
})

test('everything that somebody says at once is one report with additions, however many read', async () => {
  const before = (await reports()) as number
  const bursts = Array.from({ length: 12 }, (_, part) => `Bagian ${part} dari cerita jembatan yang roboh kemarin sore`)
  for (const [part, text] of bursts.entries())
    await accept({
      channel: 'telegram',
      account: 'lapor',
      providerId: `burst${part}`,
      fingerprint: Buffer.from(text),
      message: {
        is: 'said',
        said: {
          ...{ from: { id: 'banyak', name: 'banyak' }, reach: 'private', id: `burst${part}`, thread: 'banyak' },
          ...{ at: now(), text, quoted: [], media: [] },
        },
      },
      receivedAt: now(),
    })
  const waiting = await admin<{ id: number }[]>`select id::int from inbox where state = 'waiting'`
  await Promise.all(waiting.map(({ id }) => readMessage({ db, keys, readers, now }, id, false)))
  assert.equal(await reports(), before + 1)
  const [row] = await admin`
    select count(*) filter (where outcome = 'report')::int as report, count(*) filter (where outcome = 'reply')::int as reply
    from inbox where id = any (${waiting.map(({ id }) => id)})`
  assert.deepEqual(row, { report: 1, reply: 11 })
  await hears()
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
