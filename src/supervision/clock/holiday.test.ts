import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addWorkingDays, type Day, dayOf, type Zone } from '../../agency/working-days.ts'
import { closedBefore, moved } from './holiday.ts'
import { horizon, look, momentOf, type Step } from './step.ts'

/** A dice of our own: the same throws every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}
const throws = dice(7)
const zones: readonly Zone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']
const start = Date.parse('2026-11-02T00:00:00Z')
const momentIn = (days: number) => new Date(start + throws(days * 24 * 60) * 60_000)
const dayIn = (days: number): Day => new Date(start + throws(days) * 86_400_000).toISOString().slice(0, 10)
const zoneOf = () => zones[throws(3)] ?? 'Asia/Jakarta'

test('a day more makes of a promise what it would have been, and taken back it is as before', () => {
  let there = 0
  for (let n = 0; n < 5000; n++) {
    const others = new Set(Array.from({ length: throws(8) }, () => dayIn(40)))
    const [zone, from, day] = [zoneOf(), momentIn(10), dayIn(30)]
    if (others.has(day)) continue
    const at = new Date(Date.parse(`${day}T00:00:00Z`) - 8 * 3_600_000)
    const due = addWorkingDays(from, 1 + throws(12), others, zone)
    const promise = { from, due }
    const set = moved(promise, { day, areaCode: null, added: true, at }, { others, zone })
    if (set === null) continue
    there++
    const n0 = countedDays(from, due, others, zone)
    assert.deepEqual(set, addWorkingDays(from, n0, new Set([...others, day]), zone))
    assert.deepEqual(moved({ from, due: set }, { day, areaCode: null, added: false, at }, { others, zone }), due)
  }
  assert.ok(there > 500, `${there} were moved`)
})

function countedDays(from: Date, due: Date, calendar: ReadonlySet<Day>, zone: Zone): number {
  for (let n = 1; n < 60; n++) if (addWorkingDays(from, n, calendar, zone).getTime() === due.getTime()) return n
  throw new Error('not counted in working days')
}

test('what was past, began that day, ends before it, or falls on a closed day stays', () => {
  const at = new Date('2026-11-20T03:00:00Z')
  const change = { day: '2026-11-25', areaCode: null, added: true, at }
  const when = { others: new Set<Day>(), zone: 'Asia/Jakarta' } as const
  const promise = { from: new Date('2026-11-18T03:00:00Z'), due: new Date('2026-11-26T16:59:59.999Z') }
  assert.equal(dayOf(moved(promise, change, when) ?? at, 'Asia/Jakarta'), '2026-11-27')
  const stays = [
    moved({ ...promise, due: new Date('2026-11-24T16:59:59.999Z') }, change, when),
    moved({ ...promise, from: new Date('2026-11-25T03:00:00Z') }, change, when),
    moved(
      { ...promise, due: new Date('2026-11-26T16:59:59.999Z') },
      { ...change, at: new Date('2026-11-27T03:00:00Z') },
      when,
    ),
    moved(promise, { ...change, day: '2026-11-22' }, when),
    moved(promise, change, { ...when, others: new Set(['2026-11-25']) }),
  ]
  assert.deepEqual(stays, [null, null, null, null, null])
})

test('the days before a change are those of today without it and without what came later', () => {
  const at = new Date(start)
  const [monday, tuesday] = ['2026-11-23', '2026-11-24'] as const
  const changes = [
    { day: monday, areaCode: null, added: true, at },
    { day: tuesday, areaCode: '35', added: false, at },
  ]
  assert.deepEqual(closedBefore([{ day: monday, areaCode: null }], changes), [{ day: tuesday, areaCode: '35' }])
})

test('whatever is to be said lies before the horizon, wherever it runs', () => {
  const step = (days: number): Step => ({ id: 1, clock: null, days, place: 'desk', tellsReporter: false, active: true })
  for (let n = 0; n < 5000; n++) {
    const here = new Set(Array.from({ length: throws(6) }, () => dayIn(30)))
    const everywhere = new Set([...here, ...Array.from({ length: throws(6) }, () => dayIn(30))])
    const [zone, now, due] = [zoneOf(), momentIn(20), addWorkingDays(momentIn(20), 1 + throws(10), here, zoneOf())]
    const steps = [step(-throws(6)), step(throws(6))]
    const { said } = look(steps, 'answer', due, { calendar: here, zone, now })
    if (said.length > 0)
      assert.ok(due <= horizon(steps, now, everywhere), `${due.toISOString()} at ${now.toISOString()}`)
  }
})

test('the clock speaks when offices open', () => {
  const when = { calendar: new Set(['2026-12-02']), zone: 'Asia/Makassar' } as const
  const due = new Date('2026-12-01T15:59:59.999Z')
  const said = [-2, 0, 3].map((days) => momentOf({ days }, due, when).toISOString())
  assert.deepEqual(said, ['2026-11-27T00:00:00.000Z', '2026-12-03T00:00:00.000Z', '2026-12-08T00:00:00.000Z'])
})
