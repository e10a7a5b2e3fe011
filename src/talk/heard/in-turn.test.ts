import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTurn, Meanwhile } from './in-turn.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('what one person says is read in the order in which it came, while others are read beside it', async () => {
  const run = inTurn()
  const seen: string[] = []
  const say = (who: string, what: string) =>
    run(who, async () => {
      seen.push(`${what} begins`)
      await turn()
      seen.push(`${what} ends`)
    })
  await Promise.all([say('siti', 'one'), say('siti', 'two'), say('budi', 'three')])
  assert.deepEqual(seen.slice(0, 2), ['one begins', 'three begins'])
  assert.ok(seen.indexOf('one ends') < seen.indexOf('two begins'))
})

test('one that fails holds up none that come after it', async () => {
  const run = inTurn()
  const failing = run('siti', () => Promise.reject(new Error('the service is away')))
  const next = run('siti', async () => 'read')
  await assert.rejects(failing, /away/)
  assert.equal(await next, 'read')
})

test('whoever was overtaken looks again at once, a few times; anything else is for the queue', async () => {
  const run = inTurn()
  let tries = 0
  const overtaken = (times: number) => async () => {
    if (tries++ < times) throw new Meanwhile('overtaken')
    return tries
  }
  assert.equal(await run('siti', overtaken(3)), 4)
  tries = 0
  await assert.rejects(run('siti', overtaken(100)), Meanwhile)
  assert.equal(tries, 6)
  tries = 0
  await assert.rejects(
    run('siti', async () => Promise.reject(new Error(`${tries++}`))),
    /0/,
  )
  assert.equal(tries, 1)
})
