import assert from 'node:assert/strict'
import { test } from 'node:test'
import { goodPassword, hired, issue, keys, office, offices, person } from '../../../test/offices.ts'
import { siteFor, Visitor } from '../../../test/visitor.ts'
import type { Letter } from '../../person/invite.ts'
import { unsealJson } from '../../person/seal.ts'

const t = await offices()
const site = siteFor(t.db)
await hired(t.db, person(office.blitar, 'ratna', ['operator'], { email: 'ratna@blitar.example' }))
const signIn = (visitor: Visitor, username: string, password: string, ke = '') =>
  visitor.post('/masuk', { username, password, ke })
const session = (visitor: Visitor) => visitor.cookies.get('sesi')

async function lastLetter(): Promise<Letter> {
  const [row] = await t.admin`select payload from outbox where task = 'mail' order by id desc limit 1`
  return unsealJson(keys, Buffer.from(row?.payload.sealed, 'hex')) as Letter
}

test('signing in opens a new session, kept from scripts and from other sites', async () => {
  const visitor = new Visitor(site)
  visitor.cookies.set('sesi', 'A'.repeat(43))
  const answer = await signIn(visitor, 'ratna', goodPassword, '/akun')
  assert.deepEqual([answer.status, answer.to], [303, '/akun'])
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('sesi=')) ?? ''
  assert.match(cookie, /HttpOnly/)
  assert.match(cookie, /SameSite=Strict/)
  assert.notEqual(session(visitor), 'A'.repeat(43))
  assert.match((await visitor.get('/akun')).text, /Pemerintah Kota Blitar/)
  const before = session(visitor)
  await signIn(visitor, 'ratna', goodPassword)
  assert.notEqual(session(visitor), before)
  assert.equal((await visitor.post('/keluar', {})).to, '/masuk')
  assert.equal((await visitor.get('/akun')).to, '/masuk?ke=%2Fakun')
  const chosen = await visitor.get('/meja?lihat=below&cari=lampu+mati')
  assert.equal(chosen.to, '/masuk?ke=%2Fmeja%3Flihat%3Dbelow%26cari%3Dlampu%2Bmati')
  assert.match((await visitor.get(chosen.to ?? '')).text, /name="ke" value="\/meja\?lihat=below&amp;cari=lampu\+mati"/)
})

test('whoever follows a link of a letter is asked once more by a page of ours, which brings the session along', async () => {
  const visitor = new Visitor(site)
  const outside = await visitor.get('/meja?lihat=queue', {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
  })
  assert.equal(outside.status, 200)
  assert.equal(outside.headers.get('refresh'), '0; url=/meja?lihat=queue')
  assert.doesNotMatch(outside.text, /<h1/)
  const inside = await visitor.get('/meja?lihat=queue', {
    'sec-fetch-site': 'same-origin',
    'sec-fetch-mode': 'navigate',
  })
  assert.equal(inside.status, 303)
})

test('who only goes into the field begins with the tasks there, whoever has a desk with the desk', async () => {
  await hired(t.db, person(office.blitar, 'di.lapangan', ['officer']))
  await hired(t.db, person(office.blitar, 'dan.meja', ['officer', 'liaison']))
  const visitor = new Visitor(site)
  assert.equal((await signIn(visitor, 'di.lapangan', goodPassword)).to, '/lapangan')
  assert.equal((await visitor.get('/masuk')).to, '/lapangan')
  assert.equal((await signIn(new Visitor(site), 'di.lapangan', goodPassword, '/akun')).to, '/akun')
  assert.equal((await signIn(new Visitor(site), 'dan.meja', goodPassword)).to, '/meja')
})

test('unknown and wrong read the same, and nobody is led elsewhere', async () => {
  const plain = (text: string) =>
    text
      .replaceAll('ratna', '')
      .replaceAll('nobody', '')
      .replace(/nonce="[^"]*"/g, '')
  const wrong = await signIn(new Visitor(site), 'ratna', 'salah sekali saja')
  const unknown = await signIn(new Visitor(site), 'nobody', 'salah sekali saja')
  assert.deepEqual([wrong.status, unknown.status], [401, 401])
  assert.equal(plain(wrong.text), plain(unknown.text))
  for (const ke of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:x',
    '/\t/evil.example',
    '/masuk',
  ])
    assert.equal((await signIn(new Visitor(site), 'ratna', goodPassword, ke)).to, '/meja', ke)
  assert.equal((await new Visitor(site).post('/masuk', { username: ['a', 'b'], password: ['c', 'd'] })).status, 401)
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  assert.equal(
    (await new Visitor(site).post('/masuk', { username: 'ratna', password: goodPassword }, foreign)).status,
    403,
  )
})

test('after too many tries strangers wait, and the known device still gets in', async () => {
  await hired(t.db, person(office.blitar, 'korban', ['operator']))
  const own = new Visitor(site)
  await signIn(own, 'korban', goodPassword)
  const stranger = new Visitor(site)
  const statuses = []
  for (let n = 0; n < 11; n++) statuses.push((await signIn(stranger, 'korban', 'tebakan yang salah')).status)
  assert.deepEqual(statuses, [...Array(10).fill(401), 429])
  assert.equal((await signIn(new Visitor(site), 'korban', goodPassword)).status, 429)
  assert.equal((await signIn(own, 'korban', goodPassword)).status, 303)
})

test('whoever comes with a slip chooses a password before anything else', async () => {
  const { code } = await issue(t.db, person(office.blitar, 'baru', ['administrator']))
  const visitor = new Visitor(site)
  assert.equal((await signIn(visitor, 'baru', code)).to, '/akun/sandi')
  for (const path of ['/akun', '/kelola/instansi']) assert.equal((await visitor.get(path)).to, '/akun/sandi')
  const choose = (baru: string, ulang = baru) => visitor.post('/akun/sandi', { baru, ulang })
  assert.equal((await choose('pendek')).status, 422)
  assert.equal((await choose(goodPassword, 'lain')).status, 422)
  const before = session(visitor)
  assert.equal((await choose(goodPassword)).status, 303)
  assert.notEqual(session(visitor), before)
  assert.equal((await visitor.get('/kelola/instansi')).status, 200)
  assert.equal((await signIn(new Visitor(site), 'baru', code)).status, 401)
})

test('asking for a link tells nobody whether there is an account; the link works once and leaks nowhere', async () => {
  const visitor = new Visitor(site)
  const known = await visitor.post('/sandi/lupa', { nama: 'ratna@blitar.example' })
  const { token } = await lastLetter()
  const unknown = await visitor.post('/sandi/lupa', { nama: 'nobody@blitar.example' })
  assert.equal(known.status, unknown.status)
  assert.equal(known.text, unknown.text)
  for (let n = 0; n < 3; n++) {
    const page = await visitor.get(`/sandi/atur?t=${token}`)
    assert.equal(page.status, 200)
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
  }
  for (const odd of [
    '',
    '?t=',
    '?t=%25',
    '?t=*',
    '?t=%20',
    `?t=${token}&t=${token}`,
    `?t[]=${token}`,
    `?t=${token.slice(1)}`,
  ])
    assert.equal((await visitor.get(`/sandi/atur${odd}`)).status, 410, odd)
  const choose = (t: string | string[], baru: string) => visitor.post('/sandi/atur', { t, baru, ulang: baru })
  assert.equal((await choose([token, token], goodPassword)).status, 410)
  assert.equal((await choose(token, 'indonesia123456')).status, 422)
  assert.equal((await choose(token, 'itik berenang ke laut')).to, '/masuk?tersimpan=1')
  assert.equal((await choose(token, 'itik berenang ke laut')).status, 410)
  assert.equal((await signIn(visitor, 'ratna', 'itik berenang ke laut')).status, 303)
})

test('one’s own page: another language, another password, all devices out', async () => {
  await hired(t.db, person(office.blitar, 'sendiri', ['operator'], { email: 'sendiri@blitar.example' }))
  const [here, there] = [new Visitor(site), new Visitor(site)]
  await signIn(here, 'sendiri', goodPassword)
  await signIn(there, 'sendiri', goodPassword)
  assert.equal((await lastLetter()).to, 'sendiri@blitar.example')
  await here.post('/akun/bahasa', { bahasa: 'en' })
  const [row] = await t.admin`select language from account where username = 'sendiri'`
  assert.equal(row?.language, 'en')
  const chosen = { baru: 'itik berenang ke laut', ulang: 'itik berenang ke laut' }
  assert.equal((await here.post('/akun/sandi', { ...chosen, sekarang: 'salah sekali saja' })).status, 422)
  assert.equal((await here.post('/akun/sandi', { ...chosen, sekarang: goodPassword })).status, 303)
  assert.equal((await there.get('/akun')).status, 303)
  assert.equal((await here.get('/akun')).status, 200)
  assert.equal((await here.post('/akun/keluar-semua', {})).to, '/masuk')
  assert.equal((await here.get('/akun')).status, 303)
})
