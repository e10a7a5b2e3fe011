import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { rulesFor } from '../../src/agency/rulebook.ts'
import { database } from '../../src/db/database.ts'
import { keepFigures, markMissed, markMoved } from '../../src/supervision/figure/keep.ts'
import { names } from '../../src/supervision/figure/sums.ts'
import { testDatabase } from '../database.ts'

/** The figures of a long history, kept while it happens and by somebody who is killed, are those that the ledger tells. */

/** Courses of life, and reports that lived each. */
const lives = 40_000
const each = 5
const most = 1_000_000
const today = '2026-08-20T03:00:00Z'
const t = await testDatabase()
const holidays = ['2026-01-01', '2026-02-17', '2026-03-19', '2026-03-20', '2026-05-01', '2026-05-27', '2026-06-01']
const book = { promises: [], closed: holidays.map((day) => ({ day, areaCode: null })) }
const keeping = { db: t.db, rules: async () => book }
const read = (name: string) => readFile(new URL(`../../../test/figures/${name}.sql`, import.meta.url), 'utf8')
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Lives on, marks what moved as the background does, and forgets some of it, as a process does that ends too early. */
async function live(until: string, forgotten: number): Promise<void> {
  const [row] = await t.admin<{ moved: string[] }[]>`select live(${until}, ${each}) as moved`
  const moved = (row?.moved ?? []).map(Number)
  await markMoved(
    t.db,
    moved.filter((id) => id % 100 >= forgotten),
  )
}

/** Waits until the keeper is about to write down what it counted, all sums already changed, and ends its connection. */
async function killed(now: Date): Promise<void> {
  const other = database({ url: t.ownerUrl, appUrl: t.appUrl, max: 1 })
  await t.admin.begin(async (tx) => {
    await tx`lock table figure_fact in exclusive mode`
    let ended = false
    const dies = assert.rejects(keepFigures({ ...keeping, db: other }, now)).finally(() => {
      ended = true
    })
    while (!ended)
      await tx`select pg_terminate_backend(pid), pg_sleep(0.01) from pg_locks where relation = 'figure_fact'::regclass and not granted`
    await dies
  })
  await other.end()
}

const sums = () =>
  t.admin`select sum(arrived)::int as arrived, sum(held)::int as held, count(*)::int as cells from figure_cell`

test('kept in pieces, by somebody who is killed, the figures of a long history are those of its ledger', async () => {
  await t.admin.unsafe(await read('lives'))
  await t.admin`insert into holiday ${t.admin(holidays.map((day) => ({ day, kind: 'national', name: 'Libur', basis: 'SKB' })))}`
  await t.admin`select begin_lives(${lives}, '2025-11-03T00:00:00Z', '2026-06-20T00:00:00Z')`
  await live('2026-02-10T03:00:00Z', 0)
  await keepFigures(keeping, new Date('2026-02-10T03:00:00Z'), most, 25_000)
  await live('2026-05-01T03:00:00Z', 2)
  const [before, now] = [await sums(), new Date('2026-05-01T03:00:00Z')]
  await killed(now)
  assert.deepEqual(await sums(), before, 'nothing of what was killed is left')
  const both = [keepFigures(keeping, now, most, 25_000), keepFigures(keeping, now, most, 20_000)]
  await live('2026-05-20T03:00:00Z', 0)
  await Promise.all(both)
  await live('2026-08-01T03:00:00Z', 1)
  assert.ok((await markMissed(keeping)) > 0, 'what nobody had marked is found')
  await keepFigures(keeping, new Date('2026-08-01T03:00:00Z'), most, 25_000)
  // Nothing happens any more, and what was promised falls due.
  assert.ok((await keepFigures(keeping, new Date(today), most, 25_000)) > 0)
  assert.deepEqual(await differences(), [])
})

async function differences(): Promise<unknown[]> {
  const counts = names.map(snake).join()
  return t.admin.begin(async (tx) => {
    await tx`select set_config('test.now', ${today}, true)`
    await tx.unsafe(await read('told'))
    const rows = await tx.unsafe(`
      with kept as (select agency_id, month, dimension, value, ${counts} from figure_cell where array[${counts}] <> array_fill(0, array[${names.length}])),
      told as (select agency_id, month, dimension, value, ${names.map((name) => `${snake(name)}::int`).join()} from told
        where array[${counts}]::int[] <> array_fill(0, array[${names.length}]))
      (select 'kept' as side, to_jsonb(x)::text as cell from (select * from kept except select * from told) x limit 4)
      union all (select 'told', to_jsonb(x)::text from (select * from told except select * from kept) x limit 4)
      union all (select 'cells', count(*)::text from kept having count(*) < 10000)`)
    const hours = await tx`
      with kept as (
        select agency_id, month, dimension, value, part, (n - 1)::int as bucket, reports from figure_cell,
          lateral (values ('answer', answer_hours), ('settle', end_hours)) h (part, list), unnest(list) with ordinality u (reports, n) where reports <> 0),
      told as (select agency_id, month, dimension, value, part, bucket, reports from told_hours)
      (select 'kept' as side, to_jsonb(x)::text as cell from (select * from kept except select * from told) x limit 4)
      union all (select 'told', to_jsonb(x)::text from (select * from told except select * from kept) x limit 4)
      union all (select 'cells', count(*)::text from kept having count(*) < 10000)`
    return [...rows, ...hours]
  })
}

test('the history has everything in it that can happen', async () => {
  const moves = await t.admin<
    { move: string; times: number }[]
  >`select move, count(*)::int as times from event group by move`
  const rare = moves.filter(({ times }) => times < 500)
  assert.deepEqual(rare, [])
  assert.equal(moves.length, 27)
  const [seen] = await t.admin<Record<string, number>[]>`
    select sum(own_made)::int as own, sum(disputed_twice)::int as twice, sum(answer_missed)::int as missed, sum(settle_kept)::int as kept,
      sum(settle_silent)::int as silent, sum(expired)::int as expired, sum(bounced)::int as bounced, sum(overdue)::int as overdue
    from figure_cell where agency_id = 1 and dimension = 'all'`
  for (const [what, n] of Object.entries(seen ?? {})) assert.ok(n > 100, `${what}: ${n}`)
  assert.ok(rulesFor(book, null).calendar.size > 0)
})
