import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withActor } from '../../src/db/actor.ts'
import { actorOf } from '../../src/person/may.ts'
import { move } from '../../src/report/move.ts'
import { keepAllFindable } from '../../src/report/search/keep.ts'
import { agency, monday } from '../heart.ts'
import type { Answer } from '../visitor.ts'
import { table } from './table.ts'
import { type Column, pathOf, town } from './town.ts'

/** A report about an agency, and everybody who belongs there, at every door of the site: to them it is as if there were none. */

const t = await town()
/** In its title, its text and its place, and nowhere else. */
const canary = 'zirkonia'
const words = `Pungutan liar ${canary} di loket retribusi.`

/** Held by the city before it is accused, so that there was something to see. */
async function accused(of: number, more: { assisting?: boolean } = {}) {
  const report = await t.file('centre', { text: words, place: `Loket ${canary}` })
  const grave = { class: 'complaint', oversight: true, categoryCode: 'jalan' }
  const to = (who: 'centreOperator' | 'blitarOperator', agencyId: number, assisting: number[] = []) =>
    t.act(report, who, 'forward', { agencyId, ...grave, categoryCode: undefined, assisting })
  const steps = [
    await to('centreOperator', agency.blitar),
    await to('blitarOperator', agency.roads, more.assisting ? [agency.trees] : []),
    await t.act(report, 'roadsOfficer', 'draft', { text: canary }),
    await t.act(report, 'centreOperator', 'accuse', { accused: [of], remark: canary }),
  ]
  assert.ok(steps.every(({ ok }) => ok), JSON.stringify(steps)) // biome-ignore format: one line
  await keepAllFindable(t.db)
  return report
}

const missing = 'ZZZZZZZZ'
const insiders: Readonly<Record<number, readonly Column[]>> = {
  [agency.roads]: ['roadsLiaison', 'roadsOfficer'],
  [agency.blitar]: [
    'blitarOperator', 'blitarSupervisor', 'blitarInspector', 'blitarAdministrator', 'roadsLiaison', 'roadsOfficer', 'treesLiaison', 'treesOfficer', 'inspectorateLiaison',
  ],
} // biome-ignore format: a list

/** What of an answer may not differ between a report that is hidden and one that never was. */
const said = ({ status, to, text }: Answer, reference: string) =>
  JSON.stringify([status, to, text.replaceAll(reference, missing).replace(/nonce="[^"]+"/g, '')])

for (const [of, people] of Object.entries(insiders).map(([id, people]) => [Number(id), people] as const))
  test(`every door with a report in its address is closed to whoever belongs to agency ${of}, as if there were none`, async () => {
    const { reporter, ...report } = await accused(of)
    const nothing = { reference: missing, attachmentId: 999_999 }
    const doors = table.filter(([door]) => /:ref|\/lampiran\/:id/.test(door) && !door.includes('/laporan/'))
    assert.ok(doors.length > 25)
    for (const column of people)
      for (const [door, , form = {}] of doors) {
        const visitor = await t.visitor(column, reporter, reporter)
        const ask = (path: string) =>
          door.startsWith('GET ') ? visitor.get(path) : visitor.post(path, { versi: '5', ...form })
        const [hidden, never] = [await ask(pathOf(door, report)), await ask(pathOf(door, nothing))]
        const about = `${column} at ${door}`
        assert.equal(said(hidden, report.reference), said(never, missing), about)
        assert.equal(hidden.status, 404, about)
      }
  })

const lists = [
  ...['queue', 'mine', 'drafts', 'instructions', 'returned', 'incomplete', 'resolved', 'assisting', 'extensions', 'authority', 'below', 'ended'].map((view) => `/meja?lihat=${view}`),
  ...['queue', 'below', 'ended'].flatMap((view) => [`/meja?lihat=${view}&cari=${canary}`, `/meja?lihat=${view}&pengawasan=1`, `/meja?lihat=${view}&urut=terbaru`]),
  ...['terbuka', 'terlewat', 'dialihkan', 'diarsipkan', 'berakhir', 'semua'].map((shelf) => `/pengawasan/inspektorat?lihat=${shelf}`),
  `/pengawasan/inspektorat?lihat=semua&terlapor=${agency.blitar}`,
  `/pengawasan/inspektorat?lihat=semua&terlapor=${agency.roads}`,
  '/lapangan', '/meja/templat', `/instansi?q=${canary}`, '/instansi?q=dinas', '/kelola/akun', '/kelola/instansi', `/kelola/instansi/${agency.roads}`, '/kelola/catatan', '/akun',
] // biome-ignore format: a list

for (const [of, people] of Object.entries(insiders).map(([id, people]) => [Number(id), people] as const))
  test(`no list, count or search of agency ${of} changes by a report about it`, async () => {
    const { reporter } = await t.file('centre')
    const look = async () => {
      const seen: Record<string, string> = {}
      for (const column of people)
        for (const path of lists)
          seen[`${column} ${path}`] = said(await (await t.visitor(column, reporter, reporter)).get(path), missing)
      return seen
    }
    const before = await look()
    const report = await accused(of, { assisting: true })
    const now = await look()
    for (const [where, text] of Object.entries(now)) {
      assert.ok(!text.includes(report.reference), where)
      assert.equal(text, before[where], where)
    }
  })

test('whoever is not accused sees it: these doors can tell', async () => {
  const { reporter, ...report } = await accused(agency.roads)
  const see = async (column: Column, path: string) =>
    (await (await t.visitor(column, reporter, reporter)).get(path)).text
  assert.match(await see('blitarOperator', `/meja/${report.reference}`), new RegExp(canary))
  assert.match(await see('blitarOperator', `/meja?lihat=queue&cari=${canary}`), new RegExp(report.reference))
  assert.match(await see('blitarInspector', '/pengawasan/inspektorat'), new RegExp(report.reference))
  assert.match(
    await see('blitarInspector', `/pengawasan/inspektorat?terlapor=${agency.roads}`),
    new RegExp(report.reference),
  )
  assert.doesNotMatch(
    await see('blitarInspector', `/pengawasan/inspektorat?terlapor=${agency.trees}`),
    new RegExp(report.reference),
  )
  const opened = async () => (await t.admin`select from opening where report_id = ${report.reportId}`).count
  const before = await opened()
  await see('blitarInspector', `/meja/${report.reference}`)
  assert.equal(await opened(), before + 1, 'an inspector who opens it leaves a line')
})

test('a form to an accused agency comes back with words, one by one and for several at once', async () => {
  const { reporter, ...report } = await accused(agency.roads)
  const operator = await t.visitor('blitarOperator', reporter, reporter)
  const form = { agencyId: String(agency.roads), class: 'complaint', oversight: 'ya' }
  const one = await operator.post(`/meja/${report.reference}/penerusan`, {
    versi: String(await t.version(report)),
    ...form,
  })
  assert.equal(one.status, 422)
  assert.match(one.text, /dilaporkan dalam pengaduan ini/)
  const pilih = `${report.reference}.${await t.version(report)}`
  const many = await operator.post('/meja/penerusan', { pilih, ...form })
  assert.equal(many.status, 409)
  assert.match(many.text, /dilaporkan dalam pengaduan ini/)
  const named = await operator.post(`/meja/${report.reference}/golongan`, {
    versi: String(await t.version(report)), class: 'complaint', oversight: 'ya', accusedName: 'DLH Kota Blitar',
  }) // biome-ignore format: one form
  assert.equal(
    named.status,
    303,
    named.text.slice(named.text.indexOf('alert') - 200, named.text.indexOf('alert') + 500),
  )
  const [row] = await t.admin`select accused from report where id = ${report.reportId}`
  assert.deepEqual(row?.accused, ['/1/1035/3572/3572006/', '/1/1035/3572/3572011/'])
})

test('a number that an accused agency writes by hand is one that does not exist', async () => {
  const hidden = await accused(agency.roads)
  const own = await t.file('unit')
  const merge = (into: string) =>
    withActor(t.db, actorOf(t.staff.roadsLiaison), (tx) =>
      move(tx, t.book, { kind: 'staff', staff: { ...t.staff.roadsLiaison, roles: ['operator'] } }, { reference: own.reference, name: 'merge', input: { into } }, monday),
    ) // biome-ignore format: one call
  assert.deepEqual(await merge(hidden.reference), await merge(missing))
})
