import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { serve } from '@hono/node-server'
import { openDelivery } from '../../src/channel/meta/open.ts'
import { challengeOf } from '../../src/channel/meta/signed.ts'
import { type Db, database } from '../../src/db/database.ts'
import { accepting } from '../../src/inbox/accept.ts'
import { unsealJson } from '../../src/person/seal.ts'
import { testDatabase } from '../database.ts'
import { keys } from '../offices.ts'
import { siteFor, siteUrl } from '../visitor.ts'
import * as events from './graph/events.ts'
import { brought, delivery, signatureOf } from './graph/signed.ts'

/** The real door of Meta: what it answers, and what lies in the inbox afterwards. */

const { db, admin, ownerUrl, appUrl } = await testDatabase()
const appSecret = 'rahasia-aplikasi-uji'
const verifyToken = 'kata-pengenal-untuk-uji'
const webhook = { open: openDelivery(appSecret), challenge: challengeOf(verifyToken) }
const monday = new Date('2026-11-23T03:00:00Z')

function doorOf(of: Db, now = monday) {
  let woken = 0
  const webhooks = { meta: webhook, accept: accepting(of.intake, keys) }
  const site = siteFor(of, { webhooks, now: () => now, wake: () => woken++ })
  const path = `${siteUrl}/channel/meta/webhook`
  const post = async (body: string, headers: Record<string, string> | Headers) =>
    (await site.request(path, { method: 'POST', body, headers })).status
  const bring = (value: unknown) => {
    const { body, headers } = delivery(appSecret, value)
    return post(body, headers)
  }
  return { get: (query: string) => site.request(`${path}?${query}`), post, bring, woken: () => woken }
}
const door = doorOf(db)
const rows = async () => (await admin<{ n: number }[]>`select count(*)::int as n from inbox`)[0]?.n ?? 0

const siti = { id: '24000000000000001', name: 'Siti Contoh' }
const at = monday
const comment = (n: number, text = `Jalan Kenari berlubang ${n}`) => events.pageComment(siti, { at }, `900_${n}`, text)
const words = (n: number, text = `Lampu mati ${n}`) =>
  events.message(siti.id, events.ours.page, { at }, `m_${n}`, { text })
const text = (n: number) =>
  events.whatsappMessage('6281100000001', { at }, `wamid.A${n}`, 'text', { text: { body: `Sampah ${n}` } })
const chat = (...messages: object[]) =>
  events.whatsapp(events.whatsappEntry({ contacts: [events.contact('6281100000001', 'Budi Contoh')], messages }))

test('Meta is shown that the door is ours, also while the database is away; nobody else is told anything (H01)', async () => {
  const away = database({ url: 'postgres://nobody:nothing@127.0.0.1:1/away', max: 2 })
  const { get } = doorOf(away)
  const ask = async (mode: string, token: string, challenge: string) => {
    const query = new URLSearchParams({ 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge })
    const answer = await get(query.toString())
    return [answer.status, await answer.text(), answer.headers.get('content-type')] as const
  }
  const [status, body, type] = await ask('subscribe', verifyToken, '1158201444')
  assert.deepEqual([status, body], [200, '1158201444'])
  assert.match(type ?? '', /^text\/plain/)
  for (const challenge of ['<script>alert(1)</script>', '', '12 ', '1'.repeat(21), '١٢٣', '1\n'])
    assert.deepEqual((await ask('subscribe', verifyToken, challenge)).slice(0, 2), [400, ''], challenge)
  for (const [mode, token] of [
    ['subscribe', 'salah'],
    ['subscribe', ''],
    ['subscribe', `${verifyToken} `],
    ['unsubscribe', verifyToken],
    ['', verifyToken],
  ] as const)
    assert.deepEqual((await ask(mode, token, '1')).slice(0, 2), [403, ''], `${mode} ${token}`)
  assert.equal((await get('')).status, 403)
  await away.end()
})

test('what was not signed by our app leaves nothing behind (H02)', async () => {
  const before = await rows()
  const { body, headers } = delivery(appSecret, events.page(events.feedEntry(at, comment(1))))
  const good = headers['x-hub-signature-256'] ?? ''
  const of = (signature: string) => door.post(body, { 'x-hub-signature-256': signature })
  const sha1 = createHmac('sha1', appSecret).update(body).digest('hex')
  assert.equal(await door.post(body, {}), 401, 'missing')
  assert.equal(await door.post(body, { 'x-hub-signature': `sha1=${sha1}` }), 401, 'the old one alone')
  assert.equal(await of(`sha256=${sha1}`), 401, 'the old one in the new clothes')
  assert.equal(await of(good.replace('sha256=', 'sha1=')), 401)
  assert.equal(await of(good.toUpperCase()), 401)
  assert.equal(await of(`sha256=${good.slice(7).toUpperCase()}`), 401, 'capitals')
  assert.equal(await of(good.slice(0, -2)), 401, 'shortened')
  assert.equal(await of(`${good}00`), 401, 'longer')
  assert.equal(await of('sha256='), 401, 'empty')
  assert.equal(await of(signatureOf('rahasia-lain', body)), 401, 'of another app')
  const two = new Headers({ 'x-hub-signature-256': good })
  two.append('x-hub-signature-256', good)
  assert.equal(await door.post(body, two), 401, 'two of them')
  assert.equal(await door.post(`${body} `, { 'x-hub-signature-256': good }), 401, 'of other bytes')
  assert.equal(await rows(), before)
  assert.equal(await of(good), 200)
  assert.equal(await rows(), before + 1)
})

test('the very bytes are what is signed, however Meta spells letters (H03)', async () => {
  const before = await rows()
  const said = 'Jalan rusak di RT 3/4 ä 😀 الطريق <b>"\\'
  assert.equal(await door.bring(events.page(events.messagingEntry(events.ours.page, at, words(3, said)))), 200)
  const [row] = await admin<{ sealed: Buffer }[]>`select sealed from inbox order by id desc limit 1`
  const { event } = unsealJson(keys, row?.sealed ?? Buffer.of()) as { event: { message: { text: string } } }
  assert.equal(event.message.text, said)
  const spaced = `{ "entry" :\n[${JSON.stringify(events.feedEntry(at, comment(3, said)))}] , "object":"page" }`
  assert.equal(await door.post(spaced, { 'x-hub-signature-256': signatureOf(appSecret, spaced) }), 200)
  const other = spaced.replaceAll('ä', '\\u00e4')
  assert.equal(await door.post(other, { 'x-hub-signature-256': signatureOf(appSecret, spaced) }), 401)
  assert.equal(await door.post(other, { 'x-hub-signature-256': signatureOf(appSecret, other) }), 200)
  assert.equal(await rows(), before + 2, 'and otherwise spelled it is the same comment')
})

test('what is large is refused before it is read, and what is not signed before anybody understands it (H04)', async () => {
  const before = await rows()
  const heap = '['.repeat(2_999_999)
  assert.equal(await door.post(heap, { 'x-hub-signature-256': signatureOf('lain', heap) }), 401)
  assert.equal(await door.post(heap, { 'x-hub-signature-256': signatureOf(appSecret, heap) }), 400)
  const larger = 'x'.repeat(4_000_000)
  assert.equal(await door.post(larger, { 'x-hub-signature-256': signatureOf(appSecret, larger) }), 413)
  for (const strange of [
    '',
    'null',
    '[]',
    '5',
    '{}',
    '{"object":"page"}',
    '{"object":"page","entry":5}',
    '{"object":"page","entry":[5]}',
  ])
    assert.equal(await door.post(strange, { 'x-hub-signature-256': signatureOf(appSecret, strange) }), 400, strange)
  for (const unknown of ['{"object":"user","entry":[{"id":"1","changes":[]}]}', '{"object":"page","entry":[]}'])
    assert.equal(await door.post(unknown, { 'x-hub-signature-256': signatureOf(appSecret, unknown) }), 200, unknown)
  assert.equal(await rows(), before)
})

test('the same events a hundred times, in batches, in any order, at two doors and a month later are kept once (H05, H15)', async () => {
  const before = await rows()
  const some = [11, 12, 13]
  const values = [
    ...some.map((n) => events.page(events.feedEntry(at, comment(n)))),
    ...some.map((n) => events.page(events.messagingEntry(events.ours.page, at, words(n)))),
    ...some.map((n) => chat(text(n))),
  ]
  const batches = [
    events.page(
      events.feedEntry(new Date(at.getTime() + 60_000), ...some.map((n) => comment(n)).reverse()),
      events.messagingEntry(events.ours.page, new Date(at.getTime() + 90_000), ...some.map((n) => words(n))),
    ),
    chat(...some.map(text).reverse()),
  ]
  const second = database({ url: ownerUrl, appUrl, max: 4 })
  const doors = [door, doorOf(second), doorOf(db, new Date(at.getTime() + 7 * 86_400_000))]
  const all = Array.from({ length: 100 }, (_, n) =>
    [...values, ...batches].at((n * 7) % (values.length + batches.length)),
  )
  const answers = await Promise.all(all.map((value, n) => doors[n % doors.length]?.bring(value)))
  assert.deepEqual([...new Set(answers)], [200])
  assert.equal(await rows(), before + 9)
  const monthLater = doorOf(second, new Date(at.getTime() + 30 * 86_400_000))
  for (const value of [...values, ...batches]) assert.equal(await monthLater.bring(value), 200)
  assert.equal(await rows(), before + 9)
  await second.end()
})

test('a delivery of a thousand messages is kept whole', async () => {
  const before = await rows()
  const many = Array.from({ length: 1000 }, (_, n) => text(5000 + n))
  assert.equal(await door.bring(chat(...many)), 200)
  assert.equal(await rows(), before + 1000)
})

test('200 is never said before it is kept; what was refused is kept at the next try, once (H06)', async () => {
  const before = await rows()
  const value = events.page(events.feedEntry(at, comment(21), comment(22)))
  await admin`revoke execute on function accept_messages from lapor_intake`
  assert.equal(await door.bring(value), 503)
  assert.equal(await rows(), before)
  await admin`grant execute on function accept_messages to lapor_intake`
  const away = database({ url: 'postgres://nobody:nothing@127.0.0.1:1/away', max: 2 })
  assert.equal(await doorOf(away).bring(value), 503)
  await away.end()
  assert.equal(await door.bring(value), 200)
  assert.equal(await door.bring(value), 200)
  assert.equal(await rows(), before + 2)
})

test('echoes, our own comments and likes never come in (H07)', async () => {
  const before = await rows()
  const us = { id: events.ours.page, name: 'Lapor' }
  const like = { ...comment(31), item: 'reaction', reaction_type: 'angry', message: undefined }
  assert.equal(
    await door.bring(
      events.page(
        events.messagingEntry(events.ours.page, at, events.echo(siti.id, { at }, 'm_31', 'Terima kasih')),
        events.feedEntry(at, events.pageComment(us, { at }, '900_31', 'Terima kasih, laporan kami terima'), like),
      ),
    ),
    200,
  )
  const own = events.instagramComment({ id: events.ours.instagram, username: 'lapor' }, '178001', 'Terima kasih')
  assert.equal(await door.bring(events.instagram(events.instagramEntry(at, 'comments', own))), 200)
  assert.equal(await rows(), before)
})

test('over the wire: two signatures are none, and Meta comes again until it hears 200 (H02, H06)', async (t) => {
  const before = await rows()
  const accept = accepting(db.intake, keys)
  let refusals = 2
  const moody: typeof accept = async (one) => {
    if (refusals-- > 0) throw new Error('the disk is full')
    return accept(one)
  }
  const site = siteFor(db, { webhooks: { meta: webhook, accept: moody }, now: () => monday, wake: () => {} })
  const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' })
  t.after(() => server.close())
  if (!server.listening) await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/channel/meta/webhook`
  const value = delivery(appSecret, events.page(events.messagingEntry(events.ours.page, at, words(41))))
  const good = value.headers['x-hub-signature-256'] ?? ''
  const twice = request(address, {
    method: 'POST',
    headers: ['Host', 'lapor.example', 'X-Hub-Signature-256', good, 'X-Hub-Signature-256', good],
  })
  twice.end(value.body)
  const [answer] = await once(twice, 'response')
  assert.equal(answer.resume().statusCode, 401)
  assert.equal(refusals, 2, 'nobody was asked to keep it')
  assert.equal(await brought(address, value), 3)
  assert.equal(await rows(), before + 1)
})
