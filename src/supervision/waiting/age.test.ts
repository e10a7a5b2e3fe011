import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workingDaysBetween } from '../../agency/working-days.ts'
import { ages, bounds, soonUntil, startOfAge, startOfMonth } from './age.ts'

const zone = 'Asia/Jakarta'
const at = (text: string) => new Date(`${text}+07:00`)
/** Thursday and Friday of the week before are holidays. */
const calendar = new Set(['2026-02-26', '2026-02-27'])
const now = at('2026-03-04T10:00:00')

test('an age begins on the day from which so many working days have passed, whatever the hour', () => {
  for (const [days, last] of [[0, '2026-03-04'], [1, '2026-03-03'], [2, '2026-03-02'], [3, '2026-03-01'], [4, '2026-02-24']] as const) {
    const start = startOfAge(days, now, calendar, zone)
    assert.equal(start.getTime(), at(`${last}T23:59:59.999`).getTime(), String(days))
    assert.ok(workingDaysBetween(start, now, calendar, zone) >= days, String(days))
    assert.ok(workingDaysBetween(new Date(start.getTime() + 1), now, calendar, zone) < days || days === 0, String(days))
  }
}) // biome-ignore format: a table

test('the bounds of the ages part every day of two months as their words say', () => {
  const [limits, month] = [bounds(now, calendar, zone), 30 * 86_400_000]
  for (let verified = now.getTime() - 2 * month; verified <= now.getTime(); verified += 3_600_000) {
    const waited = workingDaysBetween(new Date(verified), now, calendar, zone)
    const age = limits.filter((limit) => verified <= limit.getTime()).length
    const [from, until = Number.POSITIVE_INFINITY] = ages[age] ?? [0]
    assert.ok(from <= waited && waited <= until, `${new Date(verified).toISOString()} ${waited} ${age}`)
  }
})

test('nearly over is what ends with the next two working days', () => {
  assert.equal(soonUntil(at('2026-02-25T09:00:00'), calendar, zone).getTime(), at('2026-03-03T23:59:59.999').getTime())
})

test('a month begins with its first day in the zone of the agency', () => {
  assert.equal(startOfMonth(now, zone).getTime(), at('2026-03-01T00:00:00').getTime())
  assert.equal(startOfMonth(at('2026-03-01T00:00:00'), zone).getTime(), at('2026-03-01T00:00:00').getTime())
  const papua = startOfMonth(new Date('2026-02-28T15:30:00Z'), 'Asia/Jayapura')
  assert.equal(papua.toISOString(), '2026-02-28T15:00:00.000Z')
})
