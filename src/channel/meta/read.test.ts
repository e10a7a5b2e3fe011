import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as events from '../../../test/wire/graph/events.ts'
import { fault } from '../../../test/wire/graph/faults.ts'
import { graphStandIn } from '../../../test/wire/graph/graph.ts'
import { signatureOf } from '../../../test/wire/graph/signed.ts'
import type { Event, Said } from '../../talk/messenger.ts'
import { safeFetch } from '../fetch/fetch.ts'
import { metaService } from './service.ts'

/** What each event means, from the delivery on. */

const appSecret = 'rahasia-aplikasi-uji'
const secrets = { appSecret, pageToken: 'token-halaman-untuk-uji', whatsappToken: 'token-wa-untuk-uji' }
const graph = await graphStandIn(secrets)
after(graph.close)
const { webhook, messengers } = metaService({
  url: graph.url,
  appSecret,
  verifyToken: 'kata-pengenal-untuk-uji',
  pageToken: secrets.pageToken,
  whatsapp: { token: secrets.whatsappToken, number: events.number },
  fetch: safeFetch,
  allow: [graph.origin],
  now: () => new Date(),
})

async function meant(value: unknown): Promise<Event[]> {
  const body = JSON.stringify(value)
  const rows = webhook.open(Buffer.from(body), () => signatureOf(appSecret, body))
  if (typeof rows === 'string') throw new Error(rows)
  return Promise.all(
    rows.map(async ({ channel, message }) => {
      const messenger = messengers.find(({ name }) => name === channel)
      // As it lay sealed in the inbox.
      return (await messenger?.read(JSON.parse(JSON.stringify(message)))) as Event
    }),
  )
}
async function saidBy(value: unknown): Promise<Said> {
  const [event] = await meant(value)
  assert.equal(event?.is, 'said', JSON.stringify(event))
  return (event as { said: Said }).said
}

const at = new Date('2026-11-23T03:00:00Z')
const late = new Date(at.getTime() + 3_600_000)
const { page: ourPage, instagram: ourAccount } = events.ours
const rina = { id: '24000000000000002', name: 'Rina Contoh' }
const onPage = (...values: object[]) => events.page(events.feedEntry(late, ...values))
const private_ = (event: object) => events.page(events.messagingEntry(ourPage, late, event))
const direct = (event: object) => events.instagram(events.messagingEntry(ourAccount, late, event))
const words = (more: object) => events.message(rina.id, ourPage, { at }, 'm_1', more)

test('a comment on the page is public, in the thread of its post', async () => {
  const comment = events.pageComment(rina, { at }, '900_1', ' Jalan\u0000 Kenari\r\nrusak \ud800', {
    photo: 'https://scontent.example/1.jpg',
  })
  assert.deepEqual(await saidBy(onPage(comment)), {
    from: rina,
    reach: 'public',
    id: '900_1',
    thread: `${ourPage}_900`,
    at,
    text: 'Jalan Kenari\nrusak �',
    quoted: [],
    media: [{ ref: 'https://scontent.example/1.jpg', kind: 'image' }],
  })
  const reply = await saidBy(onPage({ ...comment, comment_id: '900_2', parent_id: '900_1' }))
  assert.deepEqual([reply.id, reply.thread], ['900_2', `${ourPage}_900`])
  const edited = await saidBy(onPage({ ...comment, verb: 'edited', message: 'Jalan Kenari RT 3 rusak' }))
  assert.deepEqual([edited.id, edited.text, edited.edited], ['900_1', 'Jalan Kenari RT 3 rusak', true])
  const [hidden] = await meant(onPage({ ...comment, from: undefined }))
  assert.equal(hidden?.is === 'said' && hidden.said.from.id, '900_1')
})

test('a post of a visitor is read with its photos, and what is taken back is deleted', async () => {
  const post = {
    from: rina,
    item: 'post',
    verb: 'add',
    post_id: `${ourPage}_5`,
    created_time: at.getTime() / 1000,
    message: 'Banjir',
  }
  const said = await saidBy(
    onPage({
      ...post,
      item: 'photo',
      link: 'https://scontent.example/a.jpg',
      photos: ['https://scontent.example/b.jpg'],
    }),
  )
  assert.deepEqual([said.id, said.thread, said.media.length], [`${ourPage}_5`, `${ourPage}_5`, 2])
  const gone = { ...post, verb: 'remove', message: undefined }
  assert.deepEqual(await meant(onPage(gone)), [{ is: 'deleted', id: `${ourPage}_5`, by: rina.id }])
})

test('a message on Messenger is private: words, pictures, places, buttons, and its own time whenever it comes', async () => {
  const text = await saidBy(private_(words({ text: 'Lampu mati' })))
  assert.deepEqual(
    [text.reach, text.thread, text.from.id, text.at, text.text],
    ['private', rina.id, rina.id, at, 'Lampu mati'],
  )
  const attachments = [
    { type: 'image', payload: { url: 'https://scontent.example/1.jpg' } },
    { type: 'file', payload: { url: 'https://cdn.example/a.pdf' } },
    { type: 'location', payload: { coordinates: { lat: -8.09, long: 112.16 } } },
  ]
  const photo = await saidBy(private_(words({ attachments })))
  assert.deepEqual(
    [photo.media.map(({ kind }) => kind), photo.pin],
    [['image', 'file'], { latitude: -8.09, longitude: 112.16, label: '' }],
  )
  const pressed = await saidBy(private_(words({ text: 'Selesai', quick_reply: { payload: 'yes 12' } })))
  assert.deepEqual([pressed.pressed, pressed.text], ['yes 12', 'Selesai'])
  const postback = await saidBy(
    private_(events.other(rina.id, ourPage, { at }, { postback: { mid: 'm_2', title: 'Mulai', payload: 'start' } })),
  )
  assert.deepEqual([postback.pressed, postback.id], ['start', 'm_2'])
  const edited = await saidBy(
    private_(
      events.other(rina.id, ourPage, { at }, { message_edit: { mid: 'm_1', text: 'Lampu mati di RT 3', num_edit: 1 } }),
    ),
  )
  assert.deepEqual([edited.id, edited.text, edited.edited], ['m_1', 'Lampu mati di RT 3', true])
  const link = await saidBy(
    private_(words({ attachments: [{ type: 'fallback', payload: { url: 'https://berita.example/1' } }] })),
  )
  assert.equal(link.text, 'https://berita.example/1')
  const thumb = { type: 'image', payload: { url: 'https://scontent.example/up.png', sticker_id: 369239263222822 } }
  assert.deepEqual(await meant(private_(words({ attachments: [thumb] }))), [{ is: 'noise', reason: 'sticker' }])
})

test('what became of our messages is told, by their numbers', async () => {
  const receipt = events.other(rina.id, ourPage, { at }, { delivery: { mids: ['m_7', 'm_8'], watermark: 1 } })
  assert.deepEqual(await meant(private_(receipt)), [
    { is: 'fate', id: 'm_7', arrived: true },
    { is: 'fate', id: 'm_8', arrived: true },
  ])
  const seen = events.other('55', ourAccount, { at }, { read: { mid: 'm_9' } })
  assert.deepEqual(await meant(direct(seen)), [{ is: 'fate', id: 'm_9', arrived: true }])
  const states = ['sent', 'delivered', 'read', 'failed'].map((state) =>
    events.whatsappStatus('wamid.1', state, '62811', { at }),
  )
  assert.deepEqual(
    (await meant(events.whatsapp(events.whatsappEntry({ statuses: states })))).map(
      (event) => event.is === 'fate' && event.arrived,
    ),
    [true, true, false],
  )
})

test('Instagram: comments, messages, what is unsent, and where we are named', async () => {
  const from = { id: '55', username: 'rina.contoh' }
  const comment = events.instagramComment(from, '17800001', 'Trotoar rusak', { parent_id: '17800000' })
  assert.deepEqual(await saidBy(events.instagram(events.instagramEntry(late, 'comments', comment))), {
    from: { id: '55', name: 'rina.contoh' },
    reach: 'public',
    id: '17800001',
    thread: '17900000000000001',
    at: late,
    text: 'Trotoar rusak',
    quoted: [],
    media: [],
  })
  const story = { attachments: [{ type: 'story_mention', payload: { url: 'https://lookaside.example/s' } }] }
  const shown = await saidBy(direct(events.message('55', ourAccount, { at }, 'ig_1', story)))
  assert.deepEqual(shown.media, [{ ref: 'https://lookaside.example/s', kind: 'image' }])
  const unsent = events.message('55', ourAccount, { at }, 'ig_1', { is_deleted: true })
  assert.deepEqual(await meant(direct(unsent)), [{ is: 'deleted', id: 'ig_1', by: '55' }])

  const named = events.instagram(events.instagramEntry(late, 'mentions', { media_id: '1790', comment_id: '1791' }))
  graph.troubles.push(fault(500, 2))
  await assert.rejects(meant(named), /not told: Graph 500 2/)
  assert.deepEqual(await meant(named), [{ is: 'noise', reason: 'gone' }])
  graph.mentions.set('1791', {
    mentioned_comment: { text: '@lapor trotoar rusak', username: 'dewi.contoh', timestamp: '2026-11-23T02:00:00+0000' },
  })
  const mention = await saidBy(named)
  assert.deepEqual([mention.from.name, mention.id, mention.text], ['dewi.contoh', '1791', '@lapor trotoar rusak'])
  assert.deepEqual(mention.at, new Date('2026-11-23T02:00:00Z'))
})

test('WhatsApp: every kind of message', async () => {
  const said = (type: string, more: object, from: object = { from: '6281100000002' }) => {
    const message = { ...events.whatsappMessage('6281100000002', { at }, 'wamid.5', type, more), ...from }
    const contacts = [events.contact('6281199999999', 'Orang Lain'), events.contact('6281100000002', 'Rina Contoh')]
    return saidBy(events.whatsapp(events.whatsappEntry({ contacts, messages: [message] })))
  }
  const text = await said('text', { text: { body: 'Sampah menumpuk' } })
  assert.deepEqual(
    [text.from, text.at, text.text],
    [{ id: '6281100000002', name: 'Rina Contoh' }, at, 'Sampah menumpuk'],
  )
  const image = await said('image', { image: { id: '881', mime_type: 'image/jpeg', caption: 'Ini fotonya' } })
  assert.deepEqual([image.text, image.media], ['Ini fotonya', [{ ref: '881', kind: 'image' }]])
  const file = await said('document', { document: { id: '882', filename: 'surat.pdf' } })
  assert.deepEqual(file.media, [{ ref: '882', kind: 'file', name: 'surat.pdf' }])
  assert.deepEqual((await said('audio', { audio: { id: '883', voice: true } })).media, [{ ref: '883', kind: 'audio' }])
  const place = await said('location', {
    location: { latitude: -8.09, longitude: 112.16, name: 'Alun-alun', address: 'Blitar' },
  })
  assert.deepEqual(place.pin, { latitude: -8.09, longitude: 112.16, label: 'Alun-alun, Blitar' })
  const button = await said('interactive', {
    interactive: { type: 'button_reply', button_reply: { id: 'yes 12', title: 'Ya' } },
  })
  assert.deepEqual([button.pressed, button.text], ['yes 12', 'Ya'])
  const row = await said('interactive', {
    interactive: { type: 'list_reply', list_reply: { id: 'no 12', title: 'Belum' } },
  })
  assert.equal(row.pressed, 'no 12')
  assert.equal((await said('button', { button: { payload: 'open', text: 'Buka' } })).pressed, 'open')
  assert.deepEqual((await said('unsupported', { errors: [{ code: 131051 }] })).text, '')
  const hidden = await said(
    'text',
    { text: { body: 'x' } },
    { from: undefined, from_user_id: 'ID.13491208655302741918' },
  )
  assert.equal(hidden.from.id, 'ID.13491208655302741918')
  const both = await said('text', { text: { body: 'x' } }, { from_user_id: 'ID.13491208655302741918' })
  assert.equal(both.from.id, hidden.from.id, 'the same person when the number is hidden later')
  const edit = { original_message_id: 'wamid.5', message: { type: 'text', text: { body: 'Sampah di RT 3' } } }
  const changed = await said('edit', { edit }, { id: 'wamid.6' })
  assert.deepEqual([changed.id, changed.text, changed.edited], ['wamid.5', 'Sampah di RT 3', true])
  const revoked = events.whatsappMessage('62811', { at }, 'w9', 'revoke', { revoke: { original_message_id: 'w8' } })
  assert.deepEqual(await meant(events.whatsapp(events.whatsappEntry({ messages: [revoked] }))), [
    { is: 'deleted', id: 'w8', by: '62811' },
  ])
})

test('words that nobody can read are not taken for nothing', async () => {
  const [page] = messengers
  await assert.rejects(async () => page?.read({ part: 'feed', account: '1', at: 0, event: 'x' }), /nobody can read/)
  await assert.rejects(async () => page?.read({ strange: true }))
})
