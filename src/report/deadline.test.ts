import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promises } from '../../seed/promises.ts'
import type { ServicePromise } from '../agency/promise.ts'
import { due, dueNow, legalCap, settleBy } from './deadline.ts'

const rules = {
  promises: promises.map(([step, type, oversight, days, unit, basis]) => ({ step, class: type, oversight, days, unit, basis }) as ServicePromise), // biome-ignore format: one row
  calendar: new Set<string>(),
}
const clock = { rules, zone: 'Asia/Jakarta' } as const
const from = new Date('2026-03-02T03:00:00Z')
const promised = (oversight: boolean) => due(clock, 'settle', from, { class: 'complaint', oversight })
const report = (oversight: boolean) => ({ settleDue: promised(oversight), verifiedAt: from, filedAt: from })

test('the day that binds is the promised one, or that of the law when it comes first', () => {
  const [plain, grave] = [report(false), report(true)]
  assert.equal(legalCap(clock, grave).toISOString(), '2026-05-01T16:59:59.999Z')
  assert.ok(grave.settleDue > legalCap(clock, grave), '60 working days are longer than 60 calendar days')
  assert.deepEqual([settleBy(clock, plain), settleBy(clock, grave)], [plain.settleDue, legalCap(clock, grave)])
  assert.equal(settleBy(clock, { ...grave, settleDue: null }), null)
  const answer = new Date('2026-03-09T16:59:59.999Z')
  assert.deepEqual(dueNow(clock, { ...grave, dueAt: answer }), answer)
  assert.deepEqual(dueNow(clock, { ...grave, dueAt: grave.settleDue }), legalCap(clock, grave))
  assert.equal(dueNow(clock, { ...grave, dueAt: null }), null)
})
