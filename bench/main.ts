import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { brokenChains } from '../src/report/read/chain.ts'
import { keepAllFindable } from '../src/report/search/keep.ts'
import { baseline } from './baseline.ts'
import { folding } from './figures.ts'
import { filing, text } from './filing.ts'
import { type House, house } from './house.ts'
import { letters } from './letters.ts'
import { commands } from './lifecycle.ts'
import { durations, median, perSecond } from './measure.ts'
import { pages, reads } from './reads.ts'
import { machine, type Result, show } from './result.ts'
import { server } from './server.ts'
import { texts } from './texts.ts'
import { webhooks } from './webhooks.ts'

/** `npm run bench [-- --short] [--reports 100000] [--out bench.json]`: everything in one run, in rounds, because only ratios last. */

const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, reports: { type: 'string' }, out: { type: 'string' } },
})
const reports = Number(values.reports ?? (values.short ? 5_000 : 100_000))
const rounds = values.short ? 2 : 5
const span = values.short ? 700 : 2_000
const calls = values.short ? 5 : 12
/** A plan that is kept is made at the sixth call of each connection. */
const warm = 14
const clients = 64
const atOnce = 48
const mostMinutes = 6
const findable = 'reports made findable, by one'
const counted = 'reports counted into figures, by one'

const say = (line: string) => void process.stderr.write(`${line}\n`)

async function main(): Promise<void> {
  await using ends = new AsyncDisposableStack()
  const began = performance.now()
  const place = await house(reports)
  ends.defer(place.close)
  say(`${reports} reports were made in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  const broken = await brokenChains(place.owner as never, 3)
  if (broken.length > 0) throw new Error(`the ledgers of the made reports are broken: ${broken}`)
  const result = await measured(place, ends)
  process.stdout.write(`${show(result)}\n`)
  if (values.out) await writeFile(values.out, `${JSON.stringify(result, null, 2)}\n`)
}

async function measured(place: House, ends: AsyncDisposableStack): Promise<Result> {
  const site = await server(place)
  ends.defer(site.close)
  const rows = await baseline(place, clients, text)
  ends.defer(rows.close)
  const citizens = await filing(site, clients)
  ends.defer(citizens.close)
  const mail = await letters(place, clients)
  ends.defer(mail.close)
  const phones = await texts(site, clients)
  ends.defer(phones.close)
  const services = webhooks(site)
  ends.defer(services.close)
  const visits = await pages(place, site)
  ends.defer(visits.close)
  const { file, live } = commands(place)
  const rates = {
    'one row by pg, named, durable': [clients, rows.insert],
    'POST /laporan acknowledged': [clients, citizens.file],
    'the command that files, without the web': [clients, file],
    'a letter kept, by SMTP': [clients, mail.bring],
    'a short message kept, from Kannel': [clients, phones.bring],
    'a webhook of Meta kept': [clients, services.bring],
    'lifecycles (filed, 5 moves)': [atOnce, live],
  } as const
  const latencies = { ...visits.reads, ...(await reads(place)) }
  for (const read of Object.values(latencies)) await durations(warm, read)
  const taken: Result = {
    at: new Date().toISOString(),
    machine: machine(),
    reports,
    perSecond: {},
    milliseconds: {},
    ratios: {},
  }
  for (const [name, [at, work]] of Object.entries(rates)) {
    await perSecond(at, span / 4, work)
    taken.perSecond[name] = []
  }
  taken.perSecond[findable] = []
  taken.perSecond[counted] = []
  await keepAllFindable(place.db)
  await folding(place)
  for (let round = 0; round < rounds; round++) {
    for (const [name, [at, work]] of turned(rates, round)) taken.perSecond[name]?.push(await perSecond(at, span, work))
    taken.perSecond[findable]?.push(await findingAgain(place))
    taken.perSecond[counted]?.push(await folding(place))
    for (const [name, read] of turned(latencies, round)) {
      const known = taken.milliseconds[name] ?? []
      taken.milliseconds[name] = known.concat(await durations(calls, (n) => read(n + round * calls)))
    }
    say(`round ${round + 1} of ${rounds}`)
  }
  const [base = []] = Object.values(taken.perSecond)
  const toBase = ([name, filed]: [string, number[]]) =>
    [name, median(filed.map((value, round) => value / (base[round] ?? Number.NaN)))] as const
  return { ...taken, ratios: Object.fromEntries(Object.entries(taken.perSecond).map(toBase)) }
}

/** What the background does for the search, with everything that the load has filed and moved. @returns reports a second. */
async function findingAgain(place: House): Promise<number> {
  const began = performance.now()
  const kept = await keepAllFindable(place.db)
  return kept / ((performance.now() - began) / 1000)
}

/** Every other round backwards, so that nobody always comes first. */
function turned<T>(of: Readonly<Record<string, T>>, round: number): [string, T][] {
  const entries = Object.entries(of)
  return round % 2 === 0 ? entries : entries.reverse()
}

setTimeout(() => {
  say(`not done after ${mostMinutes} minutes`)
  process.exit(1)
}, mostMinutes * 60_000).unref()
await main()
process.exit()
