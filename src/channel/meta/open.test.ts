import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as events from '../../../test/wire/graph/events.ts'
import { signatureOf } from '../../../test/wire/graph/signed.ts'
import { openDelivery } from './open.ts'

const secret = 'rahasia-aplikasi-uji'
const open = openDelivery(secret)
const opened = (value: unknown) => {
  const body = JSON.stringify(value)
  return open(Buffer.from(body), () => signatureOf(secret, body))
}
const rows = (value: unknown) => {
  const all = opened(value)
  assert.ok(typeof all !== 'string', String(all))
  return all
}
const at = new Date('2026-11-23T03:00:00Z')
const { page: ourPage, instagram: ourAccount } = events.ours
const rina = '24000000000000002'
const print = (value: unknown) => rows(value).map(({ fingerprint }) => Buffer.from(fingerprint).toString())

test('each event of a batch is a row of its own, under the account that it came to', () => {
  const comment = (n: number) =>
    events.pageComment({ id: rina, name: 'Rina Contoh' }, { at }, `900_${n}`, `Air mati ${n}`)
  const all = rows([
    events.page(
      events.feedEntry(at, comment(1), comment(2)),
      events.messagingEntry(ourPage, at, events.message(rina, ourPage, { at }, 'm_1', { text: 'Halo' })),
    ),
    events.instagram(
      events.instagramEntry(at, 'comments', events.instagramComment({ id: '1', username: 'r' }, '178', 'x')),
    ),
    events.whatsapp(
      events.whatsappEntry({
        messages: [events.whatsappMessage('62811', { at }, 'wamid.1', 'text', { text: { body: 'x' } })],
        statuses: [events.whatsappStatus('wamid.9', 'delivered', '62811', { at })],
      }),
    ),
  ])
  assert.deepEqual(all.map(({ channel, account, providerId }) => [channel, account, providerId]).toSorted(), [
    ['facebook', ourPage, '900_1'],
    ['facebook', ourPage, '900_2'],
    ['facebook', ourPage, 'm_1'],
    ['instagram', ourAccount, '178'],
    ['whatsapp', events.number, 'wamid.1'],
    ['whatsapp', events.number, 'wamid.9'],
  ])
})

test('a comment is the same when it comes again, and another when its words have changed or it is taken back', () => {
  const by = { id: rina, name: 'Rina Contoh' }
  const first = events.pageComment(by, { at }, '900_1', 'Air mati')
  const edited = { ...first, verb: 'edited', message: 'Air mati di RT 3' }
  const later = new Date(at.getTime() + 36 * 3_600_000)
  const prints = [
    first,
    edited,
    { ...edited, message: 'Air mati di RT 4' },
    { ...first, verb: 'remove', message: undefined },
  ].flatMap((value) => print(events.page(events.feedEntry(at, value))))
  assert.equal(new Set(prints).size, 4)
  assert.deepEqual(print(events.page(events.feedEntry(later, first))), [prints[0]])
  const retold = { ...first, post: { status_type: 'added_photos', promotion_status: 'active' } }
  assert.deepEqual(print(events.page(events.feedEntry(at, retold))), [prints[0]], 'what Meta says beside it may change')
  const picture = (oh: string) => {
    const attachments = [{ type: 'image', payload: { url: `https://scontent.example/1.jpg?oh=${oh}` } }]
    return print(
      events.page(events.messagingEntry(ourPage, at, events.message(rina, ourPage, { at }, 'm_1', { attachments }))),
    )
  }
  assert.deepEqual(picture('a1'), picture('b2'), 'an address is signed anew at each delivery')
  const post = { ...first, item: 'post', post_id: `${ourPage}_5`, comment_id: undefined, parent_id: undefined }
  const photo = { ...post, item: 'photo', message: undefined, photo: 'https://scontent.example/1.jpg' }
  assert.equal(new Set([post, photo].flatMap((value) => print(events.page(events.feedEntry(at, value))))).size, 2)
})

test('what is certainly nobody’s words to us is left out, and nothing else is', () => {
  const us = { id: ourPage, name: 'Lapor' }
  const by = { id: rina, name: 'Rina Contoh' }
  const comment = events.pageComment(by, { at }, '900_1', 'Air mati')
  const feed = (value: object) => rows(events.page(events.feedEntry(at, value))).length
  assert.equal(feed(comment), 1)
  assert.equal(feed(events.pageComment(us, { at }, '900_2', 'Kami terima')), 0, 'our own')
  assert.equal(feed({ ...comment, verb: 'hide' }), 0)
  assert.equal(feed({ ...comment, item: 'like', verb: 'add', message: undefined }), 0)
  assert.equal(feed({ ...comment, item: 'reaction', verb: 'remove' }), 0)
  assert.equal(feed({ ...comment, item: 'something new' }), 1, 'words of a kind that we do not know')
  assert.equal(feed({ ...comment, from: undefined }), 1, 'whose author is kept from us')

  const said = (event: object, account = ourPage) => rows(events.page(events.messagingEntry(account, at, event))).length
  assert.equal(said(events.message(rina, ourPage, { at }, 'm_1', { text: 'Halo' })), 1)
  assert.equal(said(events.echo(rina, { at }, 'm_2', 'Terima kasih')), 0)
  assert.equal(said(events.message(rina, ourPage, { at }, 'm_2', { text: 'Terima kasih', is_echo: true })), 0)
  assert.equal(said(events.other(rina, ourPage, { at }, { read: { watermark: at.getTime() } })), 0)
  assert.equal(said(events.other(rina, ourPage, { at }, { reaction: { action: 'react', emoji: '❤', mid: 'm_1' } })), 0)
  assert.equal(said(events.other(rina, ourPage, { at }, { delivery: { mids: ['m_1', 'm_2'], watermark: 1 } })), 2)
  const standby = { id: ourPage, time: 1, standby: [events.message(rina, ourPage, { at }, 'm_3', { text: 'Halo' })] }
  assert.equal(rows(events.page(standby)).length, 1)

  const chat = (value: object) => rows(events.whatsapp(events.whatsappEntry(value))).length
  const reaction = events.whatsappMessage('62811', { at }, 'w1', 'reaction', {
    reaction: { message_id: 'w', emoji: '👍' },
  })
  const poll = events.whatsappMessage('62811', { at }, 'w2', 'unsupported', { errors: [{ code: 131051 }] })
  assert.equal(chat({ messages: [reaction] }), 0)
  assert.equal(chat({ messages: [poll] }), 1)
  const states = ['sent', 'delivered', 'read', 'failed'].map((state) =>
    events.whatsappStatus('w3', state, '62811', { at }),
  )
  assert.equal(chat({ statuses: states }), 3)
  assert.equal(chat({ errors: [{ code: 130429 }] }), 0)
})

test('on Instagram our own comments are known by either of our numbers', () => {
  const of = (from: object) =>
    rows(
      events.instagram(
        events.instagramEntry(at, 'comments', {
          ...events.instagramComment({ id: '', username: 'lapor' }, '1', 'x'),
          from,
        }),
      ),
    ).length
  assert.equal(of({ id: ourAccount, username: 'lapor' }), 0)
  assert.equal(of({ id: '77', self_ig_scoped_id: '77', username: 'lapor' }), 0)
  assert.equal(of({ id: '78', self_ig_scoped_id: '77', username: 'rina' }), 1)
  const bare = {
    id: ourAccount,
    time: 1,
    field: 'comments',
    value: events.instagramComment({ id: '5', username: 'r' }, '9', 'x'),
  }
  assert.equal(rows(events.instagram(bare)).length, 1, 'without a list around it, as by its own sign-in')
})

test('what is half broken gives what can be read, and an account is never more than a number', () => {
  const good = events.message(rina, ourPage, { at }, 'm_1', { text: 'Halo' })
  assert.equal(rows(events.page({ ...events.messagingEntry(ourPage, at, good), changes: 'none' })).length, 1)
  assert.equal(
    rows({ object: 'page', entry: [5, events.messagingEntry(ourPage, at, good), { id: 'a\u0000b' }] }).length,
    1,
  )
  assert.equal(opened({ object: 'page', entry: [{ id: 'a\u0000b', messaging: [good] }] }), 'malformed')
  const nameless = { ...good, message: { text: 'Tanpa nomor' } }
  const [one, two] = [nameless, { ...nameless, message: { text: 'Lain' } }].map((event) =>
    print(events.page(events.messagingEntry(ourPage, at, event))),
  )
  assert.equal(one?.length, 1)
  assert.notDeepEqual(one, two)
})

test('nothing that is signed makes it fail', () => {
  const value = fc.jsonValue({ maxDepth: 3 })
  const keys = [
    'sender',
    'message',
    'mid',
    'text',
    'timestamp',
    'postback',
    'delivery',
    'mids',
    'item',
    'verb',
    'comment_id',
    'messages',
    'statuses',
    'id',
    'status',
    'from',
  ]
  const event = fc.dictionary(
    fc.constantFrom(...keys),
    fc.oneof(value, fc.constantFrom('comment', 'add', 'read'), fc.array(value)),
  )
  const entry = fc.record({
    id: fc.oneof(fc.constantFrom(ourPage, 5), value),
    time: value,
    messaging: fc.oneof(fc.array(event), value),
    changes: fc.oneof(
      fc.array(fc.record({ field: fc.constantFrom('feed', 'comments', 'mentions', 'messages'), value: event })),
      value,
    ),
  })
  const object = fc.constantFrom('page', 'instagram', 'whatsapp_business_account', '__proto__', 'constructor')
  fc.assert(
    fc.property(object, fc.array(entry), (name, entries) => {
      const all = opened({ object: name, entry: entries })
      if (typeof all !== 'string') for (const row of all) assert.match(row.account, /^\w{1,64}$/)
    }),
    { numRuns: 300 },
  )
})
