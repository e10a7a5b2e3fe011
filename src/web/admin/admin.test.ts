import assert from 'node:assert/strict'
import { test } from 'node:test'
import { goodPassword, hired, issue, office, offices, person } from '../../../test/offices.ts'
import { siteFor, Visitor } from '../../../test/visitor.ts'

const t = await offices()
await t.admin`insert into area (code, level, name, zone) values ('35', 1, 'Jawa Timur', 'Asia/Jakarta')`
await t.admin`insert into area (code, parent_code, level, name, zone) values ('35.72', '35', 2, 'Kota Blitar', 'Asia/Jakarta')`
await t.admin`update agency set area_code = '35.72' where id = ${office.blitar}`
const site = siteFor(t.db)

async function entered(username: string): Promise<Visitor> {
  const visitor = new Visitor(site)
  assert.equal((await visitor.post('/masuk', { username, password: goodPassword })).status, 303)
  return visitor
}
await hired(t.db, person(office.blitar, 'admin.blitar', ['administrator']))
await hired(t.db, person(office.centre, 'admin.pusat', ['administrator']))
await hired(t.db, person(office.blitar, 'operator.blitar', ['operator']))
const blitar = await entered('admin.blitar')
const centre = await entered('admin.pusat')
const { accountId: foreign } = await issue(t.db, person(office.kediri, 'orang.kediri', ['officer']))

const pages = ['/kelola/instansi', '/kelola/akun', '/kelola/akun/baru', '/kelola/impor', '/kelola/kalender', '/kelola/janji',
  '/kelola/kategori', '/kelola/catatan', `/kelola/instansi/${office.blitar}`] // biome-ignore format: a list

test('the pages are there for administrators and for nobody else', async () => {
  const clerk = await entered('operator.blitar')
  for (const path of pages) {
    assert.equal((await blitar.get(path)).status, 200, path)
    assert.equal((await clerk.get(path)).status, 404, path)
    assert.equal((await new Visitor(site).get(path)).status, 303, path)
  }
})

test('what lies outside the branch does not exist', async () => {
  for (const path of [`/kelola/instansi/${office.kediri}`, `/kelola/instansi/${office.centre}`, `/kelola/akun/${foreign}`, '/kelola/akun/0',
    '/kelola/akun/x', '/kelola/instansi/99999999999999999999']) assert.equal((await blitar.get(path)).status, 404, path) // biome-ignore format: a list
  for (const act of ['data', 'peran', 'slip', 'undangan', 'nonaktif', 'aktif'])
    assert.equal(
      (await blitar.post(`/kelola/akun/${foreign}/${act}`, { peran: 'operator', nama: 'Nama' })).status,
      404,
      act,
    )
  assert.equal((await blitar.post(`/kelola/akun/${foreign}/pindah`, { instansi: '3572' })).status, 404)
  assert.equal(
    (await blitar.post(`/kelola/instansi/${office.kediri}`, { nama: 'Milik Saya', singkatan: 'MS' })).status,
    404,
  )
  for (const path of ['/kelola/akun?cari=kediri', '/kelola/instansi?cari=kediri', '/kelola/catatan'])
    assert.doesNotMatch((await blitar.get(path)).text, /orang\.kediri|Pemerintah Kota Kediri/)
})

test('an agency is made, an account issued on a slip, changed, and both are closed', async () => {
  const made = await blitar.post(`/kelola/instansi/${office.blitar}/bawahan`, {
    'nama-baru': 'Dinas Baru', 'singkatan-baru': 'Dinas Baru', jenis: 'unit', wilayah: '35.72', 'tugas-baru': 'hal baru',
  }) // biome-ignore format: one form
  assert.equal(made.status, 303)
  const agency = made.to?.replace(/\?.*/, '') ?? ''
  const wrong = await blitar.post(`/kelola/instansi/${office.blitar}/bawahan`, {
    'nama-baru': 'Dinas Baru',
    'singkatan-baru': 'DB',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Nama ini sudah dipakai/)
  assert.equal((await blitar.post(agency, { nama: 'Dinas Lama', singkatan: 'Dinas Lama', tugas: '' })).status, 303)

  const form = {
    instansi: 'Dinas Lama',
    nama: 'Budi Santoso',
    pengguna: 'Budi.S',
    peran: ['officer', 'liaison'],
    masuk: 'slip',
    bahasa: 'id',
  }
  assert.equal((await blitar.post('/kelola/akun', { ...form, peran: ['arbiter'] })).status, 422)
  assert.match((await blitar.post('/kelola/akun', { ...form, pengguna: 'x' })).text, /Budi Santoso/)
  const slip = await blitar.post('/kelola/akun', form)
  const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(slip.text) ?? []
  assert.match(slip.text, /budi\.s/)
  assert.equal((await new Visitor(site).post('/masuk', { username: 'budi.s', password: code })).to, '/akun/sandi')

  const [row] = await t.admin<{ id: number }[]>`select id::int from account where username = 'budi.s'`
  const own = `/kelola/akun/${row?.id}`
  assert.equal((await blitar.post(`${agency}/tutup`, {})).status, 422)
  assert.equal((await blitar.post(`${own}/data`, { nama: 'Budi S.', email: 'tidak', bahasa: 'en' })).status, 422)
  assert.equal(
    (await blitar.post(`${own}/data`, { nama: 'Budi S.', email: 'budi@blitar.example', bahasa: 'en' })).status,
    303,
  )
  assert.equal((await blitar.post(`${own}/undangan`, {})).status, 303)
  assert.equal((await blitar.post(`${own}/peran`, {})).status, 422)
  assert.equal((await blitar.post(`${own}/peran`, { peran: 'officer' })).status, 303)
  assert.equal((await blitar.post(`${own}/pindah`, { instansi: 'Pemerintah Kota Kediri' })).status, 422)
  assert.equal((await blitar.post(`${own}/pindah`, { instansi: String(office.blitarRoads) })).status, 303)
  assert.match((await blitar.post(`${own}/slip`, {})).text, /SLIP MASUK/)
  assert.equal((await blitar.post(`${own}/nonaktif`, {})).status, 303)
  assert.equal((await blitar.post(`${own}/nonaktif`, {})).status, 422)
  assert.equal((await blitar.post(`${own}/aktif`, {})).status, 303)
  assert.equal((await blitar.post(`${agency}/tutup`, {})).status, 303)
  assert.match((await blitar.get(own)).text, /Akun dipindahkan/)
})

test('a table is checked, then taken in', async () => {
  const send = (isi: string, tabel: string, langkah: string, file?: string) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ macam: isi, tabel, langkah })) form.set(name, value)
    form.set('berkas', new File([file ?? ''], file ? 'a.csv' : ''))
    return blitar.send('/kelola/impor', form)
  }
  const head = 'instansi;nama;nama pengguna;email;peran\n'
  assert.equal((await send('accounts', '', 'periksa')).status, 422)
  const wrong = await send('accounts', `${head}Kediri;A B;ab.1;;petugas`, 'masukkan')
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Instansi ini tidak ada/)
  const right = await send('accounts', '', 'periksa', `${head}3572006;A B;ab.1;;petugas\n3572006;C D;cd.1;;petugas`)
  assert.match(right.text, /Semua 2 baris benar/)
  assert.match(right.text, /ab\.1/)
  assert.equal((await t.admin`select from account where username = 'ab.1'`).length, 0)
  assert.match((await send('accounts', `${head}3572006;A B;ab.1;;petugas`, 'masukkan')).text, /SLIP MASUK/)
  assert.match(
    (await send('agencies', 'induk;nama;singkatan\n3572;Badan Baru;Badan Baru', 'masukkan')).text,
    /1 instansi dibuat/,
  )
  assert.equal((await blitar.post('/kelola/impor', { macam: 'accounts' })).status, 422)
})

test('the centre keeps the calendar, promises and categories; a city keeps its own days', async () => {
  const day = { hari: '2026-08-17', nama: 'Hari Kemerdekaan', jenis: 'national', dasar: 'SKB' }
  assert.equal((await centre.post('/kelola/kalender', day)).to, '/kelola/kalender?tahun=2026&tersimpan=1')
  assert.equal((await centre.post('/kelola/kalender', { ...day, hari: '2026-02-30' })).status, 422)
  assert.equal(
    (await blitar.post('/kelola/kalender', { ...day, hari: '2026-04-01', nama: 'Hari Jadi Blitar' })).status,
    303,
  )
  assert.match((await blitar.get('/kelola/kalender?tahun=2026')).text, /Hari Jadi Blitar/)
  assert.equal((await blitar.post('/kelola/kalender/hapus', { hari: '2026-08-17', wilayah: '' })).status, 422)
  assert.equal((await blitar.post('/kelola/kalender/hapus', { hari: '2026-04-01', wilayah: '35.72' })).status, 303)

  const promise = {
    langkah: 'verify',
    golongan: '',
    kadar: '',
    jumlah: '2',
    satuan: 'working',
    dasar: 'Peraturan baru',
    mulai: '2026-12-01',
  }
  assert.equal((await blitar.post('/kelola/janji', promise)).status, 422)
  assert.equal((await centre.post('/kelola/janji', { ...promise, jumlah: '1e999' })).status, 422)
  assert.equal((await centre.post('/kelola/janji', { ...promise, mulai: '2020-01-01' })).status, 422)
  assert.equal((await centre.post('/kelola/janji', promise)).status, 303)
  assert.match((await centre.get('/kelola/janji')).text, /Peraturan baru/)

  const category = { kode: 'uji', indonesia: 'Uji', inggris: 'Test', urutan: '1', ditawarkan: '1' }
  assert.equal((await blitar.post('/kelola/kategori', category)).status, 422)
  assert.equal((await centre.post('/kelola/kategori', { ...category, kode: 'Uji 1' })).status, 422)
  assert.equal((await centre.post('/kelola/kategori', category)).status, 303)
  assert.match((await centre.get('/kelola/kategori?ubah=uji')).text, /value="Test"/)
})

test('bad input is never a fault of ours', async () => {
  const odd = ['\0', '\ud800', '%', "' or 1=1 --", '<script>alert(1)</script>', 'x'.repeat(100_000), '９'.repeat(50)]
  for (const text of odd) {
    const query = encodeURIComponent(text.toWellFormed().slice(0, 3000))
    for (const path of pages) {
      const answer = await blitar.get(
        `${path}?cari=${query}&setelah=${query}&instansi=${query}&tahun=${query}&sebelum=${query}&ubah=${query}`,
      )
      assert.equal(answer.status, 200, path)
      assert.doesNotMatch(answer.text, /<script>alert/)
    }
    const fields = Object.fromEntries(['instansi', 'nama', 'pengguna', 'email', 'peran', 'bahasa', 'hari', 'dasar', 'jenis', 'nama-baru',
      'singkatan-baru', 'singkatan', 'tugas', 'tugas-baru', 'wilayah', 'kode', 'waris', 'langkah'].map((name) => [name, text])) // biome-ignore format: a list
    const posts = ['/kelola/akun', '/kelola/kalender', '/kelola/kalender/hapus', '/kelola/janji', '/kelola/kategori', `/kelola/instansi/${office.blitar}`,
      `/kelola/instansi/${office.blitar}/bawahan`, `/kelola/akun/${foreign}/data`, '/masuk', '/sandi/lupa', '/sandi/atur'] // biome-ignore format: a list
    for (const path of posts) {
      const { status } = await centre.post(path, fields)
      assert.ok(status < 500, `${path} ${status} ${text.slice(0, 20)}`)
    }
  }
})
