import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadCountry } from '../../seed/country.ts'
import { testDatabase } from '../../test/database.ts'
import { withActor } from '../db/actor.ts'
import type { Tx } from '../db/database.ts'
import {
  agenciesBelow,
  agencyById,
  childrenOf as agencyChildren,
  ancestorsOf,
  findAgencies,
  governmentOf,
} from './agency.ts'
import { areaByCode, areaLabel, childrenOf, findAreas } from './area.ts'
import { holidaysFor, holidaysOf } from './calendar.ts'
import { categories, categoryByCode } from './category.ts'
import { agreed, placesOf } from './place/named.ts'
import { limitFor, promisesOn } from './promise.ts'
import { candidatesFor, suggest } from './suggest.ts'

const held = await testDatabase()
await loadCountry(held.admin, 'national')
const asPublic = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withActor(held.db, { kind: 'public' }, work)

test('an area has a label from the smallest to the largest, and a zone', async () => {
  await asPublic(async (tx) => {
    assert.equal(await areaLabel(tx, '35.72.03.1007'), 'Bendogerit, Sananwetan, Kota Blitar, Jawa Timur')
    assert.deepEqual(
      await Promise.all(['35.72', '51.71', '91.71'].map(async (code) => (await areaByCode(tx, code))?.zone)),
      ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'],
    )
    assert.equal((await childrenOf(tx, null)).length, 38)
    assert.deepEqual(
      (await childrenOf(tx, '35.72')).map(({ name }) => name),
      ['Kepanjenkidul', 'Sananwetan', 'Sukorejo'],
    )
  })
})

const firstArea: readonly (readonly [typed: string, label: string | undefined])[] = [
  ['bendogerit', 'Bendogerit, Sananwetan, Kota Blitar, Jawa Timur'],
  ['Kel. Bendogerit', 'Bendogerit, Sananwetan, Kota Blitar, Jawa Timur'],
  ['bendo geri', undefined],
  ['BENDOG, kota blitar', 'Bendogerit, Sananwetan, Kota Blitar, Jawa Timur'],
  ['kec sukorejo kota blitar', 'Sukorejo, Kota Blitar, Jawa Timur'],
  ['kab. blitar', 'Kabupaten Blitar, Jawa Timur'],
  ['blitar', 'Kota Blitar, Jawa Timur'],
  ['jakarta sel', 'Kota Administrasi Jakarta Selatan, Daerah Khusus Ibukota Jakarta'],
  ['prov. jawa tim', 'Jawa Timur'],
  ["ra'as", "Ra'as, Kabupaten Sumenep, Jawa Timur"],
  ['b', undefined],
  ['%', undefined],
  ['\0\0', undefined],
]
for (const [typed, label] of firstArea) {
  test(`typing ${JSON.stringify(typed)} finds ${label ?? 'nothing'}`, async () => {
    const [area] = await asPublic((tx) => findAreas(tx, typed, 5))
    assert.equal(area?.label, label)
  })
}

const firstAgency: readonly (readonly [typed: string, name: string | undefined])[] = [
  ['KAB. NGANJUK', 'Pemerintah Kabupaten Nganjuk'],
  ['kab nganjuk', 'Pemerintah Kabupaten Nganjuk'],
  ['kota blitar', 'Pemerintah Kota Blitar'],
  ['dinas pupr kota blitar', 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Blitar'],
  ['DINAS PEKERJAAN UMUM DAN PENATAAN RUANG KOTA BLITAR', 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Blitar'],
  ['rumah sakit umum daerah kota blitar', 'Rumah Sakit Umum Daerah Mardi Waluyo Kota Blitar'],
  ['kemenkes', 'Kementerian Kesehatan'],
  ["' | & :* ! \0", undefined],
  ['', undefined],
  ['tidak ada instansi begini', undefined],
]
for (const [typed, name] of firstAgency) {
  test(`typing ${JSON.stringify(typed)} finds ${name ?? 'no agency'}`, async () => {
    const [agency] = await asPublic((tx) => findAgencies(tx, typed, 5))
    assert.equal(agency?.name, name)
  })
}

test('the tree can be walked up and down, and paged', async () => {
  await asPublic(async (tx) => {
    const works = await agencyById(tx, 3572006)
    assert.deepEqual(
      (await ancestorsOf(tx, works?.path ?? '')).map(({ id }) => id),
      [1, 1035, 3572],
    )
    assert.equal((await agencyChildren(tx, 3572)).length, 32)
    assert.deepEqual(
      (await agencyChildren(tx, null)).map(({ name }) => name),
      ['Pusat LAPOR!'],
    )
    const first = await agenciesBelow(tx, '/1/1035/3572/', 30)
    const second = await agenciesBelow(tx, '/1/1035/3572/', 30, first.at(-1)?.path)
    assert.equal(new Set([...first, ...second].map(({ id }) => id)).size, 53)
    assert.deepEqual(
      await findAgencies(tx, 'dishub', 5, '/1/1035/3505/').then((found) => found.map(({ id }) => id)),
      [3505002],
    )
  })
})

test('every area has a government', async () => {
  await asPublic(async (tx) => {
    const ids = await Promise.all(
      ['35.72.03.1007', '35.72', '35', '31.71', null, 'x\0'].map(async (code) => (await governmentOf(tx, code)).id),
    )
    assert.deepEqual(ids, [3572, 3572, 1035, 3171, 1, 1])
  })
})

test('what has no shape of a key finds nothing', async () => {
  await asPublic(async (tx) => {
    assert.equal(await areaByCode(tx, "35'\0"), undefined)
    assert.deepEqual(await childrenOf(tx, 'x'), [])
    assert.equal(await categoryByCode(tx, 'roads\0'), undefined)
    assert.equal(await agencyById(tx, Number.NaN), undefined)
  })
})

test('categories, promises and holidays of the country', async () => {
  await asPublic(async (tx) => {
    const list = await categories(tx)
    assert.equal(list.filter(({ parentCode }) => parentCode === null).length, 23)
    assert.equal(list[list.findIndex(({ code }) => code === 'sidewalks') - 1]?.parentCode, 'roads')
    assert.equal(limitFor(await promisesOn(tx, '2026-11-23'), 'settle', 'complaint', true).days, 60)
    assert.equal((await promisesOn(tx, '2018-12-31')).length, 0)
    assert.ok((await holidaysFor(tx, '35.72')).has('2026-12-24'))
    assert.equal((await holidaysOf(tx, 2026, null)).length, 25)
  })
})

test('words and place suggest who is responsible, and say why', async () => {
  await asPublic(async (tx) => {
    const text = 'Lampu jalan di depan musala mati tiga minggu, gelap sekali'
    const place = '35.72.03.1001'
    const [unit] = suggest(
      { text, category: 'Penerangan jalan', places: [place] },
      await candidatesFor(tx, 3572, [place]),
      3,
    )
    assert.equal(unit?.name, 'Dinas Perhubungan Kota Blitar')
    assert.ok(unit?.words.includes('lampu jalan'))

    const centre = await candidatesFor(tx, 1, [place])
    assert.equal(suggest({ text, category: '', places: [place] }, centre, 1)[0]?.id, 3572)
    assert.equal(
      suggest({ text: 'Paspor saya ditahan kantor imigrasi', category: 'Keimigrasian', places: [] }, centre, 1)[0]
        ?.shortName,
      'Ditjen Imigrasi',
    )
    assert.deepEqual(suggest({ text: 'zzz', category: '', places: [] }, centre, 3), [])
  })
})

test('only offices of the place itself are suggested', async () => {
  const found = await asPublic((tx) => candidatesFor(tx, 3572, ['35.72.03.1007']))
  const local = found.filter(({ areaCode }) => (areaCode?.length ?? 0) > 5).map(({ shortName }) => shortName)
  assert.deepEqual(local.toSorted(), ['Kec. Sananwetan', 'Kel. Bendogerit'])
})

const named: readonly (readonly [place: string, text: string, chosen: string | null, codes: string[]])[] = [
  ['Kepanjenkidul, Blitar', '', null, ['35.72.01']],
  ['Kel. Bendogerit, Kota Blitar', '', null, ['35.72.03.1007']],
  ['Blitar', '', null, ['35.05', '35.72']],
  ['Pemkot Blitar', '', null, ['35.72']],
  ['Kab. Blitar', '', null, ['35.05']],
  ['Jl. Malang 4, Surabaya', '', null, ['35.78']],
  ['', 'Jalan rusak di Kota Blitar', null, ['35.72']],
  ['', 'Banyak batu di tengah jalan', null, []],
  ['', 'Blitar gelap', null, []],
  ['Sukorejo', '', null, []],
  ['Sukorejo', '', '35.72', ['35.72.02']],
  ['Bendogerit', '', '35.72.01.1001', ['35.72.01.1001']],
  ['depan pasar', '', '35.72', ['35.72']],
  ['', '', null, []],
]
for (const [place, text, chosen, codes] of named) {
  test(`${JSON.stringify(place || text)} in ${chosen ?? 'the country'} names ${codes.join(' and ') || 'no place'}`, async () => {
    assert.deepEqual((await asPublic((tx) => placesOf(tx, { place, text }, chosen))).toSorted(), codes)
  })
}

test('a village alone is no place, with what it lies in it is', () => {
  const village = { name: 'melati', code: '35.72.01.1001' }
  assert.deepEqual(agreed([village], null), [])
  assert.deepEqual(agreed([village, { name: 'blitar', code: '35.72' }], null), ['35.72.01.1001'])
})

test('a big hole is not a matter of big rivers, and a place without a code finds its government', async () => {
  await asPublic(async (tx) => {
    const said = {
      text: 'Lubang besar di tengah jalan, sudah ada yang jatuh',
      place: 'Kepanjenkidul, Blitar',
      category: '',
    }
    const places = await placesOf(tx, said, null)
    const [first, ...others] = suggest({ ...said, places }, await candidatesFor(tx, 1, places), 4)
    assert.equal(first?.id, 3572)
    assert.ok(first?.governs)
    assert.ok(![first, ...others].some(({ words }) => words.some((word) => /besar/i.test(word))))
  })
})
