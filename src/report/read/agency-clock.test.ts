import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hoursHeld } from './agency-clock.ts'

const clock = {
  calendar: new Set(['2026-03-04']),
  zone: 'Asia/Jakarta',
  now: new Date('2026-03-05T12:00:00+07:00'),
} as const
const at = (text: string) => new Date(`2026-03-${text}:00+07:00`)

test('a desk is charged its office hours, and none of a closed day', () => {
  assert.equal(hoursHeld(at('03T14:00'), [], clock), 2 + 4)
  assert.equal(hoursHeld(at('06T08:00'), [], clock), 0)
})

test('waiting for the reporter is not charged to the desk: until the reply, the limit, or now', () => {
  const asked = { at: at('03T14:00'), dueAt: at('20T16:00'), answeredAt: at('05T09:00') }
  assert.equal(hoursHeld(at('03T08:00'), [asked], clock), 6 + 3)
  assert.equal(hoursHeld(at('03T08:00'), [{ ...asked, answeredAt: null }], clock), 6)
  assert.equal(hoursHeld(at('03T08:00'), [{ ...asked, answeredAt: null, dueAt: at('03T15:00') }], clock), 6 + 1 + 4)
})

test('what was asked on another desk before does not count for this one', () => {
  const before = { at: at('02T08:00'), dueAt: at('20T16:00'), answeredAt: at('03T15:00') }
  assert.equal(hoursHeld(at('03T14:00'), [before], clock), 1 + 4)
})
