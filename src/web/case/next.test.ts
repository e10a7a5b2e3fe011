import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Mover, movesOpenTo } from '../../report/lifecycle.ts'
import type { Draft } from '../../report/read/around.ts'
import type { Status } from '../../report/report.ts'
import { nextMove } from './next.ts'

const now = new Date('2026-03-02T03:00:00Z')
type Told = { answered?: boolean; inField?: boolean; proof?: number; draft?: 'waiting' | 'sent_back'; gone?: string[] }

function next(status: Status, mover: Mover, { answered, inField, proof = 0, draft, gone = [] }: Told = {}) {
  const waiting: Draft | undefined = draft && {
    id: 1,
    byName: 'Slamet',
    text: 'Besok.',
    state: draft,
    remark: '',
    at: now,
  }
  const report = { status, answeredAt: answered ? now : null, fieldDue: inField ? now : null }
  const moves = movesOpenTo(status, [mover]).filter((name) => !['heed', 'grant', 'refuse', ...gone].includes(name))
  return nextMove({ moves, draft: waiting, case: { report, visitsWithEvidence: proof } })
}

test('what stands open for whom', () => {
  assert.equal(next('received', 'operator@holder'), 'forward')
  assert.equal(next('assigned', 'operator@holder'), 'forward')
  assert.equal(next('received', 'arbiter@centre'), 'arbitrate')
  assert.equal(next('assigned', 'officer@holder'), 'draft')
  assert.equal(next('assigned', 'liaison@holder'), 'answer')
  assert.equal(next('in_progress', 'liaison@holder', { answered: true }), 'resolve')
  assert.equal(next('in_progress', 'liaison@holder', { answered: true, draft: 'waiting' }), 'answer')
  assert.equal(next('in_progress', 'liaison@holder', { answered: true, draft: 'sent_back' }), 'resolve')
})

test('field work without evidence is not offered as settled', () => {
  assert.equal(next('in_progress', 'liaison@holder', { answered: true, inField: true }), 'answer')
  assert.equal(next('in_progress', 'liaison@holder', { answered: true, inField: true, proof: 1 }), 'resolve')
})

test('who only watches has no next step', () => {
  assert.equal(next('closed', 'operator@holder'), undefined)
  assert.equal(next('in_progress', 'officer@assisting'), undefined)
})
