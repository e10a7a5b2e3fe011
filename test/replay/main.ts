import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { median, quantile } from '../../bench/measure.ts'
import { machine } from '../../bench/result.ts'
import { dataFolder } from '../program.ts'
import { counted, outside, wanted } from './kept.ts'
import { letters as scene } from './letters.ts'
import { play, type Stage } from './play.ts'
import { product } from './product.ts'
import { measured } from './services/measured.ts'
import type { Visit } from './visitor.ts'
import { wire } from './wire.ts'

/** `npm run replay -- 10000`: the replay of the test with so many letters and short messages, and somebody at the website meanwhile.
 *  `npm run replay -- 10000 services`: that of the other test, with so many messages of services. */

const n = Number(process.argv[2] ?? 10_000)
const mostMinutes = 30
const say = (line: string) => void process.stdout.write(`${line}\n`)
const seconds = (ms: number) => (ms / 1000).toFixed(1)

type Clock = Partial<Record<Stage, number>>

async function main(): Promise<void> {
  await using ends = new AsyncDisposableStack()
  const t = { after: (work: () => unknown) => ends.defer(async () => void (await work())) }
  const world = await wire(t)
  const running = await product(t, dataFolder(t), world)
  const visits: Visit[] = []
  const visitor = new Worker(new URL('./visitor.js', import.meta.url), {
    workerData: { port: running.doors.webPort, pause: 50 },
  })
  ends.defer(async () => void (await visitor.terminate()))
  const clock: Clock = {}
  const now = () => performance.timeOrigin + performance.now()
  const began = async (stage: Stage) => {
    clock[stage] = now()
    say(`${stage}: ${new Date().toISOString()}`)
    if (stage !== 'peace') return
    visitor.on('message', (visit: Visit) => void visits.push(visit))
    await sleep(10_000)
  }
  const replay = scene(running, world, { n, hands: 24, seed: 7 })
  await play(running, replay, began)
  const sent = replay.sent()
  assert.deepEqual(await running.ask(counted), wanted(sent))
  const { letters, texts, copies } = outside(world)
  say(`\n${JSON.stringify(machine())}`)
  say(
    `${sent.length} messages, each effect once; ${letters} letters and ${texts} short messages left, ${copies} of them more than once`,
  )
  told(clock, visits, running.away)
}

function told({ storm = 0, reading = 0, over = 0 }: Clock, visits: readonly Visit[], away: readonly Away[]): void {
  const rest = reading - storm - away.reduce((sum, { from, to }) => sum + (from < reading ? to - from : 0), 0)
  say(`${6 * n} deliveries acknowledged in ${seconds(reading - storm)} s (${seconds(rest)} s without the restarts)`)
  say(
    `all read and told ${seconds(over - reading)} s later, ${((2 * n) / ((over - storm) / 1000)).toFixed(0)} effects a second from the first`,
  )
  say(
    '\n| milliseconds, p50 / p95 | in peace | bringing | reading | ratio of p50 | of p95 |\n| --- | --- | --- | --- | --- | --- |',
  )
  for (const page of new Set(visits.map((visit) => visit.page))) say(row(page))

  function row(page: string): string {
    const whole = visits.filter(
      (visit) =>
        visit.page === page && !away.some(({ from, to }) => visit.began + visit.took > from && visit.began < to),
    )
    const answered = whole.filter(({ status }) => status === 200 || status === 201)
    const of = (from: number, to: number) =>
      answered.filter(({ began }) => began >= from && began < to).map(({ took }) => took)
    const [peace, bringing, read] = [of(0, storm), of(storm, reading), of(reading, over)]
    const both = (took: number[]) => `${median(took).toFixed(1)} / ${quantile(took, 0.95).toFixed(1)} (${took.length})`
    const ratio = (part: number) => (quantile(bringing.concat(read), part) / quantile(peace, part)).toFixed(1)
    const failed = whole.length - answered.length
    return `| ${page}, ${failed} of ${whole.length} failed | ${both(peace)} | ${both(bringing)} | ${both(read)} | ${ratio(0.5)} | ${ratio(0.95)} |`
  }
}

type Away = Readonly<{ from: number; to: number }>

setTimeout(() => {
  say(`not done after ${mostMinutes} minutes`)
  process.exit(1)
}, mostMinutes * 60_000).unref()
await (process.argv[3] === 'services' ? measured(n) : main())
process.exit()
