import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dataFolder } from '../../program.ts'
import { kills, play } from '../play.ts'
import { product } from '../product.ts'
import { wire } from '../wire.ts'
import { held } from './held.ts'
import { onServices } from './scene.ts'
import { services } from './world.ts'

/** `npm run replay -- 10000 services` does the same with more. */
const n = 150

test('what services hand in three times, in other company each time, with kill -9 in between, has one effect and one answer', async (t) => {
  const world = await services(t)
  const running = await product(t, dataFolder(t), await wire(t), world.env)
  const replay = onServices(running, world, { n, hands: 24, seed: 11 })
  await play(running, replay)
  const { copies, extra } = await held(running, world, replay)
  // At each kill, as many as are worked on at once.
  const most = (kills.length + 1) * 8
  assert.ok(copies <= most, `${copies} were sent once more: only what was in the air at a kill may be`)
  assert.ok(extra <= most, `${extra} reports too many: only who was being read at a kill may have two`)
  assert.equal(await running.stop(), 0)
})
