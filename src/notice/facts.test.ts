import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsOf, type Known } from './facts.ts'

const from = new Date('2026-03-02T03:00:00Z')
const rules = {
  promises: [{ step: 'cap', class: null, oversight: null, days: 60, unit: 'calendar', basis: '' }],
  calendar: new Set(),
}
const about = (settleDue: Date) => ({
  report: { settleDue, dueAt: settleDue, verifiedAt: from, filedAt: from, answeredAt: from, reference: '2345679' },
  data: {},
  at: from,
  zone: 'Asia/Jakarta',
})

test('letters name the day that binds: the promised one, or that of the law when it comes first', () => {
  const dates = (settleDue: string) => {
    const known = { about: about(new Date(settleDue)), language: 'id', rules, now: from, service: 'LAPOR' }
    const facts = (kind: 'forwarded' | 'escalated' | 'visitDone') => factsOf(kind, known as unknown as Known)
    return [facts('forwarded').date, facts('escalated').date, facts('visitDone').date2].join()
  }
  const [promised, law] = ['Jumat, 20 Maret 2026', 'Jumat, 1 Mei 2026']
  assert.equal(dates('2026-03-20T16:59:59.999Z'), [promised, promised, promised].join())
  assert.equal(dates('2026-05-25T16:59:59.999Z'), [law, law, law].join())
})
