import assert from 'node:assert/strict'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { town } from '../../../test/doors/town.ts'
import { keys, monday } from '../../../test/heart.ts'
import { siteFor, siteUrl, Visitor } from '../../../test/visitor.ts'
import { account, activity } from '../../../test/wire/x/deliver.ts'
import { xOffice } from '../../../test/wire/x/office.ts'
import { person, us, write } from '../../../test/wire/x/world.ts'
import { reencoder } from '../../attachment/reencode.ts'
import { folderStore } from '../../attachment/store.ts'
import { accepting } from '../../inbox/accept.ts'
import { readMessage } from '../../inbox/read.ts'
import { names } from '../../sms/file.ts'
import { talkReader } from '../../talk/reader.ts'

/** A post that an operator of the centre brings in by its address, over the stand-in of X. */

const t = await town()
const office = await xOffice(t)
after(office.stand.close)
const { world } = office.stand
office.clock.now = monday
person(world, '11', 'Warga Sananwetan', 'warga')
const now = () => office.clock.now
const site = siteFor(t.db, {
  keys,
  now,
  rules: async () => t.book,
  wake: () => {},
  webhooks: { x: office.x.webhook, accept: accepting(t.db.intake, keys) },
  services: { saidIn: async () => undefined, postOf: office.x.postOf, most: {} },
  site: { edition: 'national', publicUrl: siteUrl, production: false, place: '', proxies: [] },
})
const taking = {
  db: t.db,
  keys,
  now,
  rules: async () => t.book,
  intake: t.intake,
  store: folderStore(await mkdtemp(join(tmpdir(), 'lapor-post-'))),
  reencode: reencoder(),
}
const reader = talkReader({ taking, messenger: office.messenger, service: 'LAPOR', site: 'lapor.example', names: names(taking) }) // biome-ignore format: one call

async function at(column: 'centreOperator' | 'blitarOperator' | 'centreAdministrator') {
  const known = await t.visitor(column, new Visitor(t.site), new Visitor(t.site))
  const visitor = new Visitor(site)
  for (const [name, value] of known.cookies) visitor.cookies.set(name, value)
  return visitor
}
const look = (visitor: Visitor, alamat: string) => visitor.post('/meja/catat/unggahan', { alamat })
const make = (visitor: Visitor, alamat: string) => visitor.post('/meja/catat/unggahan', { alamat, jadikan: '1' })
async function reads() {
  const waiting = await t.admin<{ id: number }[]>`select id::int from inbox where state = 'waiting' order by id`
  for (const { id } of waiting) await readMessage({ db: t.db, keys, readers: { x: reader }, now }, id, true)
}
const url = ({ id }: { id: string }) => `https://x.com/warga/status/${id}`
const made = (text: string) => t.admin`select reference, channel from report where text like ${`%${text}%`}`

test('a post is looked at, becomes a report once, and its author is reached as any other', async () => {
  const operator = await at('centreOperator')
  assert.match((await operator.get('/meja/catat')).text, /Alamat unggahan/)
  const post = write(world, '11', 'Trotoar depan stasiun hancur <b>semua</b>', { at: new Date('2026-02-20T03:00:00Z') })
  const shown = await look(operator, url(post))
  assert.equal(shown.status, 200)
  assert.match(shown.text, /Trotoar depan stasiun hancur &lt;b&gt;semua[\s\S]*Warga Sananwetan/)
  assert.equal((await t.admin`select from inbox`).count, 0, 'only looked at')
  assert.match((await make(operator, url(post))).text, /Unggahan disimpan/)
  assert.match((await make(operator, url(post))).text, /Unggahan disimpan/, 'pressed twice')
  await reads()
  const rows = await made('Trotoar depan stasiun')
  assert.deepEqual(rows.map(({ channel }) => channel), ['x']) // biome-ignore format: one list
  assert.deepEqual((await t.admin`select kind, way from reply order by id`).map((row) => ({ ...row })), [{ kind: 'received', way: 'invited' }]) // biome-ignore format: one list
  const [reporter] =
    await t.admin`select reachable, contact is not null as known from reporter order by id desc limit 1`
  assert.deepEqual({ ...reporter }, { reachable: 'messenger', known: true })

  assert.equal(await office.deliver(account.posts(world, post)), 200)
  assert.equal(await office.deliver(activity.mention(world, post)), 200)
  await reads()
  assert.equal((await made('Trotoar depan stasiun')).length, 1, 'what X hands in later is the same message')
  assert.equal((await t.admin`select from inbox`).count, 1)
  const again = await make(operator, url(post))
  assert.match(again.text, new RegExp(`sudah menjadi laporan[\\s\\S]*/meja/${rows[0]?.reference}`))
})

test('a post that was set aside as talk, or put away, becomes a report when it is brought in', async () => {
  const operator = await at('centreOperator')
  for (const [text, away] of [
    ['lampu mati', false],
    ['air keruh', true],
  ] as const) {
    const post = write(world, '11', `@lapor ${text}`)
    await office.deliver(account.posts(world, post))
    await reads()
    assert.equal((await made(text)).length, 0)
    if (away) await t.admin`update inbox set state = 'done', outcome = 'noise', sealed = null where state = 'parked'`
    await make(operator, url(post))
    await reads()
    assert.equal((await made(text)).length, 1, text)
  }
})

test('who asked for secrecy is not brought into the open', async () => {
  const operator = await at('centreOperator')
  const post = write(world, '11', 'RAHASIA: lurah kami minta uang pelicin')
  for (const ask of [look, make]) {
    const shown = await ask(operator, url(post))
    assert.match(shown.text, /minta rahasia/)
    assert.doesNotMatch(shown.text, /name="jadikan"/)
  }
  await reads()
  assert.equal((await made('uang pelicin')).length, 0)
})

test('what is no post of somebody else is told in words', async () => {
  const operator = await at('centreOperator')
  const own = write(world, us, 'Dari kami')
  for (const [address, words] of [
    ['', /bukan alamat unggahan X/],
    ['https://facebook.com/warga/posts/1', /milik layanan lain/],
    ['https://x.com/a/status/999', /tidak ada lagi/],
    [url(own), /akun kita sendiri/],
  ] as const) {
    const answer = await make(operator, address)
    assert.equal(answer.status, 422, address)
    assert.match(answer.text, words)
  }
  office.stand.moody('posts', 503)
  assert.equal((await look(operator, url(write(world, '11', 'Nanti saja dibaca')))).status, 503)
})

test('only operators of the centre bring posts in', async () => {
  const post = write(world, '11', 'Jembatan di desa kami putus sejak kemarin')
  for (const column of ['blitarOperator', 'centreAdministrator'] as const) {
    const visitor = await at(column)
    assert.equal((await make(visitor, url(post))).status, 404, column)
  }
  assert.doesNotMatch((await (await at('blitarOperator')).get('/meja/catat')).text, /Alamat unggahan/)
})
