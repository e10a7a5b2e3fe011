import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, beforeEach, test } from 'node:test'
import { serve } from '@hono/node-server'
import { register } from '../../../src/channel/telegram/register.ts'
import { telegram } from '../../../src/channel/telegram/telegram.ts'
import { servicesOf } from '../../../src/cli/run/services.ts'
import { telegram as command } from '../../../src/cli/telegram.ts'
import { type Env, parseEnv } from '../../../src/env.ts'
import { type Accept, accepting } from '../../../src/inbox/accept.ts'
import { unsealJson } from '../../../src/person/seal.ts'
import { testDatabase } from '../../database.ts'
import { keys, now } from '../../offices.ts'
import { siteFor } from '../../visitor.ts'
import { Telegram } from './server.ts'
import { asTelegram, began, siti, telling } from './updates.ts'

/** Telegram at our door, up to the rows of the inbox and back: over HTTP, over a real database. */

const token = `4242:${'AbCdEfGhIj'.repeat(3)}klmno`
const secret = 'a-secret-of-the-tests-only'
const { db, admin } = await testDatabase()
const bots = await new Telegram(token).open()
const { webhook, messengers } = telegram({ token, secret, apiUrl: bots.url, production: false, now: () => now })
const [bot] = messengers

let lost = 0
const accept = accepting(db.intake, keys)
const shaky: Accept = (arrived) => (lost-- > 0 ? Promise.reject(new Error('the database is away')) : accept(arrived))
const site = siteFor(db, { wake: () => {}, now: () => now, webhooks: { telegram: webhook, accept: shaky } })
const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }) as Server
if (!server.listening) await once(server, 'listening')
const door = `http://127.0.0.1:${(server.address() as AddressInfo).port}/channel/telegram/webhook`
after(async () => {
  server.closeAllConnections()
  server.close()
  await bots.close()
})

beforeEach(async () => {
  lost = 0
  await admin`truncate inbox cascade`
})
const rows = () =>
  admin<{ channel: string; account: string; sealed: Buffer }[]>`select channel, account, sealed from inbox order by id`
const meanings = async () => Promise.all((await rows()).map(({ sealed }) => bot?.read(unsealJson(keys, sealed))))
const post = async (body: string | Uint8Array, headers: Record<string, string>) =>
  (await fetch(door, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })).status
const proof = { 'x-telegram-bot-api-secret-token': secret }

assert.deepEqual(await register({ apiUrl: bots.url, token }, door, secret), {
  ok: true,
  waiting: 0,
  lastError: undefined,
})

test('a message is kept when Telegram hears 200, and means what was written', async () => {
  const says = telling().says(siti, 'Jalan Mawar / RT 3 berlubang 😢 مرحبا')
  assert.deepEqual(await bots.handIn(says), [200])
  const [row] = await rows()
  assert.deepEqual([row?.channel, row?.account], ['telegram', '4242'])
  const [meaning] = await meanings()
  assert.deepEqual(meaning, {
    is: 'said',
    said: {
      from: { id: '7001', name: 'Siti Rahmawati' },
      reach: 'private',
      id: '7001/100',
      thread: '7001',
      at: new Date(began * 1000),
      text: 'Jalan Mawar / RT 3 berlubang 😢 مرحبا',
      quoted: [],
      media: [],
    },
  })
})

test('without the secret, with another one or with a part of it nothing is read or kept', async () => {
  const body = asTelegram(telling().says(siti, 'Lampu mati'))
  for (const wrong of ['', 'x', secret.slice(0, -1), `${secret}x`, secret.toUpperCase(), `${secret}, ${secret}`]) {
    const name = 'x-telegram-bot-api-secret-token'
    assert.equal(await post(body, { [name]: wrong }), 401, wrong)
    assert.equal(await post('{ no json', { [name]: wrong }), 401, wrong)
  }
  assert.equal(await post(body, {}), 401)
  assert.equal(await post(body, { authorization: secret }), 401)
  assert.equal((await rows()).length, 0)
  for (const wrong of ['{ no json', '[]', 'null', '{}', '{"update_id":"7"}', ''])
    assert.equal(await post(wrong, proof), 400, wrong)
  assert.equal(await post(Buffer.alloc(4_000_000, ' '), proof), 413)
  assert.equal((await rows()).length, 0)
})

test('the same update a hundred times, in any order and after weeks, is one row', async () => {
  const tell = telling()
  const updates = [
    tell.says(siti, 'Satu'),
    tell.says(siti, 'Satu'),
    tell.edits(siti, 100, { text: 'Dua' }),
    tell.presses(siti, 'SELESAI'),
  ]
  const hundred = Array.from({ length: 100 }, (_, n) => updates[(n * 7) % 4] ?? updates[0])
  const answers = await Promise.all(hundred.map((update) => bots.handIn(update as (typeof updates)[0])))
  assert.ok(answers.flat().every((status) => status === 200))
  assert.equal((await rows()).length, 4)
  await admin`update inbox set received_at = received_at - interval '30 days'`
  for (const update of updates.toReversed()) await bots.handIn(update)
  assert.equal((await rows()).length, 4)
})

test('a number that Telegram gives out again after a silence is another message', async () => {
  await bots.handIn(telling(5).says(siti, 'Dulu'))
  const later = telling(5)
  later.says(siti, 'another message in between')
  await bots.handIn({ ...later.says(siti, 'Sekarang'), update_id: 5 })
  assert.equal((await rows()).length, 2)
})

test('while it cannot be kept Telegram is told to come again, and then it is there once', async () => {
  lost = 2
  assert.deepEqual(await bots.handIn(telling().says(siti, 'Pohon tumbang')), [503, 503, 200])
  assert.equal((await rows()).length, 1)
})

test('groups, channels, other bots, walks and kinds nobody asked for are taken and not kept', async () => {
  const tell = telling()
  const group = { id: -100123, type: 'supergroup', title: 'RT 03' }
  const nothing = [
    tell.says(siti, 'Halo semua', { chat: group }),
    tell.says(siti, '/lapor@lapor_bot', { chat: { ...group, type: 'group' } }),
    tell.says(siti, 'pos', { chat: { ...group, type: 'channel' } }),
    tell.says({ ...siti, id: 99 }, 'I am a bot', { from: { id: 99, is_bot: true, first_name: 'Robot' } }),
    tell.edits(siti, 100, { location: { latitude: -8.09, longitude: 112.16, live_period: 900 } }),
    tell.of({ my_chat_member: { chat: group, from: siti, date: began, new_chat_member: { status: 'member' } } }),
    ...['channel_post', 'message_reaction', 'business_message', 'guest_message', 'inline_query', 'unheard_of'].map(
      (kind) =>
        tell.of({ [kind]: { message_id: 1, date: began, chat: { id: 1, type: 'private' }, from: siti, text: 'x' } }),
    ),
  ]
  for (const update of nothing) assert.equal(await post(asTelegram(update), proof), 200, asTelegram(update))
  assert.equal((await rows()).length, 0)
})

test('what cannot be read may be words: it is kept, and reading it fails until a person looks', async () => {
  const tell = telling()
  for (const message of [
    'words',
    { chat: { id: 7001 }, text: 'Halo' },
    { ...(tell.says(siti, 'x').message as object), date: 'soon' },
  ])
    assert.deepEqual(await bots.handIn(tell.of({ message })), [200])
  const all = await rows()
  assert.equal(all.length, 3)
  for (const { sealed } of all)
    await assert.rejects(async () => bot?.read(unsealJson(keys, sealed)), {
      name: 'Unreadable',
    })
})

test('a button that is pressed is answered, once it is kept, and carries what we gave it', async () => {
  bots.asked.length = 0
  await bots.handIn(telling().presses(siti, 'SELESAI'))
  assert.deepEqual(bots.asked, [])
  bots.fails(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid')
  const [meaning] = await meanings()
  assert.ok(meaning?.is === 'said')
  assert.deepEqual(
    [meaning.said.pressed, meaning.said.text, meaning.said.thread, meaning.said.at],
    ['SELESAI', '', '7001', now],
  )
  assert.deepEqual(bots.asked, [{ method: 'answerCallbackQuery', fields: { callback_query_id: meaning.said.id } }])
})

test('the service is there when its secrets are set, and its command enters the door', async () => {
  const variables = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_SECRET: secret, TELEGRAM_API_URL: bots.url }
  const parsed = parseEnv({ ...variables, PUBLIC_URL: new URL(door).origin })
  assert.ok(parsed.ok)
  const services = (env: Env) => Object.keys(servicesOf({ env } as Parameters<typeof servicesOf>[0]))
  assert.deepEqual(services(parsed.env), ['telegram'])
  const bare = parseEnv({})
  assert.ok(bare.ok)
  assert.deepEqual(services(bare.env), [])
  const lines: string[] = []
  const run = (env: Env) => command.run({ env, say: (line: string) => void lines.push(line) } as never)
  assert.equal(await run(parsed.env), 0)
  assert.deepEqual(lines, [`Telegram hands messages in at ${door}. 0 wait there.`])
  await assert.rejects(run(bare.env), /TELEGRAM_BOT_TOKEN and TELEGRAM_SECRET are missing/)
  await assert.rejects(run({ ...parsed.env, PUBLIC_URL: 'http://lapor.example' }), (reason: Error) => {
    assert.match(reason.message, /did not take http:\/\/lapor\.example.*HTTPS URL must be provided/)
    return !reason.message.includes(token) && !reason.message.includes(secret)
  })
})

test('our door is entered again and again, with the kinds we read; what is wrong is told', async () => {
  const [first] = bots.asked.splice(0)
  assert.ok(first)
  await register({ apiUrl: bots.url, token }, door, secret)
  const fields = {
    url: door,
    secret_token: secret,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
  }
  assert.deepEqual(bots.asked[0], { method: 'setWebhook', fields })
  const wrong = await register({ apiUrl: bots.url, token }, 'http://lapor.example/x', secret)
  assert.match(wrong.ok ? '' : wrong.answer, /^400 Bad Request: bad webhook: An HTTPS URL/)
  const stranger = await register({ apiUrl: bots.url, token: `77:${'x'.repeat(35)}` }, door, secret)
  assert.deepEqual(stranger, { ok: false, answer: '401 Unauthorized' })
})
