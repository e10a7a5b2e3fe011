import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workingDaysBetween, type Zone } from '../../agency/working-days.ts'
import { bounds, soonUntil, startOfAge, startOfMonth } from './age.ts'

/** The bounds of ages agree with the count of working days, over weekends, holidays and zones. */

const calendar = new Set(['2026-03-03', '2026-02-17', '2026-02-16'])
const zones: Zone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']

test('who was verified up to a bound is at least that old, and who came a moment later is not', () => {
  for (const zone of zones)
    for (let hour = 0; hour < 24 * 10; hour += 5) {
      const now = new Date(Date.UTC(2026, 2, 1, hour, 30))
      for (const days of [4, 6, 11, 15]) {
        const start = startOfAge(days, now, calendar, zone)
        const later = new Date(start.getTime() + 1)
        assert.ok(workingDaysBetween(start, now, calendar, zone) >= days, `${zone} ${now.toISOString()} ${days}`)
        assert.ok(workingDaysBetween(later, now, calendar, zone) < days, `${zone} ${now.toISOString()} ${days}`)
      }
    }
})

test('the bounds go back in time, and nearly over is the next two working days', () => {
  const now = new Date('2026-03-02T03:00:00Z')
  const [first, ...others] = bounds(now, new Set(), 'Asia/Jakarta')
  assert.equal(first?.toISOString(), '2026-02-24T16:59:59.999Z')
  for (const [n, at] of others.entries()) assert.ok(at < (bounds(now, new Set(), 'Asia/Jakarta')[n] ?? at))
  assert.equal(soonUntil(now, calendar, 'Asia/Jakarta').toISOString(), '2026-03-05T16:59:59.999Z')
  assert.equal(startOfMonth(now, 'Asia/Jayapura').toISOString(), '2026-02-28T15:00:00.000Z')
})
