import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agency, heart, keys, monday, type Name } from '../../../../test/heart.ts'
import { siteFor, Visitor } from '../../../../test/visitor.ts'
import { withActor } from '../../../db/actor.ts'
import { openSession } from '../../../person/session.ts'
import type { Receipt } from '../../../report/file.ts'

/** The pages of audits, as a supervisor, the auditor and the agency meet them. */

const h = await heart()
const site = siteFor(h.db, { keys, now: () => monday, rules: async () => h.book, wake: () => {} })
const auditor = 2003
await h.admin`insert into account (id, agency_id, agency_path, username, name, email, roles)
  select ${auditor}, id, path, 'tari', 'Tari Operator', 'tari@kantor.example', '{operator}' from agency where id = ${agency.blitar}`

async function entered(who: Name | 'tari'): Promise<Visitor> {
  const one = new Visitor(site)
  const id = who === 'tari' ? auditor : h.staff[who].personId
  one.cookies.set('sesi', await withActor(h.db, { kind: 'door' }, (tx) => openSession(tx, id, 'test', monday)))
  return one
}
async function closed(): Promise<Receipt> {
  const report = await h.file()
  await h.act(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
  await h.act(report, 'blitarOperator', 'forward', { agencyId: agency.roads })
  await h.act(report, 'roadsLiaison', 'answer', { text: 'Lampunya kami ganti besok.' })
  await h.act(report, 'roadsLiaison', 'resolve', { text: 'Sudah diganti.' })
  await h.act(report, 'reporter', 'confirm')
  return report
}
const form = {
  instansi: 'Dinas PUPR Kota Blitar',
  mulai: '2026-03-01',
  sampai: '2026-03-31',
  banyak: '2',
  pemeriksa: String(auditor),
}

test('a supervisor asks, the auditor judges each, the agency learns which ones when it is finished', async () => {
  for (let n = 0; n < 3; n++) await closed()
  const boss = await entered('blitarSupervisor')
  const handler = await boss.post('/pengawasan/audit', { ...form, pemeriksa: String(h.staff.blitarOperator.personId) })
  assert.equal(handler.status, 422)
  assert.match(handler.text, /pernah menangani 2 dari laporan yang terundi/)
  assert.match((await boss.post('/pengawasan/audit', { ...form, banyak: '0' })).text, /dari 1 sampai 200/)
  const asked = await boss.post('/pengawasan/audit', form)
  assert.equal(asked.status, 303, asked.text)
  const path = asked.to ?? ''
  assert.match((await boss.get(path)).text, /baru diketahui setelah pemeriksa selesai/)
  assert.equal((await boss.get(`${path}/1`)).status, 404)

  const tari = await entered('tari')
  assert.match((await tari.get('/pengawasan/audit')).text, /0 dari 2 dinilai/)
  const item = await tari.get(`${path}/1`)
  assert.match(item.text, /Lampunya kami ganti besok/)
  const bare = await tari.post(`${path}/1`, { penilaian: 'not_done', alasan: '' })
  assert.equal(bare.status, 422)
  const early = await tari.post(`${path}/selesai`, {})
  assert.deepEqual([early.status, /belum dinilai/.test(early.text)], [409, true])
  const next = await tari.post(`${path}/1`, { penilaian: 'in_order', alasan: '' })
  assert.equal(next.to, `${path}/2`)
  assert.equal((await tari.post(`${path}/2`, { penilaian: 'not_done', alasan: 'Tiangnya masih gelap.' })).to, path)
  assert.equal((await tari.post(`${path}/selesai`, {})).status, 303)

  const result = await boss.get(path)
  assert.match(result.text, /1 dari 2 beres/)
  assert.match(result.text, /Tiangnya masih gelap/)
  const [bad] = await h.admin<{ reference: string }[]>`
    select r.reference from audit_item i join report r on r.id = i.report_id where i.verdict = 'not_done'`
  const agencyPage = await (await entered('roadsLiaison')).get(`/meja/${bad?.reference}`)
  assert.match(agencyPage.text, /Diperiksa oleh Tari Operator: pekerjaan belum dilakukan\. Tiangnya masih gelap/)
  const opened = await boss.get(`/meja/${bad?.reference}`)
  assert.match(opened.text, /\/pembukaan/)
  assert.equal((await tari.get(`/meja/${bad?.reference}`)).text.includes('/pembukaan'), false)
})

test('the head answers in person: the reporter reads in whose name, the agency’s clock runs on', async () => {
  const report = await h.file()
  await h.act(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
  await h.act(report, 'blitarOperator', 'forward', { agencyId: agency.roads })
  const before = await h.row(report)
  const boss = await entered('blitarSupervisor')
  const spoken = await boss.post(`/meja/${report.reference}/jawaban-pimpinan`, {
    versi: String(before.version),
    text: 'Saya sendiri yang mengawasi lampu ini.',
  })
  assert.equal(spoken.status, 303, spoken.text)
  const { version: _, ...now } = await h.row(report)
  const { version: __, ...was } = before
  assert.deepEqual({ ...now, head: null }, { ...was, head: null }, 'nothing of the report changed')
  assert.equal(now.answeredAt, null)
  const page = await boss.get(`/meja/${report.reference}`)
  assert.match(page.text, /Pimpinan, Pemerintah Kota Blitar/)
  const late = await h.act(report, 'roadsOfficer', 'speak' as never, { text: 'x' })
  assert.equal(late.ok, false)
})
