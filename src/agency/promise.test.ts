import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promises as seeded, validFrom } from '../../seed/promises.ts'
import { limitFor, type PromiseClass, type ServicePromise, type Step } from './promise.ts'

const promises = seeded.map(
  ([step, type, oversight, days, unit, basis], id) =>
    ({ id, step, class: type, oversight, days, unit, basis, validFrom, validTo: null }) as ServicePromise,
)

test('every promise of the country at a glance', () => {
  const line = (step: Step, type: PromiseClass, oversight: boolean): string => {
    const { days, unit } = limitFor(promises, step, type, oversight)
    return `${step}: ${days} ${unit}`
  }
  assert.deepEqual(
    [
      line('verify', 'complaint', false),
      line('answer', 'aspiration', false),
      line('settle', 'information_request', false),
      line('settle', 'aspiration', false),
      line('settle', 'complaint', false),
      line('settle', 'complaint', true),
      line('cap', 'complaint', true),
      line('respond', 'complaint', false),
    ],
    [
      'verify: 3 working',
      'answer: 5 working',
      'settle: 5 working',
      'settle: 5 working',
      'settle: 14 working',
      'settle: 60 working',
      'cap: 60 calendar',
      'respond: 10 working',
    ],
  )
  assert.ok(promises.every(({ basis }) => basis !== ''))
})

test('the row that says most wins, in any order', () => {
  const row = (over: Partial<ServicePromise>): ServicePromise => ({
    id: 0,
    step: 'settle',
    class: null,
    oversight: null,
    days: 1,
    unit: 'working',
    basis: 'x',
    validFrom,
    validTo: null,
    ...over,
  })
  const rows = [
    row({ days: 9 }),
    row({ class: 'complaint', days: 7 }),
    row({ class: 'complaint', oversight: true, days: 5 }),
  ]
  for (const list of [rows, rows.toReversed()]) {
    assert.equal(limitFor(list, 'settle', 'complaint', true).days, 5)
    assert.equal(limitFor(list, 'settle', 'complaint', false).days, 7)
    assert.equal(limitFor(list, 'settle', 'aspiration', false).days, 9)
  }
})

test('a step without a promise is a surprise', () => {
  assert.throws(() => limitFor([], 'verify', 'complaint', false), /no promise for verify/)
})
