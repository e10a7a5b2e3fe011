import { cpus, loadavg, totalmem } from 'node:os'
import { median, quantile } from './measure.ts'

/** What was seen, as a table for people and as JSON for comparing. */

export type Result = {
  at: string
  machine: { cores: number; memoryGiB: number; load: number; node: string }
  reports: number
  /** By round. */
  perSecond: Record<string, number[]>
  /** By call. */
  milliseconds: Record<string, number[]>
  /** To the bare insert of the same round: the median of the rounds. */
  ratios: Record<string, number>
}

export const machine = (): Result['machine'] => ({
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 1024 ** 3),
  load: Number((loadavg()[0] ?? 0).toFixed(1)),
  node: process.version,
})

export function show({ machine: m, reports, perSecond, milliseconds, ratios }: Result): string {
  const rate = ([name, rounds]: [string, number[]]) =>
    `| ${name} | ${median(rounds).toFixed(0)} | ${Math.min(...rounds).toFixed(0)}–${Math.max(...rounds).toFixed(0)} | ${ratios[name]?.toFixed(2)} |`
  const read = ([name, took]: [string, number[]]) =>
    `| ${name} | ${median(took).toFixed(1)} | ${quantile(took, 0.95).toFixed(1)} |`
  return [
    `${reports} reports, ${m.cores} cores, ${m.memoryGiB} GiB, Node ${m.node}, load ${m.load} when it began`,
    '\n| per second | median | lowest–highest | to the first |\n| --- | ---: | ---: | ---: |',
    ...Object.entries(perSecond).map(rate),
    '\n| milliseconds | p50 | p95 |\n| --- | ---: | ---: |',
    ...Object.entries(milliseconds)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(read),
  ].join('\n')
}
