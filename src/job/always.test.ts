import assert from 'node:assert/strict'
import { test } from 'node:test'
import { always, type Running } from './always.ts'

/** Runs that are ended from outside, and how many were begun. */
function runs(refusing: readonly number[] = []) {
  const begun: { fail: (reason: unknown) => void; ended: boolean }[] = []
  let more = () => {}
  let attempts = 0
  const begin = async (): Promise<Running> => {
    if (refusing.includes(++attempts)) throw new Error(`attempt ${attempts}`)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const one = { fail: reject, ended: false }
    begun.push(one)
    more()
    const end = async () => {
      one.ended = true
      resolve()
    }
    return { ended: promise, end }
  }
  const reach = async (count: number) => {
    while (begun.length < count) await new Promise<void>((resolve) => (more = resolve))
  }
  return { begun, begin, reach }
}

test('what gives up is begun anew until it is told to end, also when it does not begin at once', async () => {
  const { begun, begin, reach } = runs([2, 3])
  const reasons: string[] = []
  const running = await always(begin, (reason) => void reasons.push((reason as Error).message), 1)
  begun[0]?.fail(new Error('gave up'))
  await reach(2)
  assert.deepEqual(reasons, ['gave up', 'attempt 2', 'attempt 3'])
  await running.stop()
  assert.equal(begun.length, 2)
  assert.equal(begun[1]?.ended, true)
})

test('who cannot begin the first time is told', async () => {
  await assert.rejects(
    always(runs([1]).begin, () => {}),
    /attempt 1/,
  )
})
