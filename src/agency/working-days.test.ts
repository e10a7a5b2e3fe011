import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addCalendarDays,
  addWorkingDays,
  type Calendar,
  dayOf,
  daysRibbon,
  dueAfter,
  isWorkingDay,
  workingDaysBetween,
  workingHoursBetween,
  type Zone,
} from './working-days.ts'

const none: Calendar = new Set()
const lebaran: Calendar = new Set(['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24'])
const yearEnd: Calendar = new Set(['2026-12-24', '2026-12-25', '2027-01-01'])
const wib = 'Asia/Jakarta'
const at = (text: string): Date => new Date(text)
const dueOn = (from: string, n: number, calendar: Calendar, zone: Zone = wib): string =>
  dayOf(addWorkingDays(at(from), n, calendar, zone), zone)

test('the day of arrival is not counted', () => {
  assert.equal(dueOn('2026-11-23T09:00:00+07:00', 3, none), '2026-11-26')
  assert.equal(dueOn('2026-11-23T23:59:00+07:00', 3, none), '2026-11-26')
})

test('what arrives on a weekend starts with the next working day', () => {
  assert.equal(dueOn('2026-11-21T09:00:00+07:00', 1, none), '2026-11-23')
  assert.equal(dueOn('2026-11-22T23:00:00+07:00', 1, none), '2026-11-23')
  assert.equal(dueOn('2026-11-20T17:00:00+07:00', 1, none), '2026-11-23')
})

test('a promise ends with the last millisecond of the day where the agency is', () => {
  const due = (zone: Zone): string => addWorkingDays(at('2026-11-23T05:00:00Z'), 3, none, zone).toISOString()
  assert.equal(due('Asia/Jakarta'), '2026-11-26T16:59:59.999Z')
  assert.equal(due('Asia/Makassar'), '2026-11-26T15:59:59.999Z')
  assert.equal(due('Asia/Jayapura'), '2026-11-26T14:59:59.999Z')
})

test('one instant is Monday in the west and Tuesday in the east', () => {
  const late = '2026-11-23T15:30:00Z'
  assert.equal(dueOn(late, 1, none, 'Asia/Jakarta'), '2026-11-24')
  assert.equal(dueOn(late, 1, none, 'Asia/Makassar'), '2026-11-24')
  assert.equal(dueOn(late, 1, none, 'Asia/Jayapura'), '2026-11-25')
})

test('holidays and joint leave around Idulfitri move a promise over the whole gap', () => {
  assert.equal(dueOn('2026-03-16T10:00:00+07:00', 1, lebaran), '2026-03-17')
  assert.equal(dueOn('2026-03-17T10:00:00+07:00', 1, lebaran), '2026-03-25')
  assert.equal(dueOn('2026-03-20T10:00:00+07:00', 3, lebaran), '2026-03-27')
})

test('a promise runs over the end of the year', () => {
  assert.equal(dueOn('2026-12-23T10:00:00+07:00', 5, yearEnd), '2027-01-04')
  assert.equal(dueOn('2026-12-31T10:00:00+07:00', 1, yearEnd), '2027-01-04')
})

test('sixty working days and sixty calendar days are different promises', () => {
  const from = at('2026-01-05T10:00:00+07:00')
  assert.equal(dayOf(dueAfter(from, { days: 60, unit: 'working' }, none, wib), wib), '2026-03-30')
  assert.equal(dayOf(dueAfter(from, { days: 60, unit: 'calendar' }, none, wib), wib), '2026-03-06')
  assert.equal(addCalendarDays(from, 0, wib).toISOString(), '2026-01-05T16:59:59.999Z')
})

test('days that are left, today, and lost', () => {
  const due = addWorkingDays(at('2026-11-18T10:00:00+07:00'), 5, none, wib)
  const left = (now: string): number => workingDaysBetween(at(now), due, none, wib)
  assert.deepEqual(
    [
      '2026-11-20T10:00:00+07:00',
      '2026-11-25T23:00:00+07:00',
      '2026-11-26T08:00:00+07:00',
      '2026-11-30T08:00:00+07:00',
    ].map(left),
    [3, 0, -1, -3],
  )
})

test('a local holiday closes only the offices of its calendar', () => {
  const local: Calendar = new Set(['2026-04-01'])
  assert.equal(isWorkingDay(at('2026-04-01T03:00:00Z'), local, wib), false)
  assert.equal(isWorkingDay(at('2026-04-01T03:00:00Z'), none, wib), true)
})

test('office hours run from eight to four on working days', () => {
  const hours = (from: string, to: string, calendar = none): number =>
    workingHoursBetween(at(from), at(to), calendar, wib)
  assert.equal(hours('2026-11-23T09:00:00+07:00', '2026-11-23T11:30:00+07:00'), 2.5)
  assert.equal(hours('2026-11-23T15:00:00+07:00', '2026-11-24T09:00:00+07:00'), 2)
  assert.equal(hours('2026-11-20T18:00:00+07:00', '2026-11-23T08:30:00+07:00'), 0.5)
  assert.equal(hours('2026-11-21T08:00:00+07:00', '2026-11-22T16:00:00+07:00'), 0)
  assert.equal(hours('2026-03-17T15:00:00+07:00', '2026-03-25T09:00:00+07:00', lebaran), 2)
  assert.equal(hours('2026-11-24T09:00:00+07:00', '2026-11-23T09:00:00+07:00'), 0)
})

test('the ribbon shows a cell a working day and a gap after each break', () => {
  const from = at('2026-11-18T10:00:00+07:00')
  const due = addWorkingDays(from, 5, none, wib)
  const cells = daysRibbon(from, due, at('2026-11-23T09:00:00+07:00'), none, wib)
  assert.deepEqual(
    cells.map(({ day, state, gap }) => `${day.slice(-2)} ${state}${gap ? ' gap' : ''}`),
    ['19 gone', '20 gone', '23 today gap', '24 ahead', '25 ahead'],
  )
})

const instant = fc.date({ min: at('2024-01-01T00:00:00Z'), max: at('2028-12-31T00:00:00Z'), noInvalidDate: true })
const zone = fc.constantFrom<Zone>('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')
const calendar = fc
  .array(fc.date({ min: at('2024-01-01'), max: at('2029-12-31'), noInvalidDate: true }), { maxLength: 60 })
  .map((days): Calendar => new Set(days.map((day) => day.toISOString().slice(0, 10))))
const n = fc.integer({ min: 1, max: 80 })

test('counting undoes adding, and the ribbon has as many cells', () => {
  fc.assert(
    fc.property(instant, n, calendar, zone, (from, days, closed, where) => {
      const due = addWorkingDays(from, days, closed, where)
      assert.equal(workingDaysBetween(from, due, closed, where), days)
      assert.equal(workingDaysBetween(due, from, closed, where), -days)
      assert.equal(daysRibbon(from, due, from, closed, where).length, days)
      assert.ok(isWorkingDay(due, closed, where))
    }),
  )
})

test('later starts, more days and more holidays never bring a due date forward', () => {
  fc.assert(
    fc.property(instant, instant, n, n, calendar, zone, (a, b, m, more, closed, where) => {
      const [first, second] = a <= b ? [a, b] : [b, a]
      const due = addWorkingDays(first, m, closed, where)
      assert.ok(due <= addWorkingDays(second, m, closed, where))
      assert.ok(due < addWorkingDays(first, m + more, closed, where))
      assert.ok(addWorkingDays(first, m, none, where) <= due)
    }),
  )
})

test('office hours of adjoining spans add up', () => {
  fc.assert(
    fc.property(
      instant,
      fc.nat(40 * 86_400_000),
      fc.nat(40 * 86_400_000),
      calendar,
      zone,
      (from, x, y, closed, where) => {
        const middle = new Date(from.getTime() + x)
        const to = new Date(middle.getTime() + y)
        const hours = (a: Date, b: Date): number => workingHoursBetween(a, b, closed, where)
        assert.ok(Math.abs(hours(from, middle) + hours(middle, to) - hours(from, to)) < 1e-6)
      },
    ),
  )
})
