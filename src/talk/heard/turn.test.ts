import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Came, sorts } from './came.ts'
import { type Doing, type Fact, facts, type State, stateOf, states, type Talk, turn } from './turn.ts'

const fresh: Talk = { lacks: [], about: 'nothing', held: false, reach: 'private' }
const nothing = { place: false, photo: false }

/** The talk as it is after a turn. */
function after(talk: Talk, doing: Doing, lacks: readonly Fact[]): Talk {
  const about = doing === 'file' || doing === 'add' ? 'report' : talk.about
  return { ...talk, lacks, about, held: doing === 'hold' || (talk.held && doing !== 'file') }
}

function run(messages: readonly [Came, Partial<typeof nothing>?][], from = fresh): { did: Doing[]; talk: Talk } {
  let talk = from
  const did: Doing[] = []
  for (const [what, holds = {}] of messages) {
    const found = turn(talk, what, { ...nothing, ...holds })
    did.push(found.do)
    talk = after(talk, found.do, found.lacks)
  }
  return { did, talk }
}

test('a report is made at once and asked for its place and its photo, one after the other', () => {
  const { did, talk } = run([['story'], ['short'], ['photo', { photo: true }]])
  assert.deepEqual(did, ['file', 'add', 'add'])
  assert.deepEqual(talk.lacks, [])
  assert.deepEqual(run([['story']]).talk.lacks, ['place', 'photo'])
  assert.deepEqual(run([['story'], ['short']]).talk.lacks, ['photo'])
})

test('answers come in any order: a photo while the place is asked for is taken, and the question stays', () => {
  const { did, talk } = run([['story'], ['photo', { photo: true }]])
  assert.deepEqual(did, ['file', 'add'])
  assert.deepEqual(talk.lacks, ['place'])
  assert.deepEqual(run([['story'], ['photo', { photo: true }], ['pin', { place: true }]]).talk.lacks, [])
})

test('what comes without words waits for them, and is in the report then', () => {
  const { did, talk } = run([
    ['photo', { photo: true }],
    ['pin', { place: true }],
    ['story', { place: true, photo: true }],
  ])
  assert.deepEqual(did, ['hold', 'hold', 'file'])
  assert.deepEqual(talk.lacks, [])
})

test('whoever leaves a question out is asked the next, and never twice', () => {
  assert.deepEqual(run([['story'], ['skip']]).talk.lacks, ['photo'])
  assert.deepEqual(run([['story'], ['skip'], ['skip']]).talk.lacks, [])
})

test('courtesies are answered in private and passed over in public', () => {
  assert.deepEqual(run([['greeting'], ['thanks']]).did, ['greet', 'thank'])
  assert.deepEqual(run([['greeting'], ['thanks'], ['short']], { ...fresh, reach: 'public' }).did, [
    'aside',
    'aside',
    'aside',
  ])
})

test('an agency that waits for an answer gets whatever was said', () => {
  const waiting: Talk = { ...fresh, about: 'question' }
  for (const what of ['story', 'short', 'pin', 'photo', 'skip', 'spam'] as const)
    assert.equal(turn(waiting, what, nothing).do, 'add')
})

test('what somebody tells is always filed or added, whatever stands between us', () => {
  const talks = fc.record({
    lacks: fc.uniqueArray(fc.constantFrom<Fact>(...facts)),
    about: fc.constantFrom<Talk['about']>('nothing', 'report', 'question'),
    held: fc.boolean(),
    reach: fc.constantFrom<Talk['reach']>('private', 'public'),
  })
  const holds = fc.record({ place: fc.boolean(), photo: fc.boolean() })
  fc.assert(
    fc.property(talks, fc.constantFrom<Came>(...sorts), holds, (talk, what, holding) => {
      const found = turn(talk, what, holding)
      assert.ok(states.includes(found.state))
      if (what === 'story') assert.ok(found.do === 'file' || found.do === 'add')
      // Nothing is added where there is no report, and no question is asked that was answered.
      if (found.do === 'add') assert.notEqual(talk.about, 'nothing')
      if (found.do === 'file' || found.do === 'add')
        assert.ok(talk.reach === 'public' || found.lacks.every((fact) => !holding[fact]))
    }),
  )
})

test('each state can be reached', () => {
  const all: Record<State, Talk> = {
    idle: fresh,
    matter: { ...fresh, held: true },
    place: { ...fresh, about: 'report', lacks: ['place', 'photo'] },
    photo: { ...fresh, about: 'report', lacks: ['photo'] },
    after: { ...fresh, about: 'report' },
    waiting: { ...fresh, about: 'question', lacks: ['place'] },
    public: { ...fresh, reach: 'public' },
    thread: { ...fresh, reach: 'public', about: 'report' },
  }
  for (const [state, talk] of Object.entries(all)) assert.equal(stateOf(talk), state)
})
