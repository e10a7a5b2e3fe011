import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  account,
  activity,
  bytesOf,
  clientSecret,
  consumerSecret,
  newer,
  older,
  signed,
} from '../../../test/wire/x/deliver.ts'
import { person, send, us, world, write } from '../../../test/wire/x/world.ts'
import { openerOf } from './opened.ts'
import { challengeOf } from './signed.ts'

/** What X hands in: whether it is X, and what of it is kept. */

const state = world(() => new Date('2026-11-24T03:00:00Z'))
person(state, '11', 'Warga', 'warga')
const post = write(state, '11', '@lapor Jalan di Sananwetan rusak 🕳️ / طريق')
const secrets = { client: clientSecret, consumer: consumerSecret }
const open = openerOf(us, secrets)
const opened = (body: object | Uint8Array, headers?: Record<string, string>, by = open) => {
  const bytes = body instanceof Uint8Array ? body : bytesOf(body)
  const given: Record<string, string> = headers ?? newer(bytes)
  const found = by(bytes, (name) => given[name])
  return typeof found === 'string' ? found : found.map(({ message }) => (message as { event: object }).event)
}
const said = account.posts(state, post)
const bytes = bytesOf(said)

test('H02: what is not signed by X is not read: missing, wrong, cut, in other letters, of another app or another way', () => {
  const right = signed(clientSecret, bytes)
  const name = 'x-twitter-webhooks-signature-oauth2'
  const hex = `sha256=${Buffer.from(right.slice(7), 'base64').toString('hex')}`
  const wrong: Record<string, string>[] = [
    {},
    { [name]: '' },
    { [name]: signed('another secret of ours', bytes) },
    { [name]: signed(consumerSecret, bytes) },
    { [name]: right.slice(0, -2) },
    { [name]: right.toUpperCase() },
    { [name]: right.slice(7) },
    { [name]: hex },
    { [name]: `${right}, ${right}` },
    { 'x-hub-signature-256': right },
    { 'x-twitter-webhooks-signature': signed(clientSecret, bytes) },
  ]
  for (const headers of wrong) assert.equal(opened(bytes, headers), 'unsigned', JSON.stringify(headers))
  assert.equal(opened(Buffer.concat([bytes, Buffer.from(' ')]), newer(bytes)), 'unsigned')
})

test('H09: the newer signature decides; a right older one beside a wrong newer one is refused', () => {
  assert.deepEqual(opened(bytes, newer(bytes)), [{ kind: 'post', id: post.id }])
  assert.deepEqual(opened(bytes, older(bytes)), [{ kind: 'post', id: post.id }])
  assert.deepEqual(opened(bytes, { ...older(bytes), ...newer(bytes) }), [{ kind: 'post', id: post.id }])
  const downgrade = { ...older(bytes), 'x-twitter-webhooks-signature-oauth2': signed(consumerSecret, bytes) }
  assert.equal(opened(bytes, downgrade), 'unsigned')
  assert.equal(opened(bytes, { ...older(bytes), 'x-twitter-webhooks-signature-oauth2': '' }), 'unsigned')
  assert.equal(opened(bytes, newer(bytes), openerOf(us, { consumer: consumerSecret })), 'unsigned')
  assert.equal(opened(bytes, { ...newer(bytes), ...older(bytes) }, openerOf(us, {})), 'unsigned')
})

test('H03: the signature is over the bytes: escapes, emoji, Arabic, other spaces', () => {
  const plain = Buffer.from(JSON.stringify(said, null, 2))
  assert.ok(bytes.includes('\\u0637') && bytes.includes('\\/') && !plain.includes('\\u0637'))
  for (const body of [bytes, plain]) assert.deepEqual(opened(body), [{ kind: 'post', id: post.id }])
  assert.equal(opened(plain, newer(bytes)), 'unsigned')
})

test('H04: three megabytes that are no JSON are refused by their signature first, and else are malformed', () => {
  const junk = Buffer.alloc(3_000_000, '{')
  assert.equal(opened(junk, { 'x-twitter-webhooks-signature-oauth2': 'sha256=' }), 'unsigned')
  for (const body of [junk, '[]', '"a"', '7', 'null', '']) assert.equal(opened(Buffer.from(body)), 'malformed')
})

test('events are told apart in both of the forms, likes and receipts left out, and numbers stay exact', () => {
  const message = send(state, '11', us, 'Halo')
  const id = post.id
  assert.deepEqual(opened(activity.mention(state, post)), [{ kind: 'post', id }])
  for (const type of ['post.reply.create', 'post.quote.create', 'post.create'])
    assert.deepEqual(opened(activity.mention(state, post, type)), [{ kind: 'post', id }])
  assert.deepEqual(opened(account.messages(state, message)), [{ kind: 'message', id: message.id }])
  assert.deepEqual(opened(activity.message(state, message)), [{ kind: 'message', id: message.id }])
  assert.deepEqual(opened(account.deleted(state, post)), [{ kind: 'deleted', id, by: '11' }])
  assert.deepEqual(opened(activity.deleted(state, post)), [{ kind: 'deleted', id, by: '11' }])
  assert.deepEqual(opened(activity.chat(state, 'e4f4')), [{ kind: 'chat', id: 'e4f4' }])
  assert.deepEqual(opened(account.revoked(state)), [{ kind: 'revoked', id: '2026-11-24T03:00:00+00:00' }])
  for (const nothing of [account.liked(state, post), account.read(state), activity.profile(state), {}, { data: 7 }])
    assert.deepEqual(opened(nothing), [])
})

test('H07: our own posts and messages, and reposts of anybody, are not kept', () => {
  const own = write(state, us, 'Terima kasih')
  const repost = write(state, '11', 'RT @lapor', { references: [{ type: 'retweeted', id: own.id }] })
  const mine = send(state, us, '11', 'Halo juga')
  assert.deepEqual(opened(account.posts(state, own, repost)), [])
  assert.deepEqual(opened(account.messages(state, mine)), [])
  assert.deepEqual(opened(account.deleted(state, own)), [])
  for (const one of [own, repost]) assert.deepEqual(opened(activity.mention(state, one)), [])
})

test('of a batch the readable events are kept, each once, whatever stands beside them', () => {
  const strange = [
    7,
    null,
    [],
    { id: 12 },
    { id_str: 'x' },
    { id_str: '1'.repeat(30) },
    { id_str: post.id, user: 'me' },
  ]
  const batch = { ...said, tweet_create_events: [...strange, ...said.tweet_create_events], direct_message_events: {} }
  assert.deepEqual(opened(batch), [{ kind: 'post', id: post.id }])
  assert.deepEqual(opened({ data: { event_type: 'dm.received', payload: { direct_message_events: 'a' } } }), [])
})

test('H08: X is answered with what only we can know, and nobody has a delivery signed by asking', () => {
  let now = new Date('2026-11-24T03:00:00Z')
  const ask = (token: string | undefined, by = secrets as object) => challengeOf(by, () => now)(() => token)
  const answer = (secret: string, token: string) => JSON.stringify({ response_token: signed(secret, token) })
  const json = 'application/json'
  assert.deepEqual(ask('Abc_-=.9'), { status: 200, body: answer(clientSecret, 'Abc_-=.9'), type: json })
  const old = ask('abc', { consumer: consumerSecret })
  assert.deepEqual(old, { status: 200, body: answer(consumerSecret, 'abc'), type: json })
  assert.equal(ask('abc', {}), undefined)
  const forged = [
    bytes.toString(),
    '{"tweet_create_events":[]}',
    '[]',
    '',
    undefined,
    'a'.repeat(129),
    'a b',
    'a"',
    'a\n',
  ]
  for (const token of forged) assert.deepEqual(ask(token), { status: 400, body: '', type: 'text/plain' })
  // What can be had signed is no delivery.
  for (const token of ['7', 'null', 'true']) assert.equal(opened(Buffer.from(token)), 'malformed')
  const challenge = challengeOf(secrets, () => now)
  const statuses = Array.from({ length: 601 }, () => challenge(() => 'abc')?.status)
  assert.deepEqual([statuses[599], statuses[600]], [200, 403])
  now = new Date('2026-11-24T03:01:00Z')
  assert.equal(challenge(() => 'abc')?.status, 200)
})
