import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { rulesFor } from '../../src/agency/rulebook.ts'
import { withActor } from '../../src/db/actor.ts'
import { actorOf } from '../../src/person/may.ts'
import { draft } from '../../src/report/draft.ts'
import { fileReport, type Receipt } from '../../src/report/file.ts'
import { durationNames, durations, ratioNames, ratios } from '../../src/supervision/figure/figures.ts'
import { keepFigures, markMissed } from '../../src/supervision/figure/keep.ts'
import { byMonth } from '../../src/supervision/figure/read.ts'
import type { Sums } from '../../src/supervision/figure/sums.ts'
import { after, agency, heart, keys } from '../heart.ts'

/** Ways to look better than one is, each by the real commands, each in a month of its own, and what they bring: nothing. */

const h = await heart()
const text = 'Sudah ditangani.'
type Act = Parameters<typeof h.act>
const act = async (report: Receipt, who: Act[1], name: Act[2], input: object, at: Date) => {
  const moved = await h.act(report, who, name, { text, note: text, reason: text, ...input }, { at })
  assert.ok(moved.ok, `${name} by ${who}: ${JSON.stringify(moved)}`)
}

/** Given to Blitar and its unit for roads on the first day. */
async function given(start: Date, report?: Receipt): Promise<Receipt> {
  const made = report ?? (await h.file({ at: start }))
  if (!report) await act(made, 'centreOperator', 'forward', { agencyId: agency.blitar }, after(0.01, start))
  await act(made, 'blitarOperator', 'forward', { agencyId: agency.roads }, after(0.02, start))
  return made
}

type Days = { answered: number; settled: number; by?: 'roadsLiaison' | 'treesLiaison' }
async function work(start: Date, report: Receipt, { answered, settled, by = 'roadsLiaison' }: Days): Promise<void> {
  await act(report, by, 'answer', {}, after(answered, start))
  await act(report, by, 'resolve', {}, after(settled, start))
  await act(report, 'reporter', 'confirm', {}, after(settled + 1, start))
}

const well = { answered: 1, settled: 5 }
const late = { answered: 10, settled: 40 }
const months = new Map<string, string>()

/** Four reports of six are worked on well; what happens to the other two is told. */
async function month(
  name: string,
  start: string,
  others: (start: Date, two: Receipt[]) => Promise<void>,
): Promise<void> {
  const at = new Date(`${start}T03:00:00Z`)
  months.set(name, start.slice(0, 7))
  for (let n = 0; n < 4; n++) await work(at, await given(at), well)
  await others(at, [await given(at), await given(at)])
}

async function each(two: Receipt[], what: (report: Receipt, n: number) => Promise<void>): Promise<void> {
  for (const [n, report] of two.entries()) await what(report, n)
}

/** Written down at the counter by Blitar itself. */
async function written(at: Date): Promise<Receipt> {
  const holder = { id: agency.blitar, zone: 'Asia/Jakarta' } as const
  const filer = {
    intake: h.intake,
    keys,
    rules: rulesFor(h.book, null),
    holder,
    channel: 'counter',
    language: 'id',
  } as const
  const told = draft.parse({ text: 'Lampu mati.', class: 'complaint' })
  const filed = await fileReport({ ...filer, onBehalf: h.staff.blitarOperator }, told, randomUUID(), at)
  assert.ok(filed.ok)
  return filed
}

test('the honest and those who are not', async () => {
  await month('honest', '2026-03-02', (start, two) => each(two, (report) => work(start, report, late)))
  await month('answered', '2026-04-06', (start, two) =>
    each(two, (report) => work(start, report, { ...late, answered: 1 })),
  )
  await month('closed at once', '2026-05-04', (start, two) =>
    each(two, async (report, n) => {
      await act(report, 'roadsLiaison', 'answer', {}, after(1, start))
      await act(report, 'roadsLiaison', 'resolve', {}, after(2, start))
      if (n === 0) return act(report, 'clock', 'lapse', {}, after(38, start))
      await act(report, 'reporter', 'dispute', {}, after(3, start))
      await act(report, 'roadsLiaison', 'resolve', {}, after(40, start))
      await act(report, 'reporter', 'confirm', {}, after(41, start))
    }),
  )
  await month('returned and back', '2026-06-01', (start, two) =>
    each(two, async (report) => {
      await act(report, 'roadsLiaison', 'return', { reason: 'other_unit' }, after(4, start))
      await act(report, 'blitarOperator', 'forward', { agencyId: agency.roads }, after(8, start))
      await work(start, report, late)
    }),
  )
  await month('handed on', '2026-07-06', (start, two) =>
    each(two, async (report) => {
      await act(report, 'roadsLiaison', 'return', { reason: 'other_unit' }, after(4, start))
      await act(report, 'blitarOperator', 'forward', { agencyId: agency.trees }, after(8, start))
      await work(start, report, { ...late, by: 'treesLiaison' })
    }),
  )
  await month('made oversight', '2026-08-03', (start, two) =>
    each(two, async (report) => {
      await act(report, 'roadsLiaison', 'return', { reason: 'other_unit' }, after(1, start))
      await act(report, 'blitarOperator', 'reclassify', { class: 'complaint', oversight: true }, after(2, start))
      await act(report, 'blitarOperator', 'forward', { agencyId: agency.roads, oversight: true }, after(3, start))
      await work(start, report, late)
    }),
  )
  await month('written for oneself', '2026-09-07', async (start, two) => {
    await each(two, (report) => work(start, report, late))
    for (let n = 0; n < 4; n++) await work(start, await given(start, await written(start)), well)
  })
  const keeping = { db: h.db, rules: async () => h.book }
  await markMissed(keeping)
  await keepFigures(keeping, after(365))
})

const worseWhenHigher: readonly string[] = ['lapsed', 'disputed', 'returns', 'reclassified', 'archived']

async function sumsOf(agencyId: number, name: string, of?: { by: 'class'; value: string }): Promise<Sums> {
  const at = months.get(name) ?? ''
  const [found] = await withActor(h.db, actorOf(h.staff.centreOperator), (tx) =>
    byMonth(tx, { agencyId, from: at, to: at, ...of }),
  )
  assert.ok(found)
  return found.sums
}

/** Every share and every length of `played` that is better than that of `honest`. */
function better(played: Sums, honest: Sums): string[] {
  const shares = ratioNames.filter((name) => {
    const gain = (ratios[name](played).value ?? 0) - (ratios[name](honest).value ?? 0)
    return worseWhenHigher.includes(name) ? gain < 0 : gain > 0
  })
  const lengths = durationNames.filter(
    (name) => (durations[name](played).hours ?? 0) < (durations[name](honest).hours ?? 0),
  )
  return [...shares, ...lengths]
}

const games = {
  'closed at once': 'answered',
  'returned and back': 'honest',
  'handed on': 'honest',
  'made oversight': 'honest',
  'written for oneself': 'honest',
}

const complaints = { by: 'class', value: 'complaint' } as const
for (const [game, honest] of Object.entries(games))
  test(`no figure is better for it: ${game}`, async () => {
    // What a unit handed on before its day is not its own any more: only what fell due before that stays with it.
    const left = game === 'handed on' ? ['settledOnTime', 'endP90'] : []
    assert.deepEqual(better(await sumsOf(agency.roads, game), await sumsOf(agency.roads, honest)), left)
    for (const agencyId of [agency.blitar, agency.centre])
      for (const of of [undefined, complaints])
        assert.deepEqual(
          better(await sumsOf(agencyId, game, of), await sumsOf(agencyId, honest, of)),
          [],
          String(agencyId),
        )
  })

test('what is tried is seen', async () => {
  const seen = async (name: string) => {
    const { lapsed, disputed, returns, reclassified, ownMade, answerMissed, settleMissed } = await sumsOf(
      agency.blitar,
      name,
    )
    return { lapsed, disputed, returns, reclassified, ownMade, answerMissed, settleMissed }
  }
  const nothing = { lapsed: 0, disputed: 0, returns: 0, reclassified: 0, ownMade: 0, answerMissed: 2, settleMissed: 2 }
  assert.deepEqual(await seen('honest'), nothing)
  assert.deepEqual(await seen('closed at once'), {
    ...nothing,
    lapsed: 1,
    disputed: 1,
    answerMissed: 0,
    settleMissed: 1,
  })
  assert.deepEqual(await seen('handed on'), { ...nothing, returns: 2 })
  assert.deepEqual(await seen('made oversight'), { ...nothing, returns: 2, reclassified: 2 })
  assert.deepEqual(await seen('written for oneself'), { ...nothing, ownMade: 4 })
  assert.equal((await sumsOf(agency.trees, 'handed on')).answerMissed, 0, 'whoever takes it takes no miss over')
})
