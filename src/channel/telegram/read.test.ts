import assert from 'node:assert/strict'
import { test } from 'node:test'
import { siti, telling, type Update } from '../../../test/wire/telegram/updates.ts'
import type { Said } from '../../talk/messenger.ts'
import { meaningOf } from './read.ts'

const now = new Date('2026-11-25T03:00:00Z')
const read = (update: Update) => meaningOf(update, '4242', now)
const said = (update: Update): Said => {
  const event = read(update)
  assert.ok(event.is === 'said', JSON.stringify(event))
  return event.said
}
const tell = telling()
const sends = (fields: Record<string, unknown>) => said(tell.sends(siti, fields))

test('of a photo the largest size is meant, and what stands under it is said', () => {
  const size = (n: number) => ({ file_id: `p${n}`, file_unique_id: `u${n}`, width: n, height: n * 2, file_size: n })
  const { text, media } = sends({
    photo: [size(90), size(1280), size(320)],
    caption: 'Jembatan retak',
    media_group_id: '1',
  })
  assert.deepEqual([text, media], ['Jembatan retak', [{ ref: 'p1280', kind: 'image' }]])
  const live = { file_id: 'film', photo: [size(5), size(7)] }
  assert.deepEqual(sends({ live_photo: live }).media, [{ ref: 'p7', kind: 'image' }])
})

test('files are told apart: pictures sent as files, films, voices, and a film that comes twice', () => {
  const media = (fields: Record<string, unknown>) => sends(fields).media
  const file = (more: object) => ({ file_id: 'f', file_unique_id: 'u', ...more })
  assert.deepEqual(media({ document: file({ file_name: 'surat\u0000\u202e.pdf', mime_type: 'application/pdf' }) }), [
    { ref: 'f', kind: 'file', name: 'surat.pdf' },
  ])
  assert.deepEqual(media({ document: file({ mime_type: 'image/heic' }) }), [{ ref: 'f', kind: 'image' }])
  assert.deepEqual(media({ voice: file({ duration: 3 }) }), [{ ref: 'f', kind: 'audio' }])
  assert.deepEqual(media({ video_note: file({}) }), [{ ref: 'f', kind: 'video' }])
  assert.deepEqual(media({ animation: file({}), document: file({}) }), [{ ref: 'f', kind: 'video' }])
})

test('a place is a pin, and has the name that it was chosen by', () => {
  const location = { latitude: -8.0983, longitude: 112.1681 }
  assert.deepEqual(sends({ location }).pin, { ...location, label: '' })
  const venue = { location, title: 'Pasar Legi', address: 'Jl. Kelud' }
  assert.deepEqual(sends({ location, venue }).pin, { ...location, label: 'Pasar Legi, Jl. Kelud' })
  assert.equal(sends({ text: 'x', location: { latitude: 91, longitude: 0 } }).pin, undefined)
})

test('a command reads as its word', () => {
  const text = (words: string) => said(tell.says(siti, words)).text
  const reads = {
    '/start': 'start',
    '/start ref_77': 'start',
    '/status@lapor_bot': 'status',
    '/baru jalan rusak': 'baru jalan rusak',
  }
  for (const [written, meant] of Object.entries(reads)) assert.equal(text(written), meant)
  for (const words of ['/ tanpa perintah', 'jl. A/B', '/start jalan rusak di depan'])
    assert.equal(text(words), words.replace(/^\/start/, 'start'))
})

test('an edit is said again under the first number, with its own time', () => {
  const first = tell.says(siti, 'Jl. Mawar')
  const { message_id } = first.message as { message_id: number }
  const edit = said(tell.edits(siti, message_id, { text: 'Jl. Melati' }))
  assert.deepEqual([edit.edited, edit.id, edit.text], [true, said(first).id, 'Jl. Melati'])
  assert.ok(edit.at > said(first).at)
  assert.equal(said(first).edited, undefined)
  assert.equal(read(tell.edits(siti, message_id, { location: { latitude: 1, longitude: 1 } })).is, 'noise')
})

test('what was answered to is quoted, unless it is our own', () => {
  const reply_to_message = { message_id: 9, from: { id: 5, first_name: 'Budi' }, text: 'Lampu di sini mati sejak lama' }
  const quoted = (more: object) => sends({ text: 'sama', reply_to_message, ...more }).quoted
  assert.deepEqual(quoted({}), [{ by: 'Budi', text: reply_to_message.text }])
  assert.deepEqual(quoted({ quote: { text: 'sejak lama', position: 20 } }), [{ by: 'Budi', text: 'sejak lama' }])
  assert.deepEqual(quoted({ reply_to_message: { ...reply_to_message, from: { id: 4242, is_bot: true } } }), [])
})

test('words are found in whatever carries them', () => {
  assert.equal(sends({ contact: { phone_number: '+62811', first_name: 'Pak RT' } }).text, 'Pak RT +62811')
  assert.equal(sends({ sticker: { file_id: 's', emoji: '🙏' } }).text, '🙏')
  assert.equal(sends({ sticker: { file_id: 's' } }).text, '')
  const blocks = [
    { type: 'heading', text: 'Banjir' },
    { type: 'paragraph', text: ['Air ', { type: 'bold', text: 'setinggi' }, ' lutut'] },
    { type: 'list', items: [{ blocks: [{ type: 'paragraph', text: 'RT 1' }] }] },
  ]
  assert.equal(sends({ rich_message: { blocks } }).text, 'Banjir\nAir setinggi lutut\nRT 1')
})

test('broken letters, controls and fields of a wrong kind leave the rest as it is', () => {
  const { text, from, media } = sends({
    text: 'Air\u0000 mati \ud83d\u202e di sini',
    photo: 'none',
    document: 7,
    location: [],
    reply_to_message: 'x',
    contact: null,
  })
  assert.deepEqual([text, from.name, media], ['Air mati \ufffd di sini', 'Siti Rahmawati', []])
  const nameless = { id: 8, first_name: '\u200b\u0000', username: 'warga8' }
  assert.equal(said(tell.says(nameless, 'Halo')).from.name, 'warga8')
})

test('a person who blocks the bot closes the talk, and opens it again', () => {
  const fate = { is: 'fate', of: 'person', id: '7001' }
  assert.deepEqual(read(tell.becomes(siti, 'kicked')), { ...fate, arrived: false })
  assert.deepEqual(read(tell.becomes(siti, 'member')), { ...fate, arrived: true })
})

test('groups, bots, channels, services and strange buttons are noise', () => {
  const group = { id: -1, type: 'group' }
  const press = tell.presses(siti, 'SELESAI')
  const query = press.callback_query as object
  const noise = [
    tell.says(siti, 'x', { chat: group }),
    tell.says(siti, 'x', { from: { id: 5, is_bot: true, first_name: 'Bot' } }),
    tell.says(siti, 'x', { from: undefined }),
    tell.says(siti, 'x', { sender_chat: { id: -5, type: 'channel' } }),
    tell.sends(siti, { pinned_message: { message_id: 3 } }),
    tell.sends(siti, { message_auto_delete_timer_changed: {} }),
    { ...press, callback_query: { ...query, data: undefined } },
    { ...press, callback_query: { ...query, message: undefined, inline_message_id: 'i' } },
    { ...press, callback_query: { ...query, message: { chat: group } } },
    { ...press, callback_query: 'pressed' },
  ]
  for (const update of noise) assert.equal(read(update).is, 'noise', JSON.stringify(update))
})
