import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citizen, citizenSite, country, formIn } from '../../../test/citizen.ts'

const story = 'Lampu jalan di depan SDN Sananwetan 2 mati sejak Kamis malam.'
const full = {
  text: story,
  place: 'Jl. Kalimantan, depan sekolah',
  areaName: 'Sananwetan',
  happenedOn: '2026-02-26',
  class: 'complaint',
  agency: 'DPUPR Kota Blitar',
  known: 'open',
  name: 'Bu Sari',
  readers: 'public',
  reach: 'email',
  email: 'sari@contoh.example',
  consent: 'on',
}

const referenceIn = (text: string) => /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b(?!-)/.exec(text)?.[0]
const receiptIn = (text: string) => /\b(?:[0-9A-Z]{5}-){4}[0-9A-Z]{5}\b/.exec(text)?.[0]
const rows = async (text: string) =>
  (await country.admin`select r.*, p.reachable from report r join reporter p on p.own_report_id = r.id where r.text = ${text}`) as unknown as Record<
    string,
    unknown
  >[]

for (const [lang, begin, look, receipt] of [
  ['id', 'Apa yang terjadi?', 'Periksa sebelum dikirim', 'Laporan Anda sudah kami terima'],
  ['en', 'What happened?', 'Look before you send', 'We have received your report'],
] as const)
  test(`from the first page to the receipt without a script, in ${lang}`, async () => {
    const visitor = citizen()
    visitor.cookies.set('bahasa', lang)
    const words = `${story} (${lang})`
    assert.ok((await visitor.get('/')).text.includes(begin))
    const form = await visitor.post('/lapor', { langkah: 'isi', text: words })
    assert.equal(form.status, 200)
    assert.equal(formIn(form).text, words)
    const preview = await visitor.post('/lapor', { ...formIn(form), ...full, text: words })
    assert.equal(preview.status, 200)
    assert.ok(preview.text.includes(look))
    assert.match(preview.text, /Sananwetan, Kota Blitar, Jawa Timur/)
    assert.match(preview.text, /Dinas PUPR Kota Blitar/)
    const again = await visitor.post('/lapor', { ...formIn(preview), langkah: 'ubah' })
    for (const name of [
      'place',
      'happenedOn',
      'known',
      'name',
      'readers',
      'reach',
      'email',
      'consent',
      'kunci',
    ] as const)
      assert.equal(formIn(again)[name], formIn(preview)[name], name)
    const second = await visitor.post('/lapor', { ...formIn(again), place: 'Depan pasar' })
    assert.match(second.text, /Depan pasar/)
    const sent = await visitor.post('/laporan', formIn(second))
    assert.equal(sent.status, 201)
    assert.ok(sent.text.includes(receipt))
    assert.ok(referenceIn(sent.text))
    assert.equal(receiptIn(sent.text), undefined)
    assert.ok(visitor.cookies.has('pelapor'))
    const [row] = await rows(words)
    assert.deepEqual(
      [row?.place, row?.area_code, row?.anonymous, row?.secret, Number(row?.addressee_id), row?.reachable],
      ['Depan pasar', '35.72.03', false, false, 3572006, 'email'],
    )
  })

test('one sentence is enough, and secrecy is asked once more before it is sent', async () => {
  const visitor = citizen()
  const words = 'Sampah menumpuk di belakang pasar.'
  const preview = await visitor.post('/lapor', { ...formIn(await visitor.get('/lapor')), text: words })
  assert.equal(preview.status, 200)
  const unasked = await visitor.post('/laporan', formIn(preview))
  assert.equal(unasked.status, 422)
  assert.match(unasked.text, /Pilih salah satu/)
  assert.equal(formIn(unasked).text, words)
  const sent = await visitor.post('/laporan', { ...formIn(unasked), readers: 'public' })
  assert.equal(sent.status, 201)
  assert.ok(receiptIn(sent.text), 'who leaves no contact gets a receipt')
  const [row] = await rows(words)
  assert.deepEqual([row?.anonymous, row?.secret, row?.reachable], [true, false, null])
})

test('secret reports get a receipt, with a contact or without', async () => {
  for (const reach of ['none', 'email']) {
    const visitor = citizen()
    const words = `Pungutan di loket (${reach}).`
    const form: Record<string, string> = {
      ...formIn(await visitor.get('/lapor')),
      text: words,
      readers: 'secret',
      known: 'anonymous',
      reach,
    }
    const preview = await visitor.post('/lapor', { ...form, email: 'a@contoh.example', consent: 'on' })
    assert.match(preview.text, /Tidak ada yang tampil untuk publik/)
    const sent = await visitor.post('/laporan', formIn(preview))
    assert.ok(receiptIn(sent.text), reach)
    assert.equal((await rows(words))[0]?.secret, true)
  }
})

test('the same key gives the same receipt; other words under it are refused and kept', async () => {
  const visitor = citizen()
  const words = 'Air keran keruh sejak kemarin.'
  const form: Record<string, string> = { ...formIn(await visitor.get('/lapor')), text: words, readers: 'public' }
  const [first, twin] = await Promise.all([visitor.post('/laporan', form), visitor.post('/laporan', form)])
  const later = await citizen().post('/laporan', formIn(first))
  for (const answer of [twin, later]) {
    assert.equal(answer.status, 201)
    assert.equal(referenceIn(answer.text), referenceIn(first.text))
    assert.equal(receiptIn(answer.text), receiptIn(first.text))
  }
  const other = await visitor.post('/laporan', { ...form, text: 'Air keran mati sejak pagi.' })
  assert.equal(other.status, 422)
  assert.equal(formIn(other).text, 'Air keran mati sejak pagi.')
  assert.notEqual(formIn(other).kunci, form.kunci)
  assert.equal(referenceIn(other.text), undefined)
  assert.equal((await rows(words)).length, 1)
})

test('the public preview hides numbers that belong to somebody', async () => {
  const visitor = citizen()
  const text = 'Hubungi 081234567890, NIK 3572014507900002, sari@contoh.example. <b>Tebal</b> & "kutip"'
  const preview = await visitor.post('/lapor', { ...formIn(await visitor.get('/lapor')), text, readers: 'public' })
  const [, shown = ''] = /<div class="card">([\s\S]*?)<\/div>/.exec(preview.text) ?? []
  assert.match(shown, /nomor disamarkan/)
  assert.match(shown, /NIK disamarkan/)
  assert.match(shown, /email disamarkan/)
  assert.doesNotMatch(shown, /0812|3572014|sari@|<b>/)
  assert.equal(formIn(preview).text, text)
})

test('changing the language loses nothing, on any page of the way', async () => {
  const visitor = citizen()
  const words = 'Trotoar rusak di depan puskesmas.'
  const empty = await visitor.get('/lapor')
  const form = await visitor.post('/lapor', { ...formIn(empty), text: words, place: 'Puskesmas', bahasa: 'en' })
  assert.match(form.text, /lang="en"/)
  assert.match(form.text, /Step 1 of 2/)
  assert.deepEqual([formIn(form).text, formIn(form).place], [words, 'Puskesmas'])
  const preview = await visitor.post('/lapor', { ...formIn(form), readers: 'secret' })
  const inIndonesian = await visitor.post('/lapor', { ...formIn(preview), bahasa: 'id' })
  assert.match(inIndonesian.text, /Langkah 2 dari 2/)
  const sent = await visitor.post('/laporan', formIn(inIndonesian))
  const inEnglish = await visitor.post('/laporan', { ...formIn(sent), bahasa: 'en' })
  assert.match(inEnglish.text, /lang="en"/)
  assert.equal(receiptIn(inEnglish.text), receiptIn(sent.text))
  assert.equal((await rows(words)).length, 1)
})

test('what comes from another site is refused', async () => {
  const visitor = citizen()
  const form: Record<string, string> = {
    ...formIn(await visitor.get('/lapor')),
    text: 'Dari situs lain.',
    readers: 'public',
  }
  for (const path of ['/lapor', '/laporan'])
    for (const foreign of [{ origin: 'https://lain.example' }, { 'sec-fetch-site': 'cross-site' }])
      assert.equal((await visitor.post(path, form, foreign as Record<string, string>)).status, 403, path)
  assert.equal((await rows('Dari situs lain.')).length, 0)
})

test('an old browser that does not say where it comes from may file, whatever cookies it has', async () => {
  const site = citizenSite()
  const { kunci = '' } = formIn(await citizen().get('/lapor'))
  const post = (path: string, fields: Record<string, string>) =>
    site.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { cookie: 'bahasa=en; pelapor=x' },
    })
  assert.equal((await post('/lapor', { text: 'Dari HP lama.' })).status, 200)
  assert.equal((await post('/laporan', { kunci, text: 'Dari HP lama.', readers: 'public' })).status, 201)
  assert.equal((await post('/keluar', {})).status, 403)
})

test('when the database is away or too busy, the words and the key stay for another press', async () => {
  const { Busy } = await import('../../db/batch.ts')
  for (const reason of [new Busy('busy'), new Error('connection lost')]) {
    const visitor = citizen({ intake: () => Promise.reject(reason) })
    const form: Record<string, string> = {
      ...formIn(await visitor.get('/lapor')),
      text: 'Jembatan retak.',
      readers: 'public',
    }
    const answer = await visitor.post('/laporan', form)
    assert.equal(answer.status, 503)
    assert.ok(answer.headers.get('retry-after'))
    assert.deepEqual([formIn(answer).text, formIn(answer).kunci], [form.text, form.kunci])
    const sent = await citizen().post('/laporan', formIn(answer))
    assert.equal(sent.status, 201)
  }
})

test('whoever leaves only a telephone gets the receipt that leads back, for no letter does', async () => {
  const text = 'Saluran di Kauman mampet sejak kemarin sore.'
  const { email, ...rest } = full
  const visitor = citizen()
  const preview = await visitor.post('/lapor', { ...rest, text, reach: 'phone', phone: '081234567890' })
  const sent = await visitor.post('/laporan', formIn(preview))
  assert.equal(sent.status, 201)
  const [reference, receipt] = [referenceIn(sent.text), receiptIn(sent.text)]
  assert.ok(reference && receipt)
  assert.match(sent.text, /Kabar lewat SMS belum dapat kami kirim/)
  const later = await citizen().post('/cek', { reference, receipt })
  assert.equal(later.status, 303)
})

test('only who was given a receipt is told to look under Cek laporan, which asks for it', async () => {
  for (const [reach, looks] of [
    ['email', false],
    ['none', true],
  ] as const) {
    const visitor = citizen()
    const text = `Papan nama jalan di Kauman hilang (${reach}).`
    const sent = await visitor.post('/laporan', formIn(await visitor.post('/lapor', { ...full, text, reach })))
    assert.equal(sent.status, 201)
    assert.equal(/Ceklah pada tanggal itu/.test(sent.text), looks, reach)
    assert.equal(receiptIn(sent.text) !== undefined, looks, reach)
  }
})

test('a title that would be cut in the midst of an emoji is filed', async () => {
  for (const start of ['a', 'aa']) {
    const text = `${start}${'😀'.repeat(80)}`
    const visitor = citizen()
    const preview = await visitor.post('/lapor', { ...full, text })
    assert.equal((await visitor.post('/laporan', formIn(preview))).status, 201)
  }
})

test('a file that is not there is not found, and nothing fails', async () => {
  const { status } = await citizen().get('/aset/style.lama.css')
  assert.equal(status, 404)
})

test('the form promises what holds: words are kept in the clear, identities sealed and closed to staff when anonymous', async () => {
  const said = {
    id: [/pengelola server kami dapat membacanya/, /disimpan tersegel[\s\S]*tidak ada petugas yang dapat membukanya/],
    en: [/those who run our server can read them/, /are kept sealed[\s\S]*no staff can open them/],
  }
  for (const lang of ['id', 'en'] as const) {
    const visitor = citizen()
    visitor.cookies.set('bahasa', lang)
    const form = (await visitor.get('/lapor')).text
    for (const words of said[lang]) assert.match(form, words)
    assert.doesNotMatch(form, /dua pejabat|two officials|dikunci|is locked|titik peta|map point/i)
  }
  const text = 'Kepala gudang meminta setoran setiap bulan.'
  const visitor = citizen()
  const preview = await visitor.post('/lapor', { ...full, text, known: 'anonymous', readers: 'secret' })
  assert.equal((await visitor.post('/laporan', formIn(preview))).status, 201)
  const [row] = await country.admin<{ text: string; hidden: boolean; sealed: Buffer }[]>`
    select r.text, v.hidden, v.sealed from report r join vault.identity v on v.report_id = r.id where r.text = ${text}`
  assert.equal(row?.text, text)
  assert.equal(row?.hidden, true)
  assert.ok(!row?.sealed.includes('sari@'))
})

test('the form and the preview may be gone back to, unless the report is to be secret', async () => {
  const store = async (readers: string) =>
    (await citizen().post('/lapor', { ...full, readers })).headers.get('cache-control')
  assert.equal(await store('public'), 'private, no-cache')
  assert.equal(await store('secret'), 'no-store')
})
