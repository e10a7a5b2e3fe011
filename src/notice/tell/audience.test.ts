import assert from 'node:assert/strict'
import { test } from 'node:test'
import { audience, concernsStaff, toldTo } from './audience.ts'

/** Every move and who is told what, at a glance: the reporter who acted | the other reporters | the same of a secret report. */
const expected = `
file        | -          received          | neutral.got
ask         | -          asked             | neutral.act
complete    | -          -                 | -
forward     | -          forwarded         | neutral.news
return      | -          returned          | neutral.news
arbitrate   | -          arbitrated        | neutral.news
question    | -          questioned        | neutral.act
reply       | -          -                 | -
draft       | -          -                 | -
sendBack    | -          -                 | -
answer      | -          answered          | neutral.news
dispatch    | -          visitPlanned      | neutral.news
visit       | -          visitDone         | neutral.news
resolve     | -          resolved          | neutral.act
confirm     | confirmed  confirmedByOther  | neutral.news
dispute     | disputed   disputedByOther   | neutral.news
lapse       | -          lapsed            | neutral.news
rate        | -          -                 | -
archive     | -          archived          | neutral.news
appeal      | -          -                 | -
expire      | -          expired           | neutral.news
withdraw    | withdrawn  -                 | neutral.got
merge       | -          merged            | neutral.news
join        | -          -                 | -
extend      | -          -                 | -
grant       | -          extended          | neutral.news
refuse      | -          -                 | -
instruct    | -          -                 | -
heed        | -          -                 | -
speak       | -          spoken            | neutral.news
reassign    | -          reorganised       | neutral.news
relieve     | -          -                 | -
audit       | -          -                 | -
reopen      | -          reopened          | neutral.news
reclassify  | -          -                 | -
edit        | -          -                 | -
accuse      | -          -                 | -
handover    | -          -                 | -
retract     | -          -                 | -
remind      | -          -                 | -
escalate    | -          escalated         | neutral.news
reschedule  | -          -                 | -`

const said = (move: string, secret: boolean, acted: boolean) => toldTo({ move, secret, acted }).join(' ') || '-'

/** The actor's column says only what differs from the others'. */
function line(move: string): string {
  const others = said(move, false, false)
  const actor = said(move, false, true)
  const own = actor === others ? '-' : actor
  return `${move.padEnd(11)} | ${own.padEnd(10)} ${others.padEnd(17)} | ${said(move, true, own !== '-')}`
}

test('every move tells exactly whom it concerns', () => {
  assert.equal(`\n${Object.keys(audience).map(line).join('\n')}`, expected)
})

test('staff are told of what waits for them, and of nothing else', () => {
  const told = Object.keys(audience).flatMap((move) =>
    concernsStaff(move).map(({ to, kind }) => `${move}: ${to} ${kind}`),
  )
  assert.deepEqual(told, [
    'file: desk staff.waiting',
    'file: inspectors staff.oversight',
    'complete: desk staff.waiting',
    'forward: desk staff.waiting',
    'forward: inspectors staff.oversight',
    'return: desk staff.waiting',
    'return: inspectors staff.oversight',
    'arbitrate: desk staff.waiting',
    'arbitrate: inspectors staff.oversight',
    'reply: desk staff.waiting',
    'draft: desk staff.waiting',
    'sendBack: drafter staff.sentBack',
    'dispatch: officer staff.task',
    'visit: desk staff.waiting',
    'dispute: desk staff.waiting',
    'appeal: desk staff.waiting',
    'withdraw: desk staff.waiting',
    'extend: above staff.waiting',
    'grant: desk staff.waiting',
    'refuse: desk staff.waiting',
    'instruct: desk staff.instruction',
    'reassign: desk staff.waiting',
    'reopen: desk staff.waiting',
    'reclassify: desk staff.waiting',
    'reclassify: inspectors staff.oversight',
    'accuse: desk staff.waiting',
    'accuse: inspectors staff.oversight',
    'handover: officer staff.task',
  ])
})

test('the clock speaks to whom its step names', () => {
  const at = (move: string) =>
    (['desk', 'head', 'coordinator', 'centre'] as const).map((place) =>
      concernsStaff(move, place)
        .map(({ to, kind }) => `${to} ${kind}`)
        .join(),
    )
  assert.deepEqual(at('remind'), [
    'desk staff.reminder',
    'desk staff.reminder,head staff.reminder',
    'risen staff.reminder',
    'risen staff.reminder',
  ])
  assert.deepEqual(at('escalate'), [
    'desk staff.overdue',
    'desk staff.overdue,head staff.overdue',
    'risen staff.escalated',
    'risen staff.escalated',
  ])
  assert.deepEqual(concernsStaff('escalate'), [])
})

test('what is not a move concerns nobody', () => {
  for (const move of ['constructor', '__proto__', '']) {
    assert.deepEqual(toldTo({ move, secret: false, acted: false }), [])
    assert.deepEqual(concernsStaff(move), [])
  }
})
