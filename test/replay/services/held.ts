import assert from 'node:assert/strict'
import type { Product } from '../product.ts'
import { ended, keptIn, leftFor, matters, wantedOf } from './kept.ts'
import type { Services } from './scene.ts'
import type { World } from './world.ts'

/** What must be so after a replay of services, however many there were. */

/** What may be said of an answer that did not arrive: X takes the same words once, and Graph one answer in private; what was in
 *  the air in public when the process died is not said again. */
const unsaid =
  /^(\w+ (private|invited|public) sent|x public failed X duplicate|facebook invited failed Graph 400 10900|\w+ public failed unheard)$/
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0)

/** @returns how often something left once more, and how many reports are more than matters. */
export async function held(product: Product, world: World, { sent, answers }: Services) {
  const { reports, ...kept } = await product.ask(keptIn)
  assert.deepEqual(kept, wantedOf(sent, (reports.facebook ?? 0) + (reports.posts ?? 0)))
  const wanted = matters(sent)
  for (const [lane, count] of Object.entries(wanted)) assert.ok((reports[lane] ?? 0) >= count, lane)
  const fates = await product.ask(ended)
  assert.deepEqual(
    Object.keys(fates).filter((fate) => !unsaid.test(fate)),
    [],
  )
  const left = leftFor(world)
  assert.equal(left.twice, 0, 'an answer in public stands there twice')
  assert.deepEqual(
    answers.filter(({ status }) => ![0, 200, 503].includes(status)),
    [],
  )
  const told = Object.entries(fates).filter(([fate]) => / (private|invited) sent/.test(fate))
  return { copies: left.alone - sum(Object.fromEntries(told)), extra: sum(reports) - sum(wanted), fates, left, reports }
}
