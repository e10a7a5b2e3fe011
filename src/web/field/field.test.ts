import assert from 'node:assert/strict'
import { test } from 'node:test'
import { town } from '../../../test/doors/town.ts'
import { street } from '../../../test/pictures.ts'
import { Visitor } from '../../../test/visitor.ts'

/** What an officer does on the street: tasks in order, one visit with its photos, however bad the line is. */

const t = await town()
type Filed = Awaited<ReturnType<typeof t.file>>
type Photos = Readonly<Record<string, readonly File[]>>

const nobody = new Visitor(t.site)
const [officer, treeOfficer] = await Promise.all(
  (['roadsOfficer', 'treesOfficer'] as const).map((who) => t.visitor(who, nobody, nobody)),
) as [Visitor, Visitor] // biome-ignore format: one pair

let taken = 0
const shot = async () => {
  taken += 1
  return new File([await street(20 + taken).jpeg().toBuffer()], `IMG_${taken}.jpg`, { type: 'image/jpeg' }) // biome-ignore format: one picture
}

/** A report with a task in the field until this day, for any officer of the lead and of who helps, or for one. */
async function task(due: string, officerId?: number): Promise<Filed> {
  const report = await t.file('unit')
  await t.act(report, 'roadsLiaison', 'dispatch', { due, officerId, note: 'Ukur lubangnya.' })
  return report
}

const seen = { outcome: 'done', findings: 'Lubang 2 meter, ditambal.', visitedAt: '2026-03-02T10:00', place: '' }

async function visits(report: Filed, told: object = {}, photos: Photos = {}, who = officer) {
  const form = new FormData()
  const fields = Object.entries({ versi: await t.version(report), ...seen, ...told })
  for (const [name, value] of fields) for (const one of [value].flat()) form.append(name, String(one))
  for (const [name, files] of Object.entries(photos)) for (const file of files) form.append(name, file)
  return who.send(`/meja/${report.reference}/kunjungan`, form)
}
const kept = ({ reportId }: Filed) =>
  t.admin<{ evidence: number; findings: string }[]>`
    select evidence, findings from visit where report_id = ${reportId} order by id`
const photosOf = ({ reportId }: Filed) =>
  t.admin<{ id: string; kind: string; eventN: number | null }[]>`
    select a.id, a.kind, a.event_n from attachment a join report r on r.key = a.report_key
    where r.id = ${reportId} and a.kind in ('before', 'after') order by a.id`

test('tasks stand in the order of their days; one that was given to a person is nobody else’s', async () => {
  const [late, soon] = [await task('2026-03-12'), await task('2026-03-04', t.staff.roadsOfficer.personId)]
  const { text } = await officer.get('/lapangan')
  assert.ok(text.indexOf(soon.reference) > 0 && text.indexOf(soon.reference) < text.indexOf(late.reference))
  const helping = (await treeOfficer.get('/lapangan')).text
  assert.match(helping, new RegExp(late.reference))
  assert.doesNotMatch(helping, new RegExp(soon.reference))
  assert.match((await officer.get(`/lapangan/${soon.reference}`)).text, /Ukur lubangnya\./)
  assert.match((await treeOfficer.get(`/lapangan/${late.reference}`)).text, /Ukur lubangnya\./)
  const places = [...(await officer.get('/meja')).text.matchAll(/href="(\/lapangan|\/meja\?lihat=[a-z]+)"/g)]
  assert.equal(places[0]?.[1], '/lapangan', 'first among the places of who only goes into the field')
  assert.doesNotMatch((await late.reporter.get(`/laporan/${late.reference}`)).text, /Ukur lubangnya\./)
})

test('a visit keeps its photos before and after, is told to the reporter, and lets the report be settled', async () => {
  const report = await task('2026-03-05')
  const done = await visits(report, {}, { sebelum: [await shot()], sesudah: [await shot()] })
  assert.deepEqual([done.status, done.to], [303, '/lapangan?tersimpan=1'])
  assert.deepEqual((await kept(report)).map(({ evidence }) => evidence), [2]) // biome-ignore format: one line
  const photos = await photosOf(report)
  assert.deepEqual(photos.map(({ kind }) => kind), ['before', 'after']) // biome-ignore format: one line
  const { text } = await report.reporter.get(`/laporan/${report.reference}`)
  assert.match(text, /Lubang 2 meter, ditambal\./)
  for (const { id } of photos) {
    assert.match(text, new RegExp(`/lampiran/${id}"`))
    assert.equal((await report.reporter.get(`/lampiran/${id}`)).status, 200)
  }
  const settled = await t.act(report, 'roadsLiaison', 'resolve', { text: 'Sudah ditambal.' })
  assert.equal(settled.ok, true)
})

test('photos that are only named in the form are no evidence', async () => {
  const [report, other] = [await task('2026-03-05'), await task('2026-03-05')]
  await visits(other, {}, { sesudah: [await shot()] })
  const foreign = (await photosOf(other)).map(({ id }) => id)
  assert.equal((await visits(report, { foto: [...foreign, '999999'], evidence: 7 })).status, 303)
  assert.deepEqual((await kept(report)).map(({ evidence }) => evidence), [0]) // biome-ignore format: one line
  assert.equal((await photosOf(report)).length, 0)
})

test('pressed twice is one visit; a photo that was used before must be defended', async () => {
  const report = await task('2026-03-05')
  const versi = await t.version(report)
  const photo = await shot()
  const [first, again] = [await visits(report, { versi }, { sesudah: [photo] }), await visits(report, { versi })]
  assert.deepEqual([first.to, again.to], ['/lapangan?tersimpan=1', '/lapangan?tersimpan=1'])
  assert.equal((await kept(report)).length, 1)

  const other = await task('2026-03-06')
  const reused = await visits(other, {}, { sesudah: [photo] })
  assert.equal(reused.status, 422)
  assert.match(reused.text, new RegExp(`${report.reference.slice(0, 4)}-${report.reference.slice(4)}`))
  const [, foto] = /name="foto" value="(\d+)"/.exec(reused.text) ?? []
  assert.equal((await visits(other, { foto, tetap: '1', findings: 'Satu lubang yang sama.' })).status, 303)
  assert.deepEqual((await kept(other)).map(({ evidence }) => evidence), [1]) // biome-ignore format: one line
})

test('the photo that the citizen sent, and one and the same before and after, must be defended', async () => {
  const report = await task('2026-03-05')
  const own = report.attachmentId
  const [row] = await t.admin<{ sha256: Buffer }[]>`select sha256 from attachment where id = ${own}`
  const photo = await shot()
  await t.admin`update attachment set sha256 = sha256(${Buffer.from(await photo.arrayBuffer())}) where id = ${own}`
  const theirs = await visits(report, {}, { sesudah: [photo] })
  assert.equal(theirs.status, 422)
  assert.match(theirs.text, /Foto ini sudah ada di laporan ini/)
  await t.admin`update attachment set sha256 = ${row?.sha256 ?? Buffer.alloc(32)} where id = ${own}`
  const same = await shot()
  const both = await visits(report, {}, { sebelum: [same], sesudah: [same] })
  assert.equal(both.status, 422)
  assert.match(both.text, /Foto ini sudah ada di laporan ini[\s\S]*name="tetap"/)
  assert.equal((await kept(report)).length, 0)
  const foto = [...both.text.matchAll(/name="foto" value="(\d+)"/g)].map(([, id]) => id)
  assert.equal((await visits(report, { foto, tetap: '1' })).status, 303)
  const again = await visits(report, { versi: (await t.version(report)) - 1 }, { sesudah: [same] })
  assert.equal(again.to, '/lapangan?tersimpan=1', 'pressed twice')
  assert.equal((await kept(report)).length, 1)
})

test('what is wrong is said at its field, and neither words nor good photos are lost', async () => {
  const report = await task('2026-03-05')
  const hostile = new File(['MZ\u0090 bukan foto'], 'foto.jpg', { type: 'image/jpeg' })
  const wrong = await visits(report, { outcome: '', visitedAt: 'kemarin' }, { sebelum: [await shot()], sesudah: [hostile] }) // biome-ignore format: one call
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /<textarea[^>]*>\s*Lubang 2 meter, ditambal\./)
  for (const field of ['outcome', 'visitedAt', 'sesudah'])
    assert.match(wrong.text, new RegExp(`id="e-${field}"`), field)
  const [, foto] = /name="foto" value="(\d+)"/.exec(wrong.text) ?? []
  assert.equal((await visits(report, { foto })).status, 303)
  assert.deepEqual((await kept(report)).map(({ evidence }) => evidence), [1]) // biome-ignore format: one line
  const tomorrow = await visits(await task('2026-03-05'), { visitedAt: '2026-03-03T09:00' })
  assert.equal(tomorrow.status, 422, 'a visit that is still to come is none')
  assert.match(tomorrow.text, /id="e-visitedAt"/)
  assert.match(tomorrow.text, /Waktu kunjungan harus sesudah/)
})
