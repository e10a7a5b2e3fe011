import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ruleBook } from '../src/agency/rulebook.ts'
import { reencoder } from '../src/attachment/reencode.ts'
import { folderStore } from '../src/attachment/store.ts'
import { keysFrom } from '../src/person/seal.ts'
import { testDatabase } from '../test/database.ts'
import { type Edition, loadCountry } from './country.ts'
import { people, seedPeople } from './people.ts'
import { seedPictures } from './pictures.ts'
import { seedWorld, stories } from './world.ts'

const now = new Date('2026-11-24T03:00:00Z')
const keys = keysFrom('a secret for tests only')

async function start(edition: Edition, t: Parameters<typeof testDatabase>[0]) {
  const { db, admin } = await testDatabase(t)
  await loadCountry(admin, edition)
  const begin = async () => {
    assert.equal(await seedPeople(admin, now), true)
    return seedWorld(db, keys, await ruleBook(db, () => now)(), now)
  }
  const count = async () =>
    (
      await admin`
    select (select count(*)::int from account) as people, (select count(*)::int from report) as reports,
      (select count(*)::int from event) as events, (select count(*)::int from outbox) as told`
    )[0]
  return { begin, count, admin, db }
}

test('the demonstration country is lived in, and a second start changes nothing', async (t) => {
  const { begin, count, admin } = await start('national', t)
  assert.equal((await begin()).size, stories.length)
  const first = await count()
  assert.equal(first?.people, people.length)
  assert.equal((await admin`select from account where id >= 100000`).count, 0)
  assert.equal(first?.reports, stories.length)
  assert.equal((await begin()).size, 0)
  assert.deepEqual(await count(), first)
  const [counted] = await admin`
    select (select sum(arrived)::int from figure_cell where agency_id = 1 and dimension = 'all') as arrived,
      (select count(*) > 0 from happened) as happened`
  assert.deepEqual({ ...counted }, { arrived: stories.length, happened: true }, 'supervisors see figures at once')

  const ends = await admin`select distinct coalesce(ending, status) as state from report order by 1`
  assert.deepEqual(
    ends.map(({ state }) => state),
    [
      'assigned',
      'confirmed',
      'expired',
      'in_progress',
      'incomplete',
      'lapsed',
      'merged',
      'private_company',
      'received',
      'resolved',
      'withdrawn',
    ],
  )
  const [late] = await admin`select count(*)::int as n from report where due_at < ${now} and status = 'received'`
  assert.ok(late?.n > 0, 'somebody waits too long')
  const [future] = await admin`select count(*)::int as n from event where at > ${now}`
  assert.equal(future?.n, 0)
})

test('visits have pictures of their own, which no other report shows', async (t) => {
  const { begin, admin, db } = await start('city', t)
  await begin()
  const folder = await mkdtemp(join(tmpdir(), 'lapor-pictures-'))
  t.after(() => rm(folder, { recursive: true }))
  const keeping = { db, store: folderStore(folder), reencode: reencoder() }
  const kept = await seedPictures(keeping)
  const [promised] = await admin`select sum(evidence)::int as n from visit`
  assert.equal(kept, promised?.n)
  assert.equal(await seedPictures(keeping), 0)
  const twins = await admin`
    select from attachment a join attachment b on a.report_key < b.report_key
    where a.sha256 = b.sha256 or bit_count((a.phash # b.phash)::bit(64)) <= 4`
  assert.equal(twins.count, 0)
})

test('a city of its own has its own people and reports only', async (t) => {
  const { begin, count } = await start('city', t)
  const told = await begin()
  assert.ok(told.size > 20 && told.size < stories.length)
  assert.ok((await count())?.people < people.length)
})

test('where somebody works already, no demonstration account is added', async (t) => {
  const { db, admin } = await testDatabase(t)
  await admin`insert into agency (id, path, kind, name, short_name) values (1, '/1/', 'centre', 'Pusat LAPOR!', 'PUSAT')`
  await admin`insert into account (agency_id, agency_path, username, name, roles) values (1, '/1/', 'nyata', 'Nyata', '{operator}')`
  assert.equal(await seedPeople(admin, now), false)
  assert.equal((await admin`select from account`).count, 1)
  assert.equal((await db.worker`select from report`).count, 0)
})
