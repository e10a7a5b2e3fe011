import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citizen, citizenSite, country, formIn } from '../../../test/citizen.ts'
import { siteUrl } from '../../../test/visitor.ts'
import { fieldsOf } from './overflow.ts'

/** Every kind of bad input: refused with words, and all that was written is still there. */

const text = 'Lampu jalan mati.'
const filled = { text, place: 'Depan pasar', known: 'open', name: 'Bu Sari', readers: 'secret', consent: 'on' }
const programmers = /Invalid|expected|undefined|Too (big|small)|null/
/** The empty form, as the script sends it: without the list of provinces. */
const asked = async (): Promise<Record<string, string>> => {
  const { province, ...fields } = formIn(await citizen().get('/lapor'))
  assert.equal(province, '')
  return fields
}
const filedRows = async () => (await country.admin`select 1 from report`).length

const bad: Record<string, [fields: Record<string, string | readonly string[]>, words: RegExp]> = {
  'no text': [{ text: '' }, /Tulis dulu apa yang terjadi/],
  'only spaces and controls': [{ text: ' \0\u0007\n\t ' }, /Tulis dulu apa yang terjadi/],
  'a text that is too long': [{ text: 'a'.repeat(10_001) }, /terlalu panjang/],
  'a place that is too long': [{ place: 'a'.repeat(301) }, /terlalu panjang/],
  'a name that is too long': [{ name: 'a'.repeat(101) }, /paling banyak 100 huruf/],
  'an area that does not exist': [{ areaCode: '99.99' }, /belum menemukan tempat ini/],
  'an area that is no code': [{ areaCode: "35' or 1=1" }, /belum menemukan tempat ini/],
  'an area that nobody knows': [{ areaName: 'Negeri di Awan' }, /belum menemukan tempat ini/],
  'a category that does not exist': [{ categoryCode: 'naga' }, /tidak ada lagi/],
  'a category that is no code': [{ categoryCode: '../../etc' }, /tidak ada lagi/],
  'an agency that nobody knows': [{ agency: 'Dinas Naga' }, /belum kami temukan/],
  'a name of several agencies': [{ agency: 'Dinas' }, /Ada beberapa instansi/],
  'a kind that does not exist': [{ class: 'praise' }, /tidak ada lagi/],
  'forged choices': [{ known: 'admin', readers: 'root', reach: 'fax' }, /tidak ada lagi/],
  'a day to come': [{ happenedOn: '2026-03-09' }, /belum tiba/],
  'a day that is none': [{ happenedOn: '31/02/2026' }, /Tulis tanggal seperti/],
  'an address that is none': [{ reach: 'email', email: 'sari@' }, /Periksa alamat email/],
  'a number that is none': [{ reach: 'phone', phone: '12' }, /Periksa nomor HP/],
  'news to nowhere': [{ reach: 'email', email: '' }, /Isi email atau nomor HP/],
  'a name without consent': [{ consent: '' }, /kami perlu persetujuan Anda/],
  'a field that comes twice': [{ place: ['satu', 'dua'] }, /belum dapat kami baca/],
}

for (const [name, [fields, words]] of Object.entries(bad))
  test(`${name}: the form comes back with words`, async () => {
    const before = await filedRows()
    const sent = { ...(await asked()), ...filled, ...fields }
    const answer = await citizen().post('/lapor', sent)
    assert.equal(answer.status, 422)
    assert.match(answer.text, words)
    assert.match(answer.text, /Yang sudah Anda tulis tetap ada/)
    assert.doesNotMatch(answer.text.replace(/<(script|svg)[\s\S]*?<\/\1>/g, ''), programmers)
    const kept = formIn(answer)
    for (const field of ['text', 'place', 'name', 'email', 'phone', 'happenedOn'] as const) {
      const wrote = (sent as Record<string, string | string[]>)[field]
      if (typeof wrote === 'string' && !/\0/.test(wrote)) assert.equal(kept[field] ?? '', wrote, field)
    }
    assert.equal(kept.kunci, (sent as Record<string, string>).kunci)
    assert.equal(kept.known, fields.known ? undefined : 'open')
    const straight = await citizen().post('/laporan', sent)
    assert.ok([422, 201].includes(straight.status), 'looking up happens before the preview, so a name may pass here')
    if (straight.status === 422) assert.equal(await filedRows(), before)
  })

test('an agency that was never offered is nobody', async () => {
  for (const addresseeId of ['satu', '1.5', '-1', '1e400', '99999999999999999999']) {
    const sent = { ...(await asked()), ...filled, addresseeId }
    assert.equal((await citizen().post('/lapor', sent)).status, 200, addresseeId)
    assert.equal((await citizen().post('/laporan', sent)).status, 422, addresseeId)
  }
})

test('dates are read as people type them where the browser has no calendar', async () => {
  const answer = await citizen().post('/lapor', { ...(await asked()), ...filled, happenedOn: '1/3/2026' })
  assert.match(answer.text, /Minggu, 1 Maret 2026/)
})

test('NUL, directions, half surrogates and broken bytes never reach the database', async () => {
  const raw = (path: string, body: string, type = 'application/x-www-form-urlencoded') =>
    citizenSite().request(`${siteUrl}${path}`, {
      method: 'POST',
      body,
      headers: { origin: siteUrl, 'sec-fetch-site': 'same-origin', 'content-type': type },
    })
  const { kunci } = await asked()
  const odd = `kunci=${kunci}&readers=public&text=Jalan%00 rusak%ED%A0%80%E2%80%AE%FF&place=%00`
  assert.equal((await raw('/lapor', odd)).status, 200)
  assert.equal((await raw('/laporan', odd)).status, 201)
  for (const [body, type] of [
    ['{"text":"x"}', 'application/json'],
    ['--x\r\nbroken', 'multipart/form-data; boundary=x'],
    ['broken', 'multipart/form-data'],
    ['%', 'application/x-www-form-urlencoded'],
    ['__proto__=1&constructor=2&text', 'application/x-www-form-urlencoded'],
  ] as const)
    for (const path of ['/lapor', '/laporan'])
      assert.equal((await raw(path, body, type)).status, 422, `${path} ${body}`)
})

test('a key that is none is made anew, and nothing is sent without one', async () => {
  for (const kunci of ['', 'x', '0'.repeat(36)]) {
    const answer = await citizen().post('/laporan', { ...filled, kunci })
    assert.equal(answer.status, 422)
    assert.match(answer.text, /belum lengkap terbuka/)
    assert.match(formIn(answer).kunci ?? '', /^[0-9a-f-]{36}$/)
    assert.equal(formIn(answer).text, text)
  }
})

test('what disappears between the preview and sending is refused with words', async () => {
  const answer = await citizen().post('/laporan', { ...(await asked()), ...filled, areaCode: '99' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /tidak ada lagi/)
  assert.equal(formIn(answer).text, text)
})

test('words alone are never megabytes', async () => {
  const answer = await citizen().post('/laporan', { ...filled, text: 'a'.repeat(1_000_000) })
  assert.equal(answer.status, 413)
})

test('the fields of a form are found however its bytes are cut, and files leave nothing behind', async () => {
  const photo = `xx\r\n\r\n name="text"\r\n\r\nevil ${'y'.repeat(600_000)}`
  const parts = [
    ['name="text"', 'Jalan\r\nrusak --x'],
    ['name="berkas"; filename="a.jpg"', photo],
    ['name="place"', 'Pasar'],
  ].map(([head, body]) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`)
  const bytes = Buffer.from(`${parts.join('')}--x--\r\n`)
  for (const size of [1000, 4093, bytes.length]) {
    const cuts = (function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    })()
    assert.deepEqual({ ...(await fieldsOf(cuts, 'x')) }, { text: 'Jalan\r\nrusak --x', place: 'Pasar' })
  }
})
