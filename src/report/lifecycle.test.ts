import assert from 'node:assert/strict'
import { test } from 'node:test'
import { audienceOf, moversOf, moves, movesOpenTo, standings, step } from './lifecycle.ts'
import { isOpen, type Report, statuses } from './report.ts'

const table = (...movers: Parameters<typeof movesOpenTo>[1]) =>
  statuses.map((status) => `${status}: ${movesOpenTo(status, movers).join(' ')}`)

const only = (some: Readonly<Record<string, string>>) => statuses.map((status) => `${status}: ${some[status] ?? ''}`)

const open = (names: string) => Object.fromEntries(statuses.filter(isOpen).map((status) => [status, names]))

test('the whole table, at a glance: who, from where, to where, and who reads of it', () => {
  const open = statuses.filter(isOpen).join()
  const lines = Object.entries(moves).map(([name, { by, from, to }]) => {
    const audience = audienceOf(name as keyof typeof moves)
    const read = audience === 'everyone' ? '' : ` (${audience})`
    const where = from.join() === open ? 'open' : from.length === statuses.length ? 'all' : from.join(' ')
    return `${name}: ${by.join(' ')} | ${where} > ${to}${read}`
  })
  assert.equal(open, 'received,incomplete,assigned,in_progress,resolved')
  assert.deepEqual(lines, [
    'ask: operator@holder | received > incomplete',
    'complete: reporter | incomplete archived > received',
    'forward: operator@holder | received assigned in_progress > assigned',
    'return: operator@holder liaison@holder | received assigned > received',
    'arbitrate: arbiter@centre | received > assigned',
    'question: officer@holder liaison@holder | assigned in_progress > same',
    'reply: reporter | received assigned in_progress resolved > same',
    'draft: officer@holder liaison@holder | assigned in_progress > same (agency)',
    'sendBack: liaison@holder | assigned in_progress > same (agency)',
    'answer: liaison@holder | assigned in_progress > in_progress',
    'dispatch: liaison@holder | assigned in_progress > in_progress',
    'visit: officer@holder officer@assisting | in_progress > same',
    'resolve: liaison@holder | in_progress > resolved',
    'confirm: reporter | resolved > closed',
    'dispute: reporter | resolved closed > in_progress',
    'lapse: clock | resolved > closed',
    'rate: reporter | closed > same',
    'archive: operator@holder | received incomplete > archived',
    'appeal: reporter | archived > received',
    'expire: clock | incomplete > archived',
    'withdraw: reporter | open > archived',
    'merge: operator@holder | received assigned > archived',
    'join: operator@holder operator@above | open > same',
    'extend: liaison@holder | open > same',
    'grant: operator@above | open > same',
    'refuse: operator@above | open > same',
    'instruct: supervisor@above supervisor@holder | open > same',
    'heed: liaison@holder operator@holder | open > same (staff)',
    'speak: supervisor@holder supervisor@above | open > same',
    'reassign: clock | open > same',
    'relieve: clock | open > same (staff)',
    'audit: supervisor@above inspector@above operator@above | all > same (staff)',
    'reopen: supervisor@above | closed > in_progress',
    'reclassify: operator@holder | open > same',
    'edit: operator@holder | open > same',
    'accuse: operator@above operator@centre arbiter@centre | all > same',
  ])
})

test('what a reporter may do, at a glance', () => {
  assert.deepEqual(table('reporter'), [
    'received: reply withdraw',
    'incomplete: complete withdraw',
    'assigned: reply withdraw',
    'in_progress: reply withdraw',
    'resolved: reply confirm dispute withdraw',
    'closed: dispute rate',
    'archived: complete appeal',
  ])
})

test('what the operator of the holder may do, at a glance', () => {
  assert.deepEqual(table('operator@holder'), [
    'received: ask forward return archive merge join heed reclassify edit',
    'incomplete: archive join heed reclassify edit',
    'assigned: forward return merge join heed reclassify edit',
    'in_progress: forward join heed reclassify edit',
    'resolved: join heed reclassify edit',
    'closed: ',
    'archived: ',
  ])
})

test('what liaison, officer, coordinator, supervisor, arbiter and clock may do, at a glance', () => {
  assert.deepEqual(table('liaison@holder'), [
    'received: return extend heed',
    'incomplete: extend heed',
    'assigned: return question draft sendBack answer dispatch extend heed',
    'in_progress: question draft sendBack answer dispatch resolve extend heed',
    'resolved: extend heed',
    'closed: ',
    'archived: ',
  ])
  assert.deepEqual(table('officer@holder'), only({ assigned: 'question draft', in_progress: 'question draft visit' }))
  assert.deepEqual(table('officer@assisting'), only({ in_progress: 'visit' }))
  const above = 'join grant refuse'
  const always = Object.fromEntries(statuses.map((status) => [status, 'accuse']))
  assert.deepEqual(
    table('operator@above'),
    only({ ...open(`${above} audit accuse`), closed: 'audit accuse', archived: 'audit accuse' }),
  )
  assert.deepEqual(table('supervisor@holder'), only(open('instruct speak')))
  assert.deepEqual(
    table('supervisor@above'),
    only({ ...open('instruct speak audit'), closed: 'audit reopen', archived: 'audit' }),
  )
  assert.deepEqual(table('inspector@above'), only({ ...open('audit'), closed: 'audit', archived: 'audit' }))
  assert.deepEqual(table('arbiter@centre'), only({ ...always, received: 'arbitrate accuse' }))
  assert.deepEqual(table('operator@centre'), only(always))
  assert.deepEqual(
    table('clock'),
    only({ ...open('reassign relieve'), incomplete: 'expire reassign relieve', resolved: 'lapse reassign relieve' }),
  )
  for (const idle of ['administrator@holder', 'inspector@holder', 'liaison@above'] as const) {
    assert.deepEqual(
      table(idle).filter((line) => !line.endsWith(': ')),
      [],
    )
  }
})

test('an agency never closes a report, in no role and in no standing', () => {
  const roles = ['operator', 'liaison', 'officer', 'inspector', 'supervisor', 'administrator', 'arbiter'] as const
  const places = ['holder', 'assisting', 'above', 'centre'] as const
  for (const role of roles) {
    for (const place of places) {
      for (const status of statuses) {
        for (const name of movesOpenTo(status, [`${role}@${place}`])) {
          const to = step(status, name, [`${role}@${place}`])
          assert.ok(status === 'closed' || !(to.ok && to.to === 'closed'), `${role}@${place} closes by ${name}`)
        }
      }
    }
  }
})

test('an agency holds, helps, coordinates, or is a stranger', () => {
  const report = { holderId: 30, holderPath: '/1/20/30/', assisting: [31] }
  assert.deepEqual(standings(report, { agencyId: 30, path: '/1/20/30/' }), ['holder'])
  assert.deepEqual(standings(report, { agencyId: 31, path: '/1/20/31/' }), ['assisting'])
  assert.deepEqual(standings(report, { agencyId: 20, path: '/1/20/' }), ['above'])
  assert.deepEqual(standings(report, { agencyId: 1, path: '/1/' }), ['above', 'centre'])
  assert.deepEqual(standings(report, { agencyId: 2, path: '/1/2/' }), [])
  assert.deepEqual(moversOf(report as unknown as Report, { agencyId: 2, path: '/1/2/', roles: ['operator'] }), [])
})
