import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, agency, heart, monday } from '../../../test/heart.ts'
import { withActor } from '../../db/actor.ts'
import { actorOf, type Staff } from '../../person/may.ts'
import type { Report } from '../../report/report.ts'
import { countInspected, deedsOf, inspected, pageLength, type Shelf, shelves } from './list.ts'

/** The inspector's list against the same questions asked of every row by itself. */

const h = await heart()
const { admin, db, staff } = h
const now = after(40)
const holders = [
  agency.centre,
  agency.eastJava,
  agency.kediri,
  agency.kediriRoads,
  agency.blitar,
  agency.roads,
  agency.trees,
]

const filed = await Promise.all(Array.from({ length: 150 }, (_, n) => h.file({ at: after(n % 50) })))
for (const [n, { reportId }] of filed.entries()) {
  const ended = n % 4 === 1
  const [status, ending] = ended
    ? n % 8 === 1
      ? ['archived', 'no_matter']
      : ['closed', 'confirmed']
    : ['received', null]
  const accused = n % 5 === 2 ? [n % 2 ? '/1/37/' : '/1/1035/3571/3571006/'] : null
  await admin`
    update report set class = 'complaint', oversight = ${n % 3 === 0}, was_oversight = ${n % 3 === 1}, status = ${status as string}, ending = ${ending as string | null},
      ended_at = case when ${ended} then filed_at end, accused = ${accused}, holder_id = a.id, holder_path = a.path
    from agency a where a.id = ${holders[n % holders.length] as number} and report.id = ${reportId}`
}
const inspectorAt = (agencyId: number, path: string): Staff => ({ ...staff.blitarInspector, agencyId, path })
const places = [
  inspectorAt(agency.centre, '/1/'),
  inspectorAt(agency.eastJava, '/1/1035/'),
  inspectorAt(agency.blitar, '/1/1035/3572/'),
  inspectorAt(agency.roads, '/1/1035/3572/3572006/'),
  inspectorAt(agency.kediriRoads, '/1/1035/3571/3571006/'),
]
const all = await db.worker<Report[]>`select * from report`
const isOn: Record<Shelf, (one: Report) => boolean> = {
  open: ({ status }) => status === 'received',
  overdue: ({ status, dueAt }) => status === 'received' && dueAt !== null && dueAt < now,
  away: ({ oversight }) => !oversight,
  archived: ({ status }) => status === 'archived',
  ended: ({ endedAt }) => endedAt !== null,
  all: () => true,
}
const seen = ({ path }: Staff) =>
  all.filter(
    ({ oversight, wasOversight, holderPath, accused }) =>
      (oversight || wasOversight) && holderPath.startsWith(path) && !accused?.some((one) => path.startsWith(one)),
  )

for (const place of places)
  test(`an inspector at ${place.path} pages through each shelf, the latest first, and its number is right`, async () => {
    const as = <T>(work: Parameters<typeof withActor<T>>[2]) => withActor(db, actorOf(place), work)
    for (const accused of [undefined, '/1/37/'])
      for (const shelf of shelves) {
        const expected = seen(place)
          .filter((one) => isOn[shelf](one) && (!accused || one.accused?.some((path) => path.startsWith(accused))))
          .sort((a, b) => b.filedAt.getTime() - a.filedAt.getTime() || b.id - a.id)
          .map(({ id }) => id)
        const got: number[] = []
        let mark: string | undefined
        do {
          const page = await as((tx) => inspected(tx, place, { shelf, accused, after: mark }, now))
          assert.ok(page.rows.length <= pageLength)
          got.push(...page.rows.map(({ id }) => id))
          mark = page.after
        } while (mark)
        assert.deepEqual(got, expected, shelf)
        assert.equal((await as((tx) => countInspected(tx, place, accused, now)))[shelf], expected.length, shelf)
      }
  })

test('what was done with a complaint stands beside it, and nothing else', async () => {
  const report = await h.file({ at: monday })
  const grave = { class: 'complaint', oversight: true }
  const steps = [
    await h.act(report, 'centreOperator', 'forward', { agencyId: agency.blitar, ...grave }),
    await h.act(report, 'blitarOperator', 'forward', { agencyId: agency.roads, ...grave }),
    await h.act(report, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'x' }),
    await h.act(report, 'blitarOperator', 'forward', { agencyId: agency.trees, class: 'aspiration' }),
    await h.act(report, 'treesLiaison', 'return', { reason: 'conflict', note: 'x' }),
    await h.act(report, 'blitarOperator', 'archive', { reason: 'no_matter', detail: 'Rahasia warga.' }),
  ]
  assert.ok(steps.every(({ ok }) => ok))
  const deeds = await withActor(db, actorOf(staff.blitarInspector), (tx) => deedsOf(tx, [report.reportId]))
  const told = deeds.get(report.reportId) ?? []
  assert.deepEqual(
    told.map(({ move, byName }) => `${move} ${byName}`),
    ['return roadsLiaison', 'forward blitarOperator', 'return treesLiaison', 'archive blitarOperator'],
  )
  assert.ok(!JSON.stringify(told).includes('Rahasia warga'))
})
