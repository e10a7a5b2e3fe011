import { median, quantile } from '../../../bench/measure.ts'
import { machine } from '../../../bench/result.ts'
import { dataFolder } from '../../program.ts'
import { play, type Stage } from '../play.ts'
import { product } from '../product.ts'
import { wire } from '../wire.ts'
import { held } from './held.ts'
import { onServices, type Services } from './scene.ts'
import { services } from './world.ts'

/** The replay of services with many messages, and its figures. */

const say = (line: string) => void process.stdout.write(`${line}\n`)
const seconds = (ms: number) => (ms / 1000).toFixed(1)
type Clock = Record<Stage, number>

export async function measured(n: number): Promise<void> {
  await using ends = new AsyncDisposableStack()
  const t = { after: (work: () => unknown) => ends.defer(async () => void (await work())) }
  const world = await services(t)
  const running = await product(t, dataFolder(t), await wire(t), world.env)
  const replay = onServices(running, world, { n, hands: 24, seed: 11 })
  const clock: Clock = { peace: 0, storm: 0, reading: 0, over: 0 }
  await play(running, replay, (stage) => {
    clock[stage] = performance.timeOrigin + performance.now()
    say(`${stage}: ${new Date().toISOString()}`)
  })
  const { copies, extra, fates, left } = await held(running, world, replay)
  say(`\n${JSON.stringify(machine())}`)
  say(`${replay.sent.length} messages, each effect once; ${extra} reports more than matters after a kill`)
  say(`${left.alone} answers left in private, ${copies} of them once more; ${left.public} in public, none twice`)
  for (const [fate, count] of Object.entries(fates)) say(`  ${count} ${fate}`)
  told(replay, clock, running.away)
  await running.stop()
}

type Away = Readonly<{ from: number; to: number }>

function told({ answers, sent }: Services, { storm, reading, over }: Clock, away: readonly Away[]): void {
  const restarts = (from: number, to: number) =>
    away.filter((one) => one.from >= from && one.from < to).reduce((sum, one) => sum + one.to - one.from, 0)
  const took = answers.filter(({ status }) => status === 200).map((answer) => answer.took)
  const busy = answers.filter(({ status }) => status === 503).length
  const [brought, read] = [reading - storm - restarts(storm, reading), over - storm - restarts(storm, over)]
  say(`${took.length} deliveries acknowledged, p50 ${median(took).toFixed(1)} ms, p95 ${quantile(took, 0.95).toFixed(1)} ms; ${busy} answered with 503`) // biome-ignore format: one line
  say(`all acknowledged in ${seconds(reading - storm)} s (${seconds(brought)} s without the restarts)`)
  say(`all read and told ${seconds(over - reading)} s later, ${((sent.length / read) * 1000).toFixed(0)} messages a second from the first`) // biome-ignore format: one line
}
