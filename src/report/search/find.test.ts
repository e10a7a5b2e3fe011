import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, agency, heart, monday, type Name } from '../../../test/heart.ts'
import { withActor } from '../../db/actor.ts'
import type { Tx } from '../../db/database.ts'
import { actorOf } from '../../person/may.ts'
import { desk, pageSize } from '../read/desk.ts'
import type { Filter, View } from '../read/view.ts'
import { keepAllFindable, keepFindable } from './keep.ts'

const h = await heart()
const seen = (name: Name, filter: Filter) =>
  withActor(h.db, actorOf(h.staff[name]), (tx) => desk(tx, h.staff[name], filter))
const finds = async (name: Name, search: string, view: View = 'queue') =>
  (await seen(name, { view, search })).rows.map(({ reference }) => reference)
const keep = () => keepAllFindable(h.db)

const lamp = await h.file({ text: 'Lampu jalan padam sejak Rabu. Di depan Café Mawar, RT 05/RW 02, sangat gelap.' })
const road = await h.file({ text: 'Jalan Melati berlubang. The road near the market is broken.', at: after(0.01) })
const other = await h.file({ text: 'Air keran keruh di Kediri.', at: after(0.02) })
await keep()

test('all the words, in any order and case, and the last of them perhaps only begun', async () => {
  const both = [lamp.reference, road.reference]
  const cases: readonly (readonly [search: string, ...found: string[]])[] = [
    ['jalan', ...both],
    ['JALAN lampu', lamp.reference],
    ['gelap lam', lamp.reference],
    ['lam gelap'],
    ['cafe rw 02', lamp.reference],
    ['Café', lamp.reference],
    ['market jalan', road.reference],
    ['lampu melati'],
    ['alan'],
    ['r'],
  ]
  for (const [search, ...found] of cases) assert.deepEqual(await finds('centreOperator', search), found, search)
})

test('what wants to be more than words is none', async () => {
  const hostile = ['&', '|', '!jalan & :*', "'", "') or true --", '\\', '<->', '\0', '\ud800', '%', 'jalan\0lampu', 'jalan:*AB']
  for (const search of hostile) await finds('centreOperator', search)
  assert.deepEqual(await finds('centreOperator', "jalan' | 'x"), [])
  assert.deepEqual(await finds('centreOperator', '!kediri'), [other.reference])
  assert.deepEqual(await finds('centreOperator', 'x '.repeat(500_000)), [])
  assert.deepEqual(await finds('centreOperator', 'x'.repeat(1_000_000)), [])
}) // biome-ignore format: a list

test('a report goes to another desk and to its end, and is found where it is', async () => {
  const classing = { class: 'complaint', oversight: true }
  await h.act(road, 'centreOperator', 'forward', { agencyId: agency.blitar, ...classing })
  await h.act(road, 'blitarOperator', 'forward', { agencyId: agency.roads, assisting: [agency.trees], ...classing })
  assert.deepEqual(await finds('centreOperator', 'melati'), [], 'it has left, although the index does not know')
  await keep()
  const where: readonly (readonly [Name, View])[] = [
    ['roadsLiaison', 'queue'],
    ['treesLiaison', 'assisting'],
    ['blitarOperator', 'below'],
    ['blitarInspector', 'below'],
    ['centreOperator', 'below'],
  ]
  for (const [name, view] of where) assert.deepEqual(await finds(name, 'melati', view), [road.reference], name)
  for (const name of ['kediriOperator', 'centreOperator'] as const) assert.deepEqual(await finds(name, 'melati'), [])
  assert.deepEqual((await kept(road)).desks, [
    'own:3572006', 'assists:3572011',
    'below:/1/', 'below:/1/1035/', 'below:/1/1035/3572/', 'inspects:/1/', 'inspects:/1/1035/', 'inspects:/1/1035/3572/',
  ]) // biome-ignore format: by desk
  await h.act(road, 'reporter', 'withdraw')
  await keep()
  assert.deepEqual(await finds('roadsLiaison', 'melati', 'ended'), [road.reference])
  assert.deepEqual((await kept(road)).desks, ['ended:3572006'])
})

async function kept({ reportId }: { reportId: number }) {
  const [row] = await h.admin<{ version: number; words: string; desks: string[] }[]>`
    select version, words::text, desks from findable where report_id = ${reportId}`
  assert.ok(row)
  return row
}

/** What the two functions say to an actor who asks for everything, whatever the program would ask. */
async function told(name: Name, words: string): Promise<number[]> {
  const every = ['own', 'below', 'inspects', 'assists', 'ended', 'own:3571', 'below:/1/']
  return withActor(h.db, actorOf(h.staff[name]), async (tx) => {
    const rows = await tx<{ id: number }[]>`
      select unnest(find_reports(${words}, ${every}::text[], 1000)) as id
      union select id from find_among(${words}, ${every}::text[], array(select generate_series(0, 1000))) id`
    return rows.map(({ id }) => id)
  })
}

test('the functions tell each of their own desks, whatever they ask; a row that is wrong shows nothing foreign', async () => {
  await h.act(other, 'centreOperator', 'forward', { agencyId: agency.kediri })
  await keep()
  assert.deepEqual(await told('kediriOperator', "'keruh'"), [other.reportId])
  assert.deepEqual(await told('centreOperator', "'keruh'"), [other.reportId])
  for (const name of ['blitarOperator', 'blitarInspector', 'blitarAdministrator', 'ministryOperator'] as const)
    assert.deepEqual(await told(name, "'keruh'"), [], name)
  const ask = (tx: Tx) => tx`select unnest(find_reports('keruh', '{own,below,ended}', 9)) as id`
  for (const kind of ['public', 'door'] as const) assert.equal((await withActor(h.db, { kind }, ask)).length, 0, kind)
  await h.admin`
    update findable set desks = array['own:3572', 'below:/1/1035/3572/', 'inspects:/1/1035/3572/', 'ended:3572', 'assists:3572']
    where report_id = ${other.reportId}`
  assert.deepEqual(await told('blitarOperator', "'keruh'"), [other.reportId], 'the row is wrong indeed')
  for (const name of ['blitarOperator', 'blitarInspector', 'blitarSupervisor'] as const)
    for (const view of ['queue', 'below', 'ended', 'mine', 'assisting', 'authority'] as const)
      assert.deepEqual(await finds(name, 'keruh', view), [], `${name} ${view}`)
}) // biome-ignore format: one line each

test('nobody of the application reads or writes the words', async () => {
  for (const read of ['select from findable', 'update findable set version = 0', 'delete from findable'])
    await assert.rejects(
      withActor(h.db, actorOf(h.staff.centreOperator), (tx) => tx.unsafe(read)),
      /permission denied/,
    )
})

test('words of a secret report are kept nowhere, and where they stand by mistake they find nothing', async () => {
  const hidden = await h.file({ text: 'Pungutan liar di loket tiga.', readers: 'secret' })
  await keep()
  assert.equal((await kept(hidden)).words, '')
  await h.admin`update findable set words = '''pungutan''' where report_id = ${hidden.reportId}`
  assert.deepEqual(await finds('centreOperator', 'pungutan'), [])
}) // biome-ignore format: one line each

test('an older reading never replaces a newer one, and what was missed is mended, page by page', async () => {
  const read = await kept(lamp)
  await h.admin`update findable set version = version + 1, words = '''baru''' where report_id = ${lamp.reportId}`
  await keepFindable(h.db, [lamp.reportId])
  assert.equal((await kept(lamp)).words, "'baru'")

  const [{ count } = { count: 0 }] = await h.admin<{ count: number }[]>`select count(*)::int as count from report`
  await h.admin`update findable set version = 0`
  await h.admin`delete from findable where report_id = ${road.reportId}`
  assert.equal(await keepAllFindable(h.db, 2), count)
  assert.equal(await keepAllFindable(h.db, 2), 0)
  assert.deepEqual(await kept(lamp), read)
})

/** More reports than are walked or answered at once: the word `banjir` stands in none of the first 600 by due date. */
async function many(): Promise<void> {
  await h.admin`
    insert into report (key, digest, reference, channel, title, text, anonymous, secret, status, holder_id, holder_path,
      holder_since, filed_at, verify_due, cap_due, head, class)
    select gen_random_uuid(), '', 'Z' || translate(lpad(upper(to_hex(n)), 7, '0'), 'ILOU', 'JKMN'), 'web', 'Laporan ' || n,
      'Nomor ' || n || case when n > 600 then ' banjir' else '' end || case when n % 1000 = 7 then ' langka' else '' end
        || case when n % 2 = 0 then ' genap' else '' end,
      true, false, 'received', 3571006, '/1/1035/3571/3571006/', ${monday}, ${monday}::timestamptz - n * interval '1 second',
      ${monday}::timestamptz + n * interval '1 minute', ${after(60)}, '', case when n % 2 = 0 then 'complaint' end
    from generate_series(1, 3000) n`
  await keep()
}

test('page after page brings each report with the words once and in order, be they common, rare or late in the list', async () => {
  await many()
  const first = async (name: Name, filter: Filter, pages = 4): Promise<string[]> => {
    const { rows, after: next } = await seen(name, filter)
    const titles = rows.map(({ title }) => title)
    return next === null || pages === 1 ? titles : [...titles, ...(await first(name, { ...filter, after: next }, pages - 1))]
  }
  const titles = (has: (n: number) => boolean) =>
    Array.from({ length: 3000 }, (_, i) => i + 1).filter(has).map((n) => `Laporan ${n}`).slice(0, 4 * pageSize)
  for (const [name, view] of [['kediriLiaison', 'queue'], ['kediriOperator', 'below']] as const) {
    assert.deepEqual(await first(name, { view, search: 'langka' }), titles((n) => n % 1000 === 7))
    assert.deepEqual(await first(name, { view, search: 'tidakada' }), [])
    assert.deepEqual(await first(name, { view, search: 'banjir' }), titles((n) => n > 600))
    assert.deepEqual(await first(name, { view, search: 'banjir', class: 'complaint' }), titles((n) => n > 600 && n % 2 === 0))
    assert.deepEqual(await first(name, { view, search: 'genap', newest: true }), titles((n) => n % 2 === 0))
  }
  assert.deepEqual(await first('blitarOperator', { view: 'below', search: 'banjir' }), [])
  await h.admin`update report set status = 'resolved', respond_due = verify_due where title = 'Laporan 1007'`
  const langka = { view: 'queue', search: 'langka' } as const
  assert.deepEqual(await first('kediriLiaison', langka), ['Laporan 7', 'Laporan 2007'], 'the view is asked again')
  assert.deepEqual(await first('kediriLiaison', { ...langka, class: 'complaint' }), [])
}) // biome-ignore format: one line each
