import assert from 'node:assert/strict'
import { test } from 'node:test'
import { by, later, monday, scene } from '../../../test/post.ts'
import { withActor } from '../../db/actor.ts'
import { expand } from './expand.ts'

const office = await scene()
const classing = { class: 'complaint', oversight: false, categoryCode: undefined, note: '', assisting: [] } as const

/** Kinds of letters by the names of who gets them, of all events of a report that were not told yet. */
async function lettersOf(reportId: number): Promise<string[]> {
  const events = await office.admin<{ n: number }[]>`select n from event where report_id = ${reportId} order by n`
  const refs = events.map(({ n }) => ({ reportId, n }))
  const ids = await withActor(office.db, { kind: 'system' }, (tx) => expand(tx, refs, office.now()))
  const rows = await office.admin<{ line: string }[]>`
    select split_part(a.name, ' ', 1) || ' ' || n.kind as line from notice n join account a on a.id = n.account_id
    where n.id = any(${ids}) order by 1`
  return rows.map(({ line }) => line)
}

async function atUnit(text: string) {
  const filed = await office.file({ text })
  await office.does(by('centre'), filed.reference, 'forward', { agencyId: 2, ...classing, assisting: [] })
  await office.does(by('city'), filed.reference, 'forward', { agencyId: 3, ...classing, assisting: [] })
  return filed
}

test('whoever has something new on the desk is told once in four hours, however much comes', async () => {
  office.travel(monday)
  const filed = await office.file({ text: 'Lampu jalan mati di gang.' })
  assert.deepEqual(await lettersOf(filed.reportId), ['Sari staff.waiting'])
  assert.deepEqual(await lettersOf(filed.reportId), [], 'telling again makes nothing new')
  const another = await office.file({ text: 'Lampu taman juga mati.' })
  assert.deepEqual(await lettersOf(another.reportId), [])
  office.travel(later(0.2))
  const third = await office.file({ text: 'Lampu pasar juga mati.' })
  assert.deepEqual(await lettersOf(third.reportId), ['Sari staff.waiting'])
})

test('a task, a draft sent back and the news of a reporter reach who must act, every time, and never who did it', async () => {
  office.travel(later(1))
  const filed = await atUnit('Saluran air di pasar mampet.')
  assert.deepEqual(
    await lettersOf(filed.reportId),
    ['Rina staff.waiting'],
    'the present desk, for three events at once',
  )
  const moves = [
    () => office.does(by('officer'), filed.reference, 'draft', { text: 'Kami bersihkan.' }),
    () => office.does(by('liaison'), filed.reference, 'sendBack', { remark: 'Sebut tanggalnya.' }),
    () =>
      office.does(by('liaison'), filed.reference, 'dispatch', {
        officerId: 14,
        agencyId: undefined,
        due: '2026-11-27',
        note: '',
      }),
    () =>
      office.does({ kind: 'reporter', reporterId: filed.reporterId }, filed.reference, 'reply', {
        text: 'Airnya sudah masuk rumah.',
      }),
    () =>
      office.does(by('liaison'), filed.reference, 'extend', {
        reason: 'weather',
        sentence: 'Hujan.',
        newDue: '2026-12-22',
      }),
  ]
  const told: string[][] = []
  for (const [n, moved] of moves.entries()) {
    office.travel(later(2 + n))
    assert.ok((await moved()).ok, String(n))
    told.push(await lettersOf(filed.reportId))
  }
  assert.deepEqual(told, [
    ['Rina staff.waiting'],
    ['Agus staff.sentBack'],
    ['Agus staff.task'],
    ['Rina staff.waiting'],
    ['Joko staff.waiting'],
  ])
})

test('an arbiter is told of the third return, whoever helps of the forwarding, and every officer of a task for anybody', async () => {
  await office.admin`
    insert into agency (id, parent_id, path, kind, name, short_name) values (4, 2, '/1/2/4/', 'unit', 'Dinas Perhubungan', 'Dishub')`
  await office.admin`
    insert into account (id, agency_id, agency_path, username, name, email, roles) values
      (21, 1, '/1/', 'arif', 'Arif Pemutus', 'arif@kantor.example', '{arbiter}'),
      (22, 4, '/1/2/4/', 'hesti', 'Hesti Penghubung', 'hesti@kantor.example', '{liaison}'),
      (23, 3, '/1/2/3/', 'oka', 'Oka Petugas', 'oka@kantor.example', '{officer}')`
  office.travel(later(10))
  const filed = await office.file({ text: 'Rambu di simpang empat roboh.' })
  const told: string[][] = []
  for (let n = 0; n < 3; n++) {
    office.travel(later(11 + 2 * n))
    await office.does(by('centre'), filed.reference, 'forward', { agencyId: 2, ...classing, assisting: [] })
    await lettersOf(filed.reportId)
    office.travel(later(12 + 2 * n))
    await office.does(by('city'), filed.reference, 'return', {
      reason: 'other_area',
      note: 'x',
      suggestedId: undefined,
    })
    told.push((await lettersOf(filed.reportId)).filter((line) => line.startsWith('Arif')))
  }
  assert.deepEqual(told, [[], [], ['Arif staff.waiting']])

  office.travel(later(20))
  const helped = await office.file({ text: 'Trotoar dan rambu rusak.' })
  await office.does(by('centre'), helped.reference, 'forward', { agencyId: 3, ...classing, assisting: [4] })
  assert.deepEqual((await lettersOf(helped.reportId)).slice(0, 1), ['Hesti staff.waiting'])
  const anybody = { officerId: undefined, agencyId: undefined, due: '2026-12-18', note: '' }
  assert.ok((await office.does(by('liaison'), helped.reference, 'dispatch', anybody)).ok)
  assert.deepEqual(await lettersOf(helped.reportId), ['Agus staff.task', 'Oka staff.task'])
})

test('where nobody can act, the nearest operators above are told of what waits there', async () => {
  await office.admin`
    insert into agency (id, parent_id, path, kind, name, short_name) values (5, 2, '/1/2/5/', 'unit', 'Dinas Sepi', 'Sepi')`
  await office.admin`
    insert into account (id, agency_id, agency_path, username, name, email, roles)
    values (24, 5, '/1/2/5/', 'sendiri', 'Sendiri Petugas', 'sendiri@kantor.example', '{officer}')`
  office.travel(later(40))
  const filed = await office.file({ text: 'Kolam alun-alun kotor.' })
  await office.does(by('centre'), filed.reference, 'forward', { agencyId: 2, ...classing, assisting: [] })
  await lettersOf(filed.reportId)
  office.travel(later(41))
  await office.admin`
    insert into account (id, agency_id, agency_path, username, name, email, roles)
    values (25, 2, '/1/2/', 'tono', 'Tono Operator', 'tono@kantor.example', '{operator}')`
  await office.does(by('city'), filed.reference, 'forward', { agencyId: 5, ...classing, assisting: [] })
  assert.deepEqual(await lettersOf(filed.reportId), ['Tono staff.waiting'], 'not who did it')
  office.travel(later(42))
  await office.admin`update account set disabled_at = now() where agency_id = 2 and 'operator' = any(roles)`
  await office.does({ kind: 'reporter', reporterId: filed.reporterId }, filed.reference, 'reply', {
    text: 'Masih kotor.',
  })
  assert.deepEqual(
    await lettersOf(filed.reportId),
    ['Sari staff.waiting'],
    'the centre, when the coordinator has nobody',
  )
  office.travel(later(43))
  await office.admin`update account set roles = '{liaison}' where id = 24`
  await office.does({ kind: 'reporter', reporterId: filed.reporterId }, filed.reference, 'reply', {
    text: 'Sekarang bau.',
  })
  assert.deepEqual(await lettersOf(filed.reportId), ['Sendiri staff.waiting'])
})
