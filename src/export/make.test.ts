import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after as ended, test } from 'node:test'
import { after, agency, heart, monday, type Name } from '../../test/heart.ts'
import { folderStore } from '../attachment/store.ts'
import { withActor } from '../db/actor.ts'
import { actorOf } from '../person/may.ts'
import type { Receipt } from '../report/file.ts'
import { keepAllFindable } from '../report/search/keep.ts'
import type { List } from './export.ts'
import { askExport, cancelExport, exportOf, exportsOf, mostAtOnce } from './export.ts'
import { failExport, type Making, makeExport, tidyExports } from './make.ts'

const h = await heart()
const folder = await mkdtemp(join(tmpdir(), 'lapor-export-'))
ended(() => rm(folder, { recursive: true }))
const store = folderStore(folder)
const making: Making = {
  db: h.db,
  store,
  now: () => monday,
  wording: () => ({ head: ['Nomor', 'Judul'], row: (row) => [row.reference, row.title] }),
}
const below: List = { of: 'desk', filter: { view: 'below' } }
const queue: List = { of: 'desk', filter: { view: 'queue' } }

const as = <T>(name: Name, work: Parameters<typeof withActor<T>>[2]) => withActor(h.db, actorOf(h.staff[name]), work)
async function ask(name: Name, list: List): Promise<number> {
  const asked = await as(name, (tx) => askExport(tx, h.staff[name], list, 'csv', monday))
  assert.ok(asked.ok)
  return asked.id
}
const known = (name: Name, id: number) => as(name, (tx) => exportOf(tx, id))
async function linesOf(name: Name, id: number): Promise<string[]> {
  const made = await known(name, id)
  assert.equal(made?.state, 'done')
  return (await store.get(made?.fileKey ?? '')).replace('\uFEFF', '').trimEnd().split('\r\n').slice(1)
}

const blitar: Receipt[] = []
for (let n = 0; n < 12; n++)
  blitar.push(
    await h.file({ text: `Lampu jalan mati di RT ${n}.`, readers: n === 3 ? 'secret' : 'public', at: after(n / 240) }),
  )
const kediri = await h.file({ text: 'Air keruh di Kediri.' })
for (const one of blitar) await h.act(one, 'centreOperator', 'forward', { agencyId: agency.blitar })
await h.act(kediri, 'centreOperator', 'forward', { agencyId: agency.kediri })

test('a table holds the whole list of whoever asked, in its order, and no other', async () => {
  const id = await ask('blitarOperator', queue)
  await makeExport(making, id)
  const lines = await linesOf('blitarOperator', id)
  assert.deepEqual(
    lines.map((line) => line.split(';')[0]),
    blitar.map(({ reference }) => reference),
  )
  assert.equal(lines.filter((line) => line.endsWith(';')).length, 1, 'the title of a secret report stays')
  const all = await ask('centreOperator', below)
  await makeExport(making, all)
  assert.equal((await linesOf('centreOperator', all)).length, 13)
  assert.equal((await known('centreOperator', all))?.total, 13)
})

test('a search is taken away whole, and how much it is nobody says before', async () => {
  await keepAllFindable(h.db)
  const id = await ask('blitarOperator', { of: 'desk', filter: { view: 'queue', search: 'rt 11' } })
  await makeExport(making, id)
  assert.deepEqual(await linesOf('blitarOperator', id), [`${blitar[11]?.reference};Lampu jalan mati di RT 11`])
  assert.equal((await known('blitarOperator', id))?.total, null)
})

test('nobody sees, takes or calls off what another asked for', async () => {
  const id = await ask('blitarOperator', queue)
  assert.equal(await known('kediriOperator', id), undefined)
  assert.equal(await as('kediriOperator', (tx) => cancelExport(tx, id, monday)), false)
  assert.equal((await as('kediriOperator', (tx) => exportsOf(tx, h.staff.kediriOperator.personId))).length, 0)
  await as('blitarOperator', (tx) => cancelExport(tx, id, monday))
})

test('three at once, and one that was called off makes room and leaves no file', async () => {
  const ids = []
  for (let n = 0; n < mostAtOnce; n++) ids.push(await ask('treesLiaison', queue))
  const more = await as('treesLiaison', (tx) => askExport(tx, h.staff.treesLiaison, queue, 'csv', monday))
  assert.deepEqual(more, { ok: false, refusal: 'export-busy' })
  const [first = 0] = ids
  assert.equal(await as('treesLiaison', (tx) => cancelExport(tx, first, monday)), true)
  await makeExport(making, first)
  assert.equal((await known('treesLiaison', first))?.state, 'cancelled')
  assert.equal(await store.exists(`exports/${first}.csv`), false)
  await ask('treesLiaison', queue)
})

test('what is called off, or whose person goes, while it is made ends there', async () => {
  for (const stop of ['cancel', 'disable'] as const) {
    const id = await ask('kediriOperator', queue)
    const wording: Making['wording'] = () => ({
      head: ['Nomor'],
      row: (row) => [row.reference],
    })
    // Between claiming and the first page.
    const late: Making['wording'] = (staff, of) => {
      stopped = h.admin.begin(async (tx) => {
        if (stop === 'cancel') await tx`update export set state = 'cancelled', ended_at = now() where id = ${id}`
        else await tx`update account set disabled_at = now() where id = ${staff.personId}`
      })
      return wording(staff, of)
    }
    let stopped: Promise<unknown> | undefined
    const put = store.delete.bind(store)
    store.delete = async (key) => {
      await stopped
      return put(key)
    }
    await makeExport({ ...making, wording: late }, id)
    store.delete = put
    const [row] = await h.admin<{ state: string }[]>`select state from export where id = ${id}`
    assert.equal(row?.state, stop === 'cancel' ? 'cancelled' : 'failed')
    assert.equal(await store.exists(`exports/${id}.csv`), false)
    await h.admin`update account set disabled_at = null`
  }
})

test('what was interrupted begins anew, what is done is not made again, what failed says so', async () => {
  const id = await ask('centreOperator', below)
  await h.admin`update export set state = 'running', rows = 7 where id = ${id}`
  await makeExport(making, id)
  assert.equal((await linesOf('centreOperator', id)).length, 13)
  await makeExport(making, id)
  assert.equal((await known('centreOperator', id))?.state, 'done')
  await failExport(h.db, id, monday)
  assert.equal((await known('centreOperator', id))?.state, 'done')
  const other = await ask('centreOperator', below)
  await failExport(h.db, other, monday)
  assert.equal((await known('centreOperator', other))?.state, 'failed')
})

test('files go after seven days, and it stays known who took what', async () => {
  const before = await as('centreOperator', (tx) => exportsOf(tx, h.staff.centreOperator.personId))
  assert.equal(await tidyExports(h.db, store, after(6)), 0)
  assert.ok((await tidyExports(h.db, store, after(8))) >= 2)
  const later = await as('centreOperator', (tx) => exportsOf(tx, h.staff.centreOperator.personId))
  assert.equal(later.length, before.length)
  assert.ok(later.every(({ state, fileKey }) => state !== 'done' && fileKey === null))
})
