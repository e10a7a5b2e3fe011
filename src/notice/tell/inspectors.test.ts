import assert from 'node:assert/strict'
import { test } from 'node:test'
import { by, later, monday, scene } from '../../../test/post.ts'
import { withActor } from '../../db/actor.ts'
import { sendNotice } from '../send.ts'
import { expand } from './expand.ts'

/** Who hears of an oversight complaint: the nearest inspectors above and those of the centre, each once, and nobody accused. */

const office = await scene()
const { admin, db } = office
await admin`
  insert into account (id, agency_id, agency_path, username, name, email, roles) values
    (41, 1, '/1/', 'pusat', 'Pusat Inspektur', 'pusat@kantor.example', '{inspector}'),
    (42, 2, '/1/2/', 'kota', 'Kota Inspektur', 'kota@kantor.example', '{inspector}'),
    (43, 2, '/1/2/', 'lama', 'Lama Inspektur', 'lama@kantor.example', '{inspector}')`
await admin`update account set disabled_at = now() where id = 43`

const grave = { class: 'complaint', oversight: true, categoryCode: undefined, note: '', assisting: [] } as const
const plain = { ...grave, oversight: false } as const
let days = 0
const does = async (who: Parameters<typeof office.does>[0], reference: string, name: string, input: object) => {
  office.travel(later(++days / 10))
  const moved = await office.does(who, reference, name as 'forward', input as never)
  assert.ok(moved.ok, name)
}

/** Who gets a letter about oversight of what was not told yet; told again, nobody. */
async function inspectorsOf(reportId: number): Promise<string[]> {
  const events = await admin<{ n: number }[]>`select n from event where report_id = ${reportId} order by n`
  const refs = events.map(({ n }) => ({ reportId, n }))
  const told = async () => {
    const ids = await withActor(db, { kind: 'system' }, (tx) => expand(tx, refs, office.now()))
    const rows = await admin<{ name: string }[]>`
      select split_part(a.name, ' ', 1) as name from notice n join account a on a.id = n.account_id
      where n.id = any(${ids}) and n.kind = 'staff.oversight' order by 1`
    return rows.map(({ name }) => name)
  }
  const [first, again, more] = [await told(), await told(), await Promise.all([told(), told()])]
  assert.deepEqual([again, more], [[], [[], []]], 'exactly once')
  return first
}

test('when it is sent down as one; what a citizen ticked is not news before', async () => {
  office.travel(monday)
  const filed = await office.file({ text: 'Pungli di loket.', class: 'complaint', oversight: 'on' })
  assert.deepEqual(await inspectorsOf(filed.reportId), [])
  await does(by('centre'), filed.reference, 'forward', { agencyId: 2, ...grave })
  assert.deepEqual(await inspectorsOf(filed.reportId), ['Kota', 'Pusat'])
  await does(by('city'), filed.reference, 'forward', { agencyId: 3, ...grave })
  assert.deepEqual(await inspectorsOf(filed.reportId), [])
})

test('when it becomes one later, even if it is made something else before anybody was told', async () => {
  const filed = await office.file({ text: 'Petugas meminta uang.' })
  await does(by('centre'), filed.reference, 'forward', { agencyId: 2, ...plain })
  assert.deepEqual(await inspectorsOf(filed.reportId), [])
  await does(by('city'), filed.reference, 'reclassify', { ...grave, remark: '' })
  await does(by('city'), filed.reference, 'reclassify', { ...plain, remark: '' })
  assert.deepEqual(await inspectorsOf(filed.reportId), ['Kota', 'Pusat'])
})

test('several workers at once tell each inspector once', async () => {
  const filed = await office.file({ text: 'Petugas meminta uang lagi.' })
  await does(by('centre'), filed.reference, 'forward', { agencyId: 2, ...grave })
  const refs = [{ reportId: filed.reportId, n: 2 }]
  await Promise.all(
    Array.from({ length: 6 }, () => withActor(db, { kind: 'system' }, (tx) => expand(tx, refs, office.now()))),
  )
  const [row] =
    await admin`select count(*)::int as n from notice where report_id = ${filed.reportId} and kind = 'staff.oversight'`
  assert.equal(row?.n, 2)
})

test('nobody who is accused is told, not of the complaint and not of what was waiting for them', async () => {
  const filed = await office.file({ text: 'Wali kota meminta setoran.' })
  await does(by('centre'), filed.reference, 'forward', { agencyId: 2, ...plain })
  await does(by('city'), filed.reference, 'forward', { agencyId: 3, ...plain })
  await does(by('officer'), filed.reference, 'draft', { text: 'Kami periksa.' })
  await does(by('liaison'), filed.reference, 'sendBack', { remark: 'Sebut tanggalnya.' })
  await does(by('centre'), filed.reference, 'accuse', { accused: [2], remark: 'Wali kota.' })
  assert.deepEqual(await inspectorsOf(filed.reportId), ['Pusat'])
  const told = await admin<{ path: string }[]>`
    select a.agency_path as path from notice n join account a on a.id = n.account_id where n.report_id = ${filed.reportId}`
  assert.deepEqual(
    told.filter(({ path }) => path.startsWith('/1/2/')),
    [],
  )
})

test('what was written to them before, and not sent yet, is not sent', async () => {
  const filed = await office.file({ text: 'Kepala dinas meminta setoran.' })
  await does(by('centre'), filed.reference, 'forward', { agencyId: 2, ...plain })
  await does(by('city'), filed.reference, 'forward', { agencyId: 3, ...plain })
  await does(by('officer'), filed.reference, 'draft', { text: 'Kami periksa.' })
  await does(by('liaison'), filed.reference, 'sendBack', { remark: 'Sebut tanggalnya.' })
  const refs = [{ reportId: filed.reportId, n: 5 }]
  const [id = 0] = await withActor(db, { kind: 'system' }, (tx) => expand(tx, refs, office.now()))
  await does(by('city'), filed.reference, 'accuse', { accused: [3], remark: 'Kepala dinas.' })
  const mailer = { send: () => assert.fail('a letter to the accused'), close: () => {} }
  assert.equal(await sendNotice(office.post, mailer as never, id, office.now()), 'unreachable')
})

test('the letter of a secret report names no number', async () => {
  const letters: string[] = []
  const send = async (mail: { text: string }) => {
    letters.push(mail.text)
    return { ok: true }
  }
  const mailer = { send, close: () => {} }
  for (const readers of ['secret', 'public'] as const) {
    const filed = await office.file({ text: 'Pungli lagi.', readers })
    await does(by('centre'), filed.reference, 'forward', { agencyId: 2, ...grave })
    await inspectorsOf(filed.reportId)
    const [notice] = await admin<{ id: number }[]>`
      select id::int from notice where report_id = ${filed.reportId} and account_id = 42`
    await sendNotice(office.post, mailer as never, notice?.id ?? 0, office.now())
    const shown = `${filed.reference.slice(0, 4)}`
    assert.equal(letters.at(-1)?.includes(shown), readers === 'public', letters.at(-1))
    assert.ok(letters.at(-1)?.includes('/pengawasan/inspektorat'))
  }
})
