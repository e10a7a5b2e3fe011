import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agency, heart, keys, monday, type Name } from '../../../../test/heart.ts'
import { goodPassword } from '../../../../test/offices.ts'
import { siteFor, Visitor } from '../../../../test/visitor.ts'
import { withActor } from '../../../db/actor.ts'
import { hashPassword } from '../../../person/secret/password.ts'
import { openSession } from '../../../person/session.ts'
import { runPlans } from '../../../supervision/plan/run.ts'

/** The pages of plans, as an administrator of a city and others meet them. */

const h = await heart()
const site = siteFor(h.db, { keys, now: () => monday, rules: async () => h.book, wake: () => {} })
await h.admin`insert into category (code, parent_code, name_id, name_en) values ('jalan', null, 'Jalan', 'Roads')`
await h.admin`update account set password_hash = ${await hashPassword(goodPassword)}`

async function entered(name: Name): Promise<Visitor> {
  const one = new Visitor(site)
  const token = await withActor(h.db, { kind: 'door' }, (tx) => openSession(tx, h.staff[name].personId, 'test', monday))
  one.cookies.set('sesi', token)
  return one
}
async function atRoads(categoryCode?: string) {
  const report = await h.file()
  await h.act(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
  await h.act(report, 'blitarOperator', 'forward', { agencyId: agency.roads, categoryCode })
  return report
}
const form = {
  dari: 'Dinas PUPR Kota Blitar',
  sisa: 'DLH Kota Blitar',
  kategori: ['jalan', '', '', '', '', ''],
  tujuan: ['Inspektorat', '', '', '', '', ''],
  dasar: 'Peraturan Wali Kota Blitar Nomor 12 Tahun 2026',
  tanggal: '2026-02-20',
  mulai: '2026-03-01',
}
const digestIn = (page: string) => /name="dilihat" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''

test('an administrator draws a plan, sees what moves, signs it with the password and follows it', async () => {
  await atRoads()
  await atRoads('jalan')
  const one = await entered('blitarAdministrator')
  const drawn = await one.post('/pengawasan/penataan', form)
  assert.equal(drawn.status, 303, drawn.text)
  const path = drawn.to ?? ''
  const seen = await one.get(path)
  assert.match(seen.text, /Dinas Lingkungan Hidup Kota Blitar<\/th><td class="num">1</)
  assert.match(seen.text, /Inspektorat Kota Blitar<\/th><td class="num">1</)

  const wrong = await one.post(`${path}/tanda-tangan`, { dilihat: digestIn(seen.text), sandi: 'salah' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Kata sandi tidak cocok/)
  await atRoads()
  const stale = await one.post(`${path}/tanda-tangan`, { dilihat: digestIn(seen.text), sandi: goodPassword })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Sejak Anda melihatnya/)
  const signed = await one.post(`${path}/tanda-tangan`, { dilihat: digestIn(stale.text), sandi: goodPassword })
  assert.equal(signed.status, 303)
  assert.match((await one.get(path)).text, /0 dari 3 sudah berpindah/)
  assert.equal((await one.post(`${path}/batal`, {})).status, 404)

  await runPlans({ db: h.db, rules: async () => h.book }, monday)
  const done = await one.get(path)
  assert.match(done.text, /3 dari 3 sudah berpindah/)
  assert.match(done.text, /Instansi lama dapat ditutup/)
  assert.match((await one.get('/pengawasan/penataan')).text, /Dinas PUPR Kota Blitar/)
  for (const other of ['kediriOperator', 'blitarOperator', 'roadsLiaison'] as const)
    assert.equal((await (await entered(other)).get(path)).status, 404, other)
})

test('the reporter reads on their page and the agency in the history that it moved, and by whose signature', async () => {
  const report = await atRoads()
  const boss = await entered('blitarSupervisor')
  const path = (await boss.post('/pengawasan/penataan', { ...form, kategori: '', tujuan: '' })).to ?? ''
  const seen = await boss.get(path)
  await boss.post(`${path}/tanda-tangan`, { dilihat: digestIn(seen.text), sandi: goodPassword })
  await runPlans({ db: h.db, rules: async () => h.book }, monday)
  const page = await (await entered('treesLiaison')).get(`/meja/${report.reference}`)
  assert.equal(page.status, 200)
  assert.match(
    page.text,
    /Pindah ke Dinas Lingkungan Hidup Kota Blitar karena penataan instansi: Peraturan Wali Kota Blitar Nomor 12 Tahun 2026, ditandatangani blitarSupervisor/,
  )
})

test('what is missing or unknown is said beside its field, and what was typed stays', async () => {
  const one = await entered('blitarSupervisor')
  const empty = await one.post('/pengawasan/penataan', {})
  assert.equal(empty.status, 422)
  const half = await one.post('/pengawasan/penataan', { ...form, tujuan: '' })
  assert.match(half.text, /Pilih kategori dan instansinya/)
  const far = await one.post('/pengawasan/penataan', { ...form, sisa: 'Dinas PUPR Kota Kediri' })
  assert.match(far.text, /Instansi ini belum kami temukan/)
  assert.match(far.text, /value="Dinas PUPR Kota Kediri"/)
  const same = await one.post('/pengawasan/penataan', { ...form, sisa: form.dari })
  assert.match(same.text, /harus lain dari yang lama/)
})
