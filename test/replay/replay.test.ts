import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dataFolder } from '../program.ts'
import { counted, outside, wanted } from './kept.ts'
import { letters as scene } from './letters.ts'
import { play } from './play.ts'
import { product } from './product.ts'
import { wire } from './wire.ts'

/** `npm run replay -- 10000` does the same with more. */
const n = 300

test('letters and short messages that come three times each, with kill -9 in between, have one effect and one answer each', async (t) => {
  const world = await wire(t)
  const running = await product(t, dataFolder(t), world)
  const replay = scene(running, world, { n, hands: 24, seed: 7 })
  await play(running, replay)
  const sent = replay.sent()
  assert.deepEqual(await running.ask(counted), wanted(sent))
  const letters = sent.filter(({ door, wants }) => door === 'mail' && wants === 'report').length
  const texts = sent.filter(({ door }) => door !== 'mail').length
  const { copies, ...left } = outside(world)
  assert.deepEqual(left, { letters, texts })
  // At each of five kills, as many as are worked on at once.
  assert.ok(copies <= 5 * 8, `${copies} were sent once more: only what was in the air at a kill may be`)
  assert.equal(await running.stop(), 0)
})
