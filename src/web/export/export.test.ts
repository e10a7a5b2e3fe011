import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { goodPassword, hired, now, office, offices, person } from '../../../test/offices.ts'
import { siteFor, Visitor } from '../../../test/visitor.ts'
import { folderStore } from '../../attachment/store.ts'
import { makeExport } from '../../export/make.ts'
import { tableWording } from './wording.ts'

const { db, admin } = await offices()
const folder = await mkdtemp(join(tmpdir(), 'lapor-export-'))
after(() => rm(folder, { recursive: true }))
const store = folderStore(folder)
const site = siteFor(db, { store, wake: () => {} })

async function entered(agencyId: number, username: string): Promise<Visitor> {
  await hired(db, person(agencyId, username, ['operator']))
  const visitor = new Visitor(site)
  assert.equal((await visitor.post('/masuk', { username, password: goodPassword })).status, 303)
  return visitor
}
const ours = await entered(office.blitar, 'operator.blitar')
const theirs = await entered(office.kediri, 'operator.kediri')
const last = async () => (await admin<{ id: number }[]>`select max(id)::int as id from export`)[0]?.id ?? 0

test('a list is asked for on the desk, made in the background and taken', async () => {
  await ours.post('/meja/catat', { text: 'Lampu di depan pasar mati.', channel: 'phone', secrecy: 'public' })
  assert.equal((await ours.post('/ekspor', { lihat: 'ended', sebagai: 'csv', cari: '=1+1' })).status, 303)
  const waiting = await ours.get('/ekspor')
  assert.match(waiting.text, /Sudah berakhir, &quot;=1\+1&quot; · CSV/)
  assert.match(waiting.text, /Menunggu giliran/)
  assert.equal(waiting.headers.get('refresh'), '3; url=/ekspor')
  const id = await last()
  assert.equal((await ours.get(`/ekspor/${id}/berkas`)).status, 404, 'not made yet')
  await makeExport({ db, store, now: () => now, wording: tableWording }, id)
  const ready = await ours.get('/ekspor')
  assert.match(ready.text, /Siap/)
  assert.equal(ready.headers.get('refresh'), null)
  const file = await ours.get(`/ekspor/${id}/berkas`)
  assert.equal(file.status, 200)
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment; filename="lapor-ended-2026-03-02\.csv"$/)
  assert.match(file.text, /^\uFEFF?Nomor;Judul;Status;/)
})

test('nobody takes or calls off the table of another', async () => {
  await ours.post('/ekspor', { lihat: 'queue', sebagai: 'xlsx' })
  const id = await last()
  assert.equal((await theirs.get(`/ekspor/${id}/berkas`)).status, 404)
  assert.equal((await theirs.post(`/ekspor/${id}/batal`, {})).status, 404)
  assert.equal((await ours.post(`/ekspor/${id}/batal`, {})).status, 303)
  assert.match((await ours.get('/ekspor')).text, /Dibatalkan/)
})

test('what is no list and a fourth table are refused with words', async () => {
  assert.match((await ours.post('/ekspor', { lihat: 'queue', sebagai: 'pdf' })).text, /tidak dapat kami baca/)
  for (let n = 0; n < 3; n++) assert.equal((await ours.post('/ekspor', { lihat: 'queue', sebagai: 'csv' })).status, 303)
  const busy = await ours.post('/ekspor', { lihat: 'queue', sebagai: 'csv' })
  assert.equal(busy.status, 422)
  assert.match(busy.text, /Tiga tabel Anda masih disiapkan/)
})
