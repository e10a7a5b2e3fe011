import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, beforeEach, test } from 'node:test'
import { number, ours } from '../../../test/wire/graph/events.ts'
import { fault, faults } from '../../../test/wire/graph/faults.ts'
import { graphStandIn } from '../../../test/wire/graph/graph.ts'
import type { Messenger, MessengerName, Out } from '../../talk/messenger.ts'
import { safeFetch } from '../fetch/fetch.ts'
import { metaService } from './service.ts'

/** What leaves, what Meta does with it, and what is made of its answers. */

const now = new Date('2026-11-23T03:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const appSecret = 'rahasia-aplikasi-uji'
const secrets = { appSecret, pageToken: 'token-halaman-untuk-uji', whatsappToken: 'token-wa-untuk-uji' }
const graph = await graphStandIn(secrets, () => now)
after(graph.close)

const serviceWith = (template?: { name: string; language: string }, allow = [graph.origin]) =>
  metaService({
    url: graph.url,
    appSecret,
    verifyToken: 'kata-pengenal-untuk-uji',
    pageToken: secrets.pageToken,
    whatsapp: { token: secrets.whatsappToken, number, template },
    fetch: safeFetch,
    allow,
    now: () => now,
  })
const at = (name: MessengerName, of = serviceWith()): Messenger => {
  const found = of.messengers.find((one) => one.name === name)
  assert.ok(found)
  return found
}
const out = (more: Partial<Out> = {}): Out => ({
  id: 't1',
  way: 'private',
  to: '240001',
  text: 'Laporan Anda kami terima.',
  buttons: [],
  heardAt: ago(1),
  language: 'id',
  ...more,
})
const yes = { carries: 'yes 12', title: 'Ya, sudah selesai' }
const no = { carries: 'no 12', title: 'Belum selesai' }

beforeEach(() => {
  for (const list of [graph.sent, graph.asked, graph.hidden, graph.troubles]) list.length = 0
  for (const set of [graph.world.heard, graph.world.invited, graph.world.silent]) set.clear()
  for (const one of ['240001', '55', '6281100000002', 'ID.134912']) graph.world.heard.set(one, ago(1))
})

test('an answer on Messenger and Instagram, with buttons, says whom it is from in no address', async () => {
  for (const [name, to] of [
    ['facebook', '240001'],
    ['instagram', '55'],
  ] as const) {
    const told = await at(name).send(
      out({ to, buttons: [yes, { carries: 'x', title: 'Sebuah judul yang terlalu panjang' }] }),
    )
    const sent = graph.sent.at(-1)
    assert.deepEqual(told, { ok: true, id: sent?.id })
    assert.deepEqual(sent?.body, {
      recipient: { id: to },
      messaging_type: 'RESPONSE',
      message: {
        text: 'Laporan Anda kami terima.',
        quick_replies: [
          { content_type: 'text', title: yes.title, payload: 'yes 12' },
          { content_type: 'text', title: 'Sebuah judul yang te', payload: 'x' },
        ],
      },
    })
  }
  const proof = createHmac('sha256', appSecret).update(secrets.pageToken).digest('hex')
  for (const { url, headers } of graph.asked) {
    assert.ok(url.includes(`appsecret_proof=${proof}`) && !url.includes(secrets.pageToken))
    assert.equal(headers.authorization, `Bearer ${secrets.pageToken}`)
  }
})

test('after a day the talk is closed to machines; what somebody wrote by hand has a week', async () => {
  for (const [name, to] of [
    ['facebook', '240001'],
    ['instagram', '55'],
  ] as const) {
    const { send } = at(name)
    const silent = async (hours: number, byHand: boolean) => {
      graph.world.heard.set(to, ago(hours))
      const told = await send(out({ to, heardAt: ago(hours), byHand }))
      return told.ok ? (graph.sent.at(-1)?.body.tag ?? 'open') : told.reason
    }
    assert.equal(await silent(23.9, false), 'open')
    assert.equal(await silent(24.1, false), 'closed')
    assert.equal(await silent(23.9, true), 'open')
    assert.equal(await silent(24.1, true), 'HUMAN_AGENT')
    assert.equal(await silent(24 * 6.9, true), 'HUMAN_AGENT')
    assert.equal(await silent(24 * 7.1, true), 'closed')
    const never = await send(out({ to, heardAt: null }))
    assert.equal(never.ok === false && never.reason, 'closed')
    graph.world.heard.set(to, ago(30))
    const late = await send(out({ to }))
    assert.equal(late.ok === false && late.reason, 'closed', 'Meta knows better when we heard of somebody')
  }
})

test('the author of a public post is written to in private once, and the answer under it is words alone (H14)', async () => {
  const page = at('facebook')
  const invited = out({ way: 'invited', to: '900_77', heardAt: ago(2) })
  assert.equal((await page.send(invited)).ok, true)
  assert.deepEqual(graph.sent.at(-1)?.body.recipient, { comment_id: '900_77' })
  assert.deepEqual(await page.send(invited), { ok: false, reason: 'refused', answer: 'Graph 400 10900' })
  await page.send(out({ way: 'invited', to: `${ours.page}_5` }))
  assert.deepEqual(graph.sent.at(-1)?.body.recipient, { post_id: `${ours.page}_5` })
  const old = await page.send(out({ way: 'invited', to: '900_78', heardAt: ago(24 * 7.1) }))
  assert.equal(old.ok === false && old.reason, 'closed')
  await at('instagram').send(out({ way: 'invited', to: '17800001' }))
  assert.deepEqual(graph.sent.at(-1)?.body.recipient, { comment_id: '17800001' })

  const answer = out({ way: 'public', to: '900_77', text: 'Terima kasih, kami lanjutkan lewat pesan.', buttons: [yes] })
  await page.send(answer)
  await at('instagram').send({ ...answer, to: '17800001' })
  assert.deepEqual(
    graph.sent.slice(-2).map(({ path, body }) => [path, body]),
    [
      ['/900_77/comments', { message: answer.text }],
      ['/17800001/replies', { message: answer.text }],
    ],
  )
  const whatsapp = await at('whatsapp').send(answer)
  assert.equal(whatsapp.ok === false && whatsapp.reason, 'refused')
})

test('a number that leads elsewhere is not asked for', async () => {
  const count = graph.asked.length
  for (const to of ['../me/messages', 'me/../900', '', '900?x=1', '..'])
    assert.equal((await at('facebook').send(out({ way: 'public', to }))).ok, false, to)
  assert.equal(await at('facebook').hide('../900'), false)
  assert.equal(await at('whatsapp').fetch({ ref: '../900', kind: 'image' }), undefined)
  assert.equal(graph.asked.length, count)
})

test('a public post is taken out of sight where that can be done', async () => {
  assert.equal(await at('facebook').hide('900_77'), true)
  assert.equal(await at('instagram').hide('17800001'), true)
  assert.deepEqual(graph.hidden, ['900_77', '17800001'])
  graph.troubles.push(fault(400, 200))
  assert.equal(await at('facebook').hide('900_78'), false)
  assert.equal(await at('whatsapp').hide('1'), false)
})

test('WhatsApp: words, three buttons, a list where there are more or the words are long', async () => {
  const { send } = at('whatsapp')
  const type = () =>
    graph.sent.at(-1)?.body as { type: string; interactive?: { type: string }; to?: string; recipient?: string }
  const to = '6281100000002'
  const told = await send(out({ to }))
  assert.deepEqual(told, { ok: true, id: graph.sent.at(-1)?.id })
  assert.deepEqual([type().type, type().to], ['text', to])
  await send(out({ to, buttons: [yes, no] }))
  assert.equal(type().interactive?.type, 'button')
  await send(out({ to, buttons: [yes, no], text: 'a'.repeat(2000) }))
  assert.equal(type().interactive?.type, 'list')
  const many = Array.from({ length: 5 }, (_, n) => ({ carries: `${n}`, title: `Pilihan nomor ${n} yang panjang` }))
  assert.equal((await send(out({ to, buttons: many }))).ok, true)
  assert.equal((await send(out({ to, text: 'a'.repeat(4096) }))).ok, true)
  await send(out({ to: 'ID.134912' }))
  assert.deepEqual([type().to, type().recipient], [undefined, 'ID.134912'])
})

test('WhatsApp: after a day a template, in one line and not too long; without one the talk is closed', async () => {
  const to = '6281100000002'
  const late = out({ to, heardAt: ago(25), text: `Baris satu\n\nbaris  dua\t${'a'.repeat(2000)}` })
  const told = await at('whatsapp').send(late)
  assert.deepEqual([told.ok === false && told.reason, graph.asked.length], ['closed', 0])
  const { send } = at('whatsapp', serviceWith({ name: 'kabar_laporan', language: 'id' }))
  assert.equal((await send(late)).ok, true)
  const { type, template } = (graph.sent.at(-1)?.body ?? {}) as {
    type: string
    template: { name: string; language: object; components: { parameters: { text: string }[] }[] }
  }
  const text = template.components[0]?.parameters[0]?.text ?? ''
  assert.deepEqual(
    [type, template.name, template.language, text.length],
    ['template', 'kabar_laporan', { code: 'id' }, 800],
  )
  assert.match(text, /^Baris satu baris dua a+…$/)
  assert.equal((await send(out({ to, heardAt: null }))).ok, true)
  await send(out({ to }))
  assert.equal(graph.sent.at(-1)?.body.type, 'text', 'in time no template is paid for')
})

test('every answer of Meta means one of four things', async () => {
  const means = async (trouble: Parameters<typeof graph.troubles.push>[0], name: MessengerName = 'facebook') => {
    graph.troubles.push(trouble)
    const told = await at(name).send(out({ to: name === 'facebook' ? '240001' : '6281100000002' }))
    assert.ok(!told.ok, JSON.stringify(trouble))
    assert.doesNotMatch(told.answer, /Laporan|240001|62811|token/)
    return told.reason
  }
  const all = async (reason: string, list: readonly (readonly [status: number, code: number, subcode?: number])[]) => {
    for (const one of list) assert.equal(await means(fault(...one)), reason, one.join(' '))
  }
  await all('later', [
    ...([4, 17, 32, 613, 80_007, 130_429, 131_056] as const).map((code) => [400, code] as const),
    ...([
      [401, 190, 463],
      [400, 10],
      [403, 200],
      [403, 230],
      [400, 368],
      [500, 1],
      [503, 2],
      [500, 999_999],
    ] as const),
  ])
  await all('closed', [
    [400, 10, 2_018_278],
    [400, 10, 2_534_022],
    [400, 131_047],
    [404, 132_001],
  ])
  await all('refused', [
    [400, 551, 1_545_041],
    [400, 10, 2_018_108],
    [403, 200, 1_545_041],
    [400, 131_026],
    [400, 100, 2_018_001],
    [400, 100],
    [400, 999_999],
  ])
  assert.equal(await means(fault(400, 999_999, undefined, 'x', { is_transient: true })), 'later')
  assert.equal(await means('silence'), 'later')
  assert.equal(await means('page of a proxy'), 'later')
  assert.equal(await means(faults.reengage, 'whatsapp'), 'closed')
  graph.world.silent.add('240001')
  assert.deepEqual(await at('facebook').send(out()), { ok: false, reason: 'refused', answer: 'Graph 400 10 2018108' })
})

test('files are fetched from where Meta has them, and the token goes nowhere else', async () => {
  const bytes = new Uint8Array([255, 216, 255, 1])
  graph.files.set('881', { bytes, locked: true })
  graph.files.set('882', { bytes, locked: true, size: 10_000_001 })
  graph.files.set('883', { bytes, locked: true, to: 'https://penyerang.example/curi' })
  graph.files.set('884', { bytes, locked: false, status: 503 })
  graph.files.set('885', { bytes: new Uint8Array(10_000_001), locked: false })
  const whatsapp = (ref: string, allow?: string[]) =>
    at('whatsapp', serviceWith(undefined, allow)).fetch({ ref, kind: 'image' })
  const page = (name: string) => at('facebook').fetch({ ref: `${graph.origin}/files/${name}`, kind: 'image' })
  assert.deepEqual([...((await whatsapp('881')) ?? [])], [...bytes])
  assert.equal(graph.asked.at(-1)?.headers.authorization, `Bearer ${secrets.whatsappToken}`)
  for (const gone of ['882', '883', '999']) assert.equal(await whatsapp(gone), undefined, gone)
  await assert.rejects(whatsapp('884'), /503/)
  const count = graph.asked.length
  assert.equal(await whatsapp('881', []), undefined, 'on this machine, which is not excepted')
  assert.equal(graph.asked.length, count + 1, 'only the question where it is')
  graph.troubles.push(fault(401, 190))
  await assert.rejects(whatsapp('881'), /190/)

  graph.files.set('1.jpg', { bytes, locked: false })
  assert.deepEqual([...((await page('1.jpg')) ?? [])], [...bytes])
  assert.equal(graph.asked.at(-1)?.headers.authorization, undefined)
  assert.equal(await page('885'), undefined, 'too large')
  assert.equal(await page('none.jpg'), undefined)
  await assert.rejects(page('884'), /503/)
  const inside = at('facebook', serviceWith(undefined, []))
  assert.equal(await inside.fetch({ ref: `${graph.origin}/files/1.jpg`, kind: 'image' }), undefined)
  assert.equal(await inside.fetch({ ref: 'https://169.254.169.254/latest', kind: 'image' }), undefined)
})
