import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { Telegram } from '../../../test/wire/telegram/server.ts'
import type { Medium, Out } from '../../talk/messenger.ts'
import { telegram } from './telegram.ts'

/** What leaves for Telegram and what is fetched from it, at a stand-in that speaks as its documents say. */

const token = `4242:${'x'.repeat(35)}`
const bots = await new Telegram(token).open()
after(() => bots.close())
const at = (apiUrl: string, more: { token?: string; production?: boolean } = {}) => {
  const settings = { token, secret: 'of the tests', apiUrl, production: false, now: () => new Date(0), ...more }
  const [bot] = telegram(settings).messengers
  assert.ok(bot)
  return bot
}
const bot = at(bots.url)
const out = (more: Partial<Out> = {}): Out => ({
  id: 'n1',
  way: 'private',
  to: '7001',
  text: 'Laporan Anda diterima.',
  buttons: [],
  heardAt: null,
  language: 'id',
  ...more,
})
beforeEach(() => {
  bots.asked.length = 0
  bots.sent.length = 0
  bots.downloads.length = 0
})

test('a message leaves as it is written, with its buttons, and has the number that Telegram gave it', async () => {
  const text = 'Sudah *beres*? <b>_[x](http://x)_ &amp; 5 < 6'
  const told = await bot.send(
    out({
      text,
      buttons: [
        { carries: 'SELESAI', title: 'Sudah' },
        { carries: 'BELUM', title: 'Belum' },
      ],
    }),
  )
  assert.deepEqual(told, { ok: true, id: '7001/5001' })
  const rows = [[{ text: 'Sudah', callback_data: 'SELESAI' }], [{ text: 'Belum', callback_data: 'BELUM' }]]
  const link_preview_options = { is_disabled: true }
  assert.deepEqual(bots.sent, [{ chat_id: 7001, text, link_preview_options, reply_markup: { inline_keyboard: rows } }])
})

test('a button that carries too much is left out, since its words can be typed; the message leaves', async () => {
  const buttons = [
    { carries: 'é'.repeat(33), title: 'Terlalu panjang' },
    { carries: 'é'.repeat(32), title: 'Pas' },
  ]
  assert.equal((await bot.send(out({ buttons }))).ok, true)
  assert.deepEqual(
    bots.sent[0]?.reply_markup?.inline_keyboard.flat().map((button) => button.text),
    ['Pas'],
  )
  assert.equal((await bot.send(out({ buttons: buttons.slice(0, 1) }))).ok, true)
  assert.equal(bots.sent[1]?.reply_markup, undefined)
})

test('4096 units of UTF-16 are a message, one more is none, and an emoji is two', async () => {
  assert.equal(bot.longest.private, 4096)
  const full = '😢'.repeat(2048)
  assert.equal(bot.lengthOf(full), 4096)
  assert.equal((await bot.send(out({ text: full }))).ok, true)
  assert.deepEqual(await bot.send(out({ text: `${full}.` })), { ok: false, reason: 'refused', answer: 'Telegram 400' })
})

test('what will never be taken is refused; what is ours to mend or a matter of time waits', async () => {
  bots.blocked.add(7002)
  const told = async (to: string) => bot.send(out({ to }))
  assert.deepEqual(await told('7002'), { ok: false, reason: 'refused', answer: 'Telegram 403' })
  assert.deepEqual(await told('12'), { ok: false, reason: 'refused', answer: 'Telegram 400' })
  bots.slowDown(17)
  assert.deepEqual(await told('7001'), { ok: false, reason: 'later', answer: 'Telegram 429, in 17 s' })
  for (const status of [500, 502, 409]) {
    bots.fails(status, 'Internal Server Error')
    assert.deepEqual(await told('7001'), { ok: false, reason: 'later', answer: `Telegram ${status}` })
  }
  const strange = at(bots.url, { token: `77:${'y'.repeat(35)}` })
  assert.deepEqual(await strange.send(out()), { ok: false, reason: 'later', answer: 'Telegram 401' })
  assert.deepEqual(await at(bots.url, { token: '77:short' }).send(out()), {
    ok: false,
    reason: 'later',
    answer: 'Telegram 404',
  })
  assert.deepEqual(await at('http://127.0.0.1:1').send(out()), {
    ok: false,
    reason: 'later',
    answer: 'Telegram: no answer',
  })
  assert.deepEqual(bots.sent, [])
})

test('only people are written to, and nothing is asked for another way or place', async () => {
  for (const more of [
    { way: 'public' },
    { way: 'invited' },
    { to: '-100123' },
    { to: '@kanal' },
    { to: '' },
    { to: '1e999' },
  ] as const)
    assert.equal((await bot.send(out(more))).ok, false)
  assert.deepEqual(bots.asked, [])
  assert.equal(await bot.hide('7001/1'), false)
})

const medium = (ref: string): Medium => ({ ref, kind: 'image' })
const keep = (ref: string, path: string, size: number, says?: number) =>
  bots.files.set(ref, { path, bytes: Buffer.alloc(size, ref), ...(says === undefined ? {} : { says }) })

test('a file is fetched from where Telegram says that it lies', async () => {
  keep('small', 'photos/file_1.jpg', 1000)
  assert.deepEqual(await bot.fetch(medium('small')), bots.files.get('small')?.bytes)
  keep('full', 'documents/file_2.pdf', 10_000_000)
  assert.equal((await bot.fetch(medium('full')))?.length, 10_000_000)
})

test('more than ten megabytes are not kept, whatever was said of their size; more than twenty Telegram does not hand out', async () => {
  keep('large', 'videos/file_3.mp4', 10_000_001)
  assert.equal(await bot.fetch(medium('large')), undefined)
  assert.deepEqual(bots.downloads, [])
  keep('lying', 'videos/file_4.mp4', 12_000_000, 5)
  assert.equal(await bot.fetch(medium('lying')), undefined)
  assert.deepEqual(bots.downloads, ['videos/file_4.mp4'])
  keep('huge', 'videos/file_5.mp4', 20 * 1024 * 1024 + 1)
  assert.equal(await bot.fetch(medium('huge')), undefined)
  assert.deepEqual(bots.downloads, ['videos/file_4.mp4'])
})

test('a file that is gone is nothing, one that may come is asked for again', async () => {
  assert.equal(await bot.fetch(medium('unknown')), undefined)
  keep('gone', 'photos/gone.jpg', 10)
  bots.instead.push({ status: 200, body: { ok: true, result: { file_path: 'photos/moved.jpg' } } })
  assert.equal(await bot.fetch(medium('gone')), undefined)
  bots.fails(400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
  await assert.rejects(bot.fetch(medium('gone')), /^Error: Telegram did not say where a file is: 400$/)
  bots.slowDown(3)
  await assert.rejects(bot.fetch(medium('gone')), /429/)
  await assert.rejects(
    at('http://127.0.0.1:1').fetch(medium('gone')),
    (reason: Error) => !reason.message.includes(token),
  )
})

test('no path leads out of the folder of files, and in production nothing on this machine is fetched', async () => {
  for (const file_path of [
    '../../bot1/getMe',
    '/etc/passwd',
    'https://127.0.0.1/x',
    'photos/../../x',
    'a?b',
    'a%2f..',
    'a//b',
    '..',
    7,
  ]) {
    bots.instead.push({ status: 200, body: { ok: true, result: { file_path } } })
    assert.equal(await bot.fetch(medium('x')), undefined, String(file_path))
  }
  keep('here', 'photos/here.jpg', 10)
  assert.equal(await at(bots.url, { production: true }).fetch(medium('here')), undefined)
  assert.deepEqual(bots.downloads, [])
})
