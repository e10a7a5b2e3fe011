import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import postgres from 'postgres'
import { migrate } from '../src/db/migrate.ts'
import { testDatabase } from '../test/database.ts'
import { agencies } from './agencies.ts'
import { areas, counts, zoneOf } from './areas.ts'
import { categories } from './categories.ts'
import { loadCountry } from './country.ts'
import { holidays } from './holidays.ts'

const all = await areas()

test('the area data are as many as the code says', () => {
  const levels = [1, 2, 3, 4].map((level) => all.filter((area) => area.level === level).length)
  assert.deepEqual(levels, Object.values(counts))
  assert.deepEqual(levels, [38, 514, 7285, 83762])
})

test('Borneo has two zones, and so has nobody else', () => {
  assert.deepEqual(['61', '62', '63', '64', '65'].map(zoneOf), [
    'Asia/Jakarta',
    'Asia/Jakarta',
    'Asia/Makassar',
    'Asia/Makassar',
    'Asia/Makassar',
  ])
  assert.deepEqual(['35.72.03.1007', '51.71', '91.71'].map(zoneOf), ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])
})

for (const edition of ['national', 'city'] as const) {
  test(`the tree of the ${edition} edition is sound`, () => {
    const tree = agencies(edition, all)
    const byId = new Map(tree.map((agency) => [agency.id, agency]))
    assert.equal(byId.size, tree.length)
    assert.equal(new Set(tree.map(({ parent, name }) => `${parent} ${name}`)).size, tree.length)
    assert.equal(new Set(tree.map(({ short, kind }) => `${kind} ${short}`)).size, tree.length, 'short names differ')
    for (const { id, parent, path, short } of tree) {
      assert.equal(path, `${parent === null ? '/' : byId.get(parent)?.path}${id}/`)
      assert.match(short, /^[A-Za-z0-9 .,()/&'-]{2,24}$/)
      assert.ok(id < 10_000_000)
    }
    assert.equal(byId.get(3572)?.name, 'Pemerintah Kota Blitar')
    assert.equal(byId.get(3572006)?.name, 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Blitar')
    assert.equal(byId.get(3572307)?.short, 'Kel. Bendogerit')
    assert.equal(tree.filter(({ path }) => path.includes('/3572/')).length, 1 + 29 + 3 + 21)
  })
}

test('the city edition is that of the regency or city that was named', () => {
  const tree = agencies('city', all, '33.73')
  assert.deepEqual(
    tree.slice(0, 2).map(({ name, area }) => [name, area]),
    [
      ['Unit Layanan Pengaduan Kota Salatiga', null],
      ['Pemerintah Kota Salatiga', '33.73'],
    ],
  )
  assert.ok(tree.some(({ name, path }) => name === 'Dinas Perhubungan Kota Salatiga' && path.startsWith('/1/3373/')))
  assert.ok(tree.every(({ name, tasks }) => !/Blitar/.test(`${name} ${tasks}`)))
  for (const { short } of tree) assert.match(short, /^[A-Za-z0-9 .,()/&'-]{2,24}$/)
  assert.throws(() => agencies('city', all, '99.99'), /99\.99/)
})

test('no holiday stands on a day that does not exist, and joint leave only on days of work', () => {
  for (const [year, { national, jointLeave, calculated = {} }] of Object.entries(holidays)) {
    for (const day of Object.keys({ ...national, ...jointLeave, ...calculated })) {
      assert.ok(new Date(`${year}-${day}T00:00:00Z`).toISOString().startsWith(`${year}-${day}`))
    }
    for (const day of Object.keys(jointLeave)) {
      assert.ok(![0, 6].includes(new Date(`${year}-${day}T00:00:00Z`).getUTCDay()), `${year}-${day}`)
      assert.ok(!(day in national))
    }
  }
})

type Counts = { area: number; agency: number; category: number; promise: number; holiday: number }
async function tally(sql: postgres.Sql): Promise<Counts | undefined> {
  const [row] = await sql<Counts[]>`
    select (select count(*) from area)::int area, (select count(*) from agency)::int agency,
      (select count(*) from category)::int category, (select count(*) from promise)::int promise,
      (select count(*) from holiday)::int holiday`
  return row
}

test('an owner who is no superuser loads the country', async (t) => {
  const { admin, ownerUrl } = await testDatabase(t)
  const name = `owner_${randomBytes(6).toString('hex')}`
  const url = Object.assign(new URL(ownerUrl), { username: name, password: name, pathname: `/${name}` }).href
  await admin.unsafe(`create role ${name} login createrole password '${name}'`)
  await admin.unsafe(`grant lapor_app, lapor_intake, lapor_worker, lapor_registrar to ${name}`)
  await admin.unsafe(`create database ${name} owner ${name}`)
  try {
    await migrate(url)
    const sql = postgres(url, { max: 1, onnotice: () => {} })
    await loadCountry(sql, 'city')
    assert.deepEqual(await tally(sql), {
      area: all.length,
      agency: 55,
      category: categories.length,
      promise: 11,
      holiday: 70,
    })
    await sql.end()
  } finally {
    await admin.unsafe(`drop database ${name} with (force)`)
    await admin.unsafe(`drop role ${name}`)
  }
})

test('loading again brings nothing back and undoes nothing', async (t) => {
  const { admin } = await testDatabase(t)
  await Promise.all([loadCountry(admin, 'national'), loadCountry(admin, 'national')])
  const before = await tally(admin)
  assert.equal(before?.agency, agencies('national', all).length)
  await admin`delete from holiday where day = '2026-12-24'`
  await admin`update promise set days = 7 where step = 'answer'`
  await admin`update agency set name = 'Pemerintah Kota Contoh', active = false where id = 3572`
  await admin`update category set name_id = 'Jalan raya' where code = 'roads'`
  await loadCountry(admin, 'national')
  assert.deepEqual(await tally(admin), before && { ...before, holiday: before.holiday - 1 })
  const [kept] = await admin`
    select a.name, a.active, c.name_id, p.days from agency a, category c, promise p
    where a.id = 3572 and c.code = 'roads' and p.step = 'answer'`
  assert.deepEqual({ ...kept }, { name: 'Pemerintah Kota Contoh', active: false, name_id: 'Jalan raya', days: 7 })
})
