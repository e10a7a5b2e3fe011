import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { type Actor, attempt, withActor } from '../db/actor.ts'
import { createAgency, deactivateAgency, type NewAgency, renameAgency } from './administer.ts'
import { agencyById } from './agency.ts'
import { holidaysFor } from './calendar.ts'
import { limitFor, promisesOn } from './promise.ts'
import { removeHoliday, setCategory, setHoliday, setPromise } from './regulate.ts'

const held = await testDatabase()
const now = new Date('2026-11-23T03:00:00Z')
const city = '/1/10/20/'

await held.admin`
  insert into area (code, parent_code, level, name, zone) values
    ('51', null, 1, 'Bali', 'Asia/Makassar'), ('51.71', '51', 2, 'Kota Denpasar', 'Asia/Makassar')`
await held.admin`
  insert into agency (id, parent_id, path, kind, name, short_name, area_code, zone) values
    (1, null, '/1/', 'centre', 'Pusat', 'PUSAT', null, 'Asia/Jakarta'),
    (10, 1, '/1/10/', 'province', 'Provinsi', 'PROV', '51', 'Asia/Makassar'),
    (20, 10, '/1/10/20/', 'city', 'Kota', 'KOTA', '51.71', 'Asia/Makassar'),
    (21, 20, '/1/10/20/21/', 'unit', 'Dinas Satu', 'SATU', null, 'Asia/Makassar'),
    (22, 20, '/1/10/20/22/', 'unit', 'Dinas Dua', 'DUA', null, 'Asia/Makassar'),
    (30, 10, '/1/10/30/', 'city', 'Kota Lain', 'LAIN', null, 'Asia/Makassar')`
await held.admin`
  insert into account (id, agency_id, agency_path, username, name, roles) values
    (1, 20, ${city}, 'admin.kota', 'Admin Kota', '{administrator}'),
    (2, 22, '/1/10/20/22/', 'petugas.dua', 'Petugas Dua', '{officer}'),
    (3, 1, '/1/', 'admin.pusat', 'Admin Pusat', '{administrator}')`
await held.admin`
  insert into promise (step, days, unit, basis, valid_from) values ('verify', 3, 'working', 'lama', '2019-01-01')`

const administrator = (personId: number, agencyId: number, path: string): Actor => ({
  kind: 'staff',
  personId,
  agencyId,
  path,
  reads: false,
  readsBelow: false,
  inspects: false,
  manages: true,
})
const ofCity = administrator(1, 20, city)
const ofCentre = administrator(3, 1, '/1/')
const unit: NewAgency = {
  parentId: 20,
  kind: 'unit',
  name: 'Dinas Baru',
  shortName: 'BARU',
  areaCode: null,
  zone: null,
  tasks: 'apa saja',
}

test('an administrator makes an agency below, which takes the zone of its parent', async () => {
  const made = await attempt(held.db, ofCity, (tx) => createAgency(tx, city, unit, now))
  assert.ok(made.ok && made.id >= 10_000_000 && made.path === `${city}${made.id}/`)
  const agency = await withActor(held.db, ofCity, (tx) => agencyById(tx, made.id))
  assert.equal(agency?.zone, 'Asia/Makassar')
  const [line] = await held.admin`select * from account_event where agency_id = ${made.id}`
  assert.deepEqual([line?.name, line?.by_account, line?.data.name], ['agency_created', '1', 'Dinas Baru'])
})

const wrong: readonly (readonly [change: Partial<NewAgency>, refusal: string])[] = [
  [{ parentId: 30 }, 'not-found'],
  [{ parentId: 1 }, 'not-found'],
  [{ parentId: 999 }, 'not-found'],
  [{ name: 'x' }, 'name'],
  [{ shortName: 'x'.repeat(25) }, 'short-name'],
  [{ shortName: 'ŠATU' }, 'short-name'],
  [{ areaCode: '99.99' }, 'no-such-area'],
  [{ name: 'Dinas Satu' }, 'taken'],
]
for (const [change, refusal] of wrong) {
  test(`an agency with ${JSON.stringify(change)} is refused: ${refusal}`, async () => {
    const made = await attempt(held.db, ofCity, (tx) =>
      createAgency(tx, city, { ...unit, name: 'Dinas Lagi', ...change }, now),
    )
    assert.deepEqual(made, { ok: false, refusal })
  })
}

test('the walls stand even when the command is told a path that is not the actor’s', async () => {
  const intrude = withActor(held.db, ofCity, (tx) => createAgency(tx, '/1/', { ...unit, parentId: 30 }, now))
  await assert.rejects(intrude, { code: '42501' })
})

test('a renamed agency keeps its key, and the ledger keeps both names', async () => {
  const names = { name: 'Dinas Kesatu', shortName: 'KESATU', tasks: 'jalan' }
  assert.deepEqual(await attempt(held.db, ofCity, (tx) => renameAgency(tx, city, 21, names, now)), { ok: true })
  assert.deepEqual(await attempt(held.db, ofCity, (tx) => renameAgency(tx, city, 30, names, now)), {
    ok: false,
    refusal: 'not-found',
  })
  const [line] = await held.admin`select data from account_event where name = 'agency_renamed'`
  assert.deepEqual([line?.data.before.name, line?.data.after.name], ['Dinas Satu', 'Dinas Kesatu'])
})

const report = (key: number, holder: number, status: string): object => ({
  id: key,
  key: `00000000-0000-4000-8000-00000000000${key}`,
  digest: Buffer.from('x'),
  reference: `0000000${key}`,
  channel: 'web',
  title: 'x',
  text: 'x',
  anonymous: false,
  secret: false,
  status,
  ending: status === 'closed' ? 'confirmed' : null,
  holder_id: holder,
  holder_path: `/1/10/20/${holder}/`,
  holder_since: now,
  filed_at: now,
  verify_due: now,
  cap_due: now,
  head: Buffer.from('x'),
})

test('an agency is closed only when nothing and nobody depends on it', async () => {
  const close = (id: number) => attempt(held.db, ofCity, (tx) => deactivateAgency(tx, city, id, now))
  await held.admin`insert into report ${held.admin([report(1, 21, 'assigned')] as never[])}`
  await held.admin`insert into assignment (report_id, agency_id, lead, at) values (1, 21, true, ${now})`
  assert.deepEqual(await close(20), { ok: false, refusal: 'own' })
  assert.deepEqual(await close(30), { ok: false, refusal: 'not-found' })
  assert.deepEqual(await close(22), { ok: false, refusal: 'has-accounts' })
  assert.deepEqual(await close(21), { ok: false, refusal: 'has-reports' })
  await held.admin`update report set status = 'closed', ending = 'confirmed' where id = 1`
  await held.admin`update assignment set ended_at = ${now}, ended_how = 'closed'`
  await held.admin`insert into assignment (report_id, agency_id, lead, at) values (1, 21, false, ${now})`
  await held.admin`update report set status = 'assigned', ending = null, holder_id = 20, holder_path = '/1/10/20/' where id = 1`
  assert.deepEqual(await close(21), { ok: false, refusal: 'has-reports' }, 'it still assists')
  await held.admin`update report set status = 'closed', ending = 'confirmed' where id = 1`
  assert.deepEqual(await close(21), { ok: true })
  assert.deepEqual(await attempt(held.db, ofCentre, (tx) => deactivateAgency(tx, '/1/', 20, now)), {
    ok: false,
    refusal: 'has-children',
  })
  assert.deepEqual(await attempt(held.db, ofCity, (tx) => createAgency(tx, city, { ...unit, parentId: 21 }, now)), {
    ok: false,
    refusal: 'closed',
  })
})

test('a city keeps its own local holidays and nobody else’s', async () => {
  const local = { day: '2026-02-27', areaCode: '51.71', name: 'Hari Kota', kind: 'local', basis: 'Perwali' } as const
  const set = (holiday: Parameters<typeof setHoliday>[2]) =>
    attempt(held.db, ofCity, (tx) => setHoliday(tx, city, holiday, now))
  assert.deepEqual(await set(local), { ok: true })
  assert.deepEqual(await set({ ...local, name: 'Hari Jadi Kota' }), { ok: true })
  assert.deepEqual(await set({ ...local, areaCode: '51' }), { ok: false, refusal: 'not-yours' })
  assert.deepEqual(await set({ ...local, areaCode: null, kind: 'national' }), { ok: false, refusal: 'not-yours' })
  assert.deepEqual(await set({ ...local, kind: 'national' }), { ok: false, refusal: 'kind' })
  assert.deepEqual(await set({ ...local, day: '2026-02-30' }), { ok: false, refusal: 'day' })
  await withActor(held.db, ofCity, async (tx) => {
    assert.deepEqual([...(await holidaysFor(tx, '51.71'))], ['2026-02-27'])
    assert.deepEqual([...(await holidaysFor(tx, '51'))], [])
  })
  const remove = () => attempt(held.db, ofCity, (tx) => removeHoliday(tx, city, '2026-02-27', '51.71', now))
  assert.deepEqual([await remove(), await remove()], [{ ok: true }, { ok: false, refusal: 'not-found' }])
})

test('a new promise holds from its day on; the one before it is kept', async () => {
  const promise = {
    step: 'verify',
    class: null,
    oversight: null,
    days: 2,
    unit: 'working',
    basis: 'baru',
    validFrom: '2027-01-01',
  } as const
  const set = (actor: Actor, path: string, change = {}) =>
    attempt(held.db, actor, (tx) => setPromise(tx, path, { ...promise, ...change }, now))
  assert.deepEqual(await set(ofCity, city), { ok: false, refusal: 'not-yours' })
  assert.deepEqual(await set(ofCentre, '/1/', { validFrom: '2026-11-22' }), { ok: false, refusal: 'past' })
  assert.deepEqual(await set(ofCentre, '/1/', { days: 0 }), { ok: false, refusal: 'days' })
  assert.deepEqual(await set(ofCentre, '/1/'), { ok: true })
  assert.deepEqual(await set(ofCentre, '/1/', { validFrom: '2026-12-01' }), { ok: false, refusal: 'later-one' })
  await withActor(held.db, ofCentre, async (tx) => {
    const days = async (day: string) => limitFor(await promisesOn(tx, day), 'verify', 'complaint', false).days
    assert.deepEqual([await days('2026-12-31'), await days('2027-01-01')], [3, 2])
  })
})

test('the centre adds and renames categories; others may not', async () => {
  const category = { code: 'roads', parentCode: null, nameId: 'Jalan', nameEn: 'Roads', position: 1, active: true }
  const set = (actor: Actor, path: string, change = {}) =>
    attempt(held.db, actor, (tx) => setCategory(tx, path, { ...category, ...change }, now))
  assert.deepEqual(await set(ofCity, city), { ok: false, refusal: 'not-yours' })
  assert.deepEqual(await set(ofCentre, '/1/'), { ok: true })
  assert.deepEqual(await set(ofCentre, '/1/', { code: 'roads.potholes', parentCode: 'roads' }), { ok: true })
  assert.deepEqual(await set(ofCentre, '/1/', { code: 'deeper', parentCode: 'roads.potholes' }), {
    ok: false,
    refusal: 'no-such-parent',
  })
  assert.deepEqual(await set(ofCentre, '/1/', { code: 'No Code' }), { ok: false, refusal: 'code' })
})
