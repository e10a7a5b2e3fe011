import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../../../test/database.ts'
import { xOffice } from '../../../test/wire/x/office.ts'
import { person, us, write } from '../../../test/wire/x/world.ts'
import { NotYet } from '../../inbox/not-yet.ts'
import type { Out } from '../../talk/messenger.ts'

/** What leaves on X, and what is told of it. */

const base = await testDatabase()
const office = await xOffice(base)
const { stand, clock, messenger } = office
after(stand.close)
const { world } = stand
person(world, '11', 'Warga', 'warga')
person(world, '12', 'Tertutup', 'tertutup', false)
const post = write(world, '11', '@lapor Lampu mati')
const closedPost = write(world, '12', '@lapor Air mati')
let n = 0
const out = (more: Partial<Out>): Out => ({
  id: `o${++n}`,
  way: 'public',
  to: post.id,
  text: `Terima kasih, sudah kami terima (${n}).`,
  buttons: [],
  heardAt: null,
  language: 'id',
  ...more,
})
const send = (more: Partial<Out> = {}) => messenger.send(out(more))
const writes = () => stand.asked.filter(({ method }) => method === 'POST')
const spent = async () => Number((await base.admin`select spent from channel_position`)[0]?.spent ?? 0)
const refused = (answer: string) => ({ ok: false, reason: 'refused', answer })
const later = (answer: string) => ({ ok: false, reason: 'later', answer })

test('a reply stands under the post, a message goes to the person, an invitation to the author of a post', async () => {
  const told = await send({ text: 'Sudah kami terima.' })
  assert.ok(told.ok && told.id)
  const reply = world.posts.get(told.id)
  assert.deepEqual([reply?.text, reply?.thread, reply?.author], ['Sudah kami terima.', post.id, us])
  const buttons = [
    { carries: 'a', title: 'Sudah' },
    { carries: 'b', title: 'Belum' },
  ]
  const direct = await send({ way: 'private', to: '11', text: 'Sudah selesai?', buttons })
  assert.ok(direct.ok && direct.id)
  assert.equal(world.messages.get(direct.id)?.text, 'Sudah selesai?\n› Sudah\n› Belum')
  const invited = await send({ way: 'invited', to: post.id, text: 'Balas di sini.' })
  assert.ok(invited.ok && invited.id)
  assert.equal(world.messages.get(invited.id)?.to, '11')
})

test('H14: no link leaves in public, nor more than X takes; nothing is asked for it', async () => {
  const before = writes().length
  assert.deepEqual(await send({ text: 'Lihat https://lapor.example/k/rahasia' }), refused('X link'))
  assert.deepEqual(await send({ text: 'Lihat www.lapor.example' }), refused('X link'))
  assert.deepEqual(await send({ text: '字'.repeat(141) }), refused('X long'))
  assert.deepEqual(await send({ way: 'private', to: '11', text: 'a'.repeat(10_001) }), refused('X long'))
  assert.deepEqual(await send({ to: 'warga' }), refused('X number'))
  assert.equal(writes().length, before)
  const link = await send({ way: 'private', to: '11', text: 'Lihat https://lapor.example/k/1' })
  assert.ok(link.ok)
})

test('somebody who takes no messages is closed to us; what is gone is refused', async () => {
  const closed = { ok: false, reason: 'closed', answer: 'X 403' }
  assert.deepEqual(await send({ way: 'private', to: '12' }), closed)
  assert.deepEqual(await send({ way: 'invited', to: closedPost.id }), closed)
  const gone = write(world, '11', 'Dihapus', { deleted: true })
  assert.deepEqual(await send({ to: gone.id }), refused('X gone'))
  assert.deepEqual(await send({ way: 'invited', to: gone.id }), refused('X gone'))
  assert.deepEqual(await send({ way: 'private', to: '13' }), refused('X 400'))
})

test('the same words twice are refused, unless it is the same message whose first end was never heard', async () => {
  const text = 'Kata-kata yang sama.'
  assert.ok((await send({ text })).ok)
  assert.deepEqual(await send({ text }), refused('X duplicate'))
  const one = out({ text: 'Terkirim, tetapi jawabannya hilang.' })
  stand.moody('create', 'lost')
  assert.deepEqual(await messenger.send(one), later('X no answer'))
  stand.moody('create', { limitedUntil: new Date(clock.now.getTime() + 60_000) })
  assert.deepEqual(await messenger.send(one), later('X 429'))
  clock.now = new Date(clock.now.getTime() + 61_000)
  assert.deepEqual(await messenger.send(one), { ok: true })
  assert.equal([...world.posts.values()].filter(({ text }) => text === one.text).length, 1)
  assert.deepEqual(await send({ text: one.text }), refused('X duplicate'))
})

test('what is ours to mend, and what X cannot do now, waits', async () => {
  const problem = (status: number, type: string) => ({ status, body: { title: 'Forbidden', type, detail: '' } })
  for (const mood of [401, 402, 500, 503, problem(403, 'https://api.twitter.com/2/problems/oauth2-permissions')]) {
    stand.moody('direct', mood)
    assert.equal(((await send({ way: 'private', to: '11' })) as { reason?: string }).reason, 'later')
  }
  stand.moody('posts', 503)
  assert.deepEqual(await send({ way: 'invited', to: post.id }), later('X 503'))
  const reset = clock.now.getTime() + 600_000
  stand.moody('direct', { limitedUntil: new Date(reset) })
  assert.deepEqual(await send({ way: 'private', to: '11' }), later('X 429'))
  const before = writes().length
  assert.deepEqual(await send({ way: 'private', to: '11' }), later('X 429'))
  assert.equal(writes().length, before)
  clock.now = new Date(reset + 1000)
  assert.ok((await send({ way: 'private', to: '11' })).ok)
})

test('a reply is hidden where the talk began with a post of ours, and nowhere else', async () => {
  const own = write(world, us, 'Pengumuman')
  const rude = write(world, '12', '@lapor kasar', { references: [{ type: 'replied_to', id: own.id }] })
  const elsewhere = write(world, '12', '@lapor kasar', { references: [{ type: 'replied_to', id: post.id }] })
  assert.equal(await messenger.hide(rude.id), true)
  assert.equal(rude.hidden, true)
  const before = stand.asked.filter(({ method }) => method === 'PUT').length
  for (const id of [elsewhere.id, post.id, own.id, '999']) assert.equal(await messenger.hide(id), false, id)
  assert.equal(stand.asked.filter(({ method }) => method === 'PUT').length, before)
  stand.moody('hide', 503)
  await assert.rejects(messenger.hide(rude.id), { name: 'NotYet' })
})

test('H10: what a day may cost is never passed: then nothing leaves until the next day, and the page of channels can say why', async (t) => {
  const poorBase = await testDatabase(t)
  const poor = await xOffice(poorBase, { cents: 4 })
  t.after(poor.stand.close)
  person(poor.stand.world, '11', 'Warga', 'warga')
  const asks = write(poor.stand.world, '11', '@lapor Lampu mati')
  const say = (text: string) => poor.messenger.send(out({ to: asks.id, text }))
  const day = '2026-11-24'
  assert.ok((await say('Satu')).ok && (await say('Dua')).ok)
  assert.deepEqual(await say('Tiga'), later('X spent'))
  assert.equal(poor.stand.bill.total(day), 30)
  const [row] = await poorBase.admin`
    select trouble, trouble_until as until, spent from channel_position where account = ${us}`
  assert.deepEqual({ ...row }, { trouble: 'spent', until: new Date('2026-11-25T00:00:00Z'), spent: 30 })
  poor.clock.now = new Date('2026-11-25T00:00:01Z')
  assert.ok((await say('Tiga')).ok)
  assert.equal(poor.stand.bill.total('2026-11-25'), 15)
})

test('what X did not do is not counted, what it may have done is', async () => {
  const before = await spent()
  stand.moody('create', 401)
  await send()
  assert.equal(await spent(), before)
  stand.moody('create', 'lost')
  await send()
  assert.equal(await spent(), before + 15)
  // A domain makes a link of its own, and is paid as one.
  assert.ok((await send({ text: 'Selengkapnya di lapor.go.id' })).ok)
  assert.equal(await spent(), before + 15 + 200)
})

test('without a token of our account nothing leaves, nothing is counted, and it waits', async (t) => {
  for (const user of [async () => undefined, () => Promise.reject(new NotYet('X token 503'))]) {
    const tokenless = await testDatabase(t)
    const mute = await xOffice(tokenless, { user })
    t.after(mute.stand.close)
    assert.deepEqual(await mute.messenger.send(out({ way: 'private', to: '11' })), later('X 401'))
    assert.equal(mute.stand.asked.length, 0)
    assert.equal((await tokenless.admin`select from channel_charge`).length, 0)
  }
})
