import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issue, office, offices, person, shell } from '../../test/offices.ts'
import { withActor } from '../db/actor.ts'
import { accountsBelow } from './account.ts'
import { actorOf, type Staff } from './may.ts'

const t = await offices()
const centre = await shell(t.db)
const blitar: Staff = { ...centre, agencyId: office.blitar, path: '/1/3572/', roles: ['administrator'] }
const clerk: Staff = { ...blitar, roles: ['operator', 'supervisor'] }

await issue(
  t.db,
  person(office.blitar, 'siti.r', ['officer'], { name: 'Siti Rahmawati', email: 'siti+pu@kantor.example' }),
)
await issue(t.db, person(office.blitarRoads, 'budi_s', ['officer'], { name: "Budi Ra'uf Santoso" }))
await issue(t.db, person(office.kediri, 'siti.k', ['officer'], { name: 'Siti Kediri', email: 'siti@kediri.example' }))

type Wanted = Partial<Parameters<typeof accountsBelow>[1]>
const found = async (staff: Staff, search: string, more: Wanted = {}, limit = 50) =>
  (await withActor(t.db, actorOf(staff), (tx) => accountsBelow(tx, { below: staff.path, search, ...more }, limit))).map(
    ({ username }) => username,
  )

test('an account is found by beginnings of its name, its user name and its address, in any order', async () => {
  for (const search of ['siti', 'RAHMA si', 'siti.r', 'siti.r@', 'pu@kantor', 'siti+pu@kantor.example', '!siti:*|'])
    assert.deepEqual(await found(blitar, search), ['siti.r'], search)
  for (const search of ["ra'uf", 'budi_s', 'san bud']) assert.deepEqual(await found(blitar, search), ['budi_s'], search)
  assert.deepEqual(await found(centre, 'siti'), ['siti.k', 'siti.r'])
  for (const search of ['mawati', 'siti budi', '&', '!*|', '\0', 'x'.repeat(1_000_000)])
    assert.deepEqual(await found(blitar, search), [], search.slice(0, 20))
})

test('only of the own branch, whatever is asked, and of one agency when it is named', async () => {
  assert.deepEqual(await found(blitar, 'siti', { below: '/' }), ['siti.r'])
  assert.deepEqual(await found(centre, 'siti', { agencyId: office.kediri }), ['siti.k'])
  assert.deepEqual(await found(blitar, 'siti', { agencyId: office.kediri }), [])
  const ask = (staff: Staff) =>
    withActor(t.db, actorOf(staff), (tx) => tx<{ id: number }[]>`select find_accounts('siti', null, '', 1000) as id`)
  assert.equal((await ask(centre)).length, 2)
  assert.equal((await ask(blitar)).length, 1)
  assert.equal((await ask(clerk)).length, 0, 'who manages nobody finds nobody')
})

test('page after page brings each account once, be the word common or rare, early or late', async () => {
  await t.admin`
    insert into account (agency_id, agency_path, username, name, roles)
    select id, path, 'a' || n || '.' || id, case when n > 1100 then 'Petugas Biasa' else 'Orang' end || case when n % 600 = 3 then ' Langka' else '' end, '{officer}'
    from agency, generate_series(1001, 1300) n where id in (3572, 3571, 3572006)`
  const all = async (staff: Staff, search: string, after = ''): Promise<string[]> => {
    const page = await found(staff, search, { after }, 50)
    return page.length <= 50 ? page : [...page.slice(0, 50), ...(await all(staff, search, page[49]))]
  }
  for (const [staff, search, agencies] of [
    [centre, 'bias petu', [3571, 3572, 3572006]],
    [blitar, 'biasa', [3572, 3572006]],
  ] as const) {
    const expected = agencies.flatMap((id) => Array.from({ length: 200 }, (_, n) => `a${1101 + n}.${id}`)).sort()
    assert.deepEqual((await all(staff, search)).sort(), expected)
  }
  assert.deepEqual(await all(centre, 'langka'), ['a1203.3571', 'a1203.3572', 'a1203.3572006'])
})
