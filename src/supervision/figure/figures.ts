import { type Quantile, quantile } from './hours.ts'
import type { Sums } from './sums.ts'

/** The figures that are shown, made of sums: each with what it is a part of. What they mean is written in the words of the pages
 *  (`figures.means`). Pure. */

/** `n` of `of`; the value is null where there is nothing to divide by. */
export type Ratio = Readonly<{ n: number; of: number; value: number | null }>

const ratio = (n: number, of: number): Ratio => ({ n, of, value: of === 0 ? null : n / of })

export const ratios = {
  /** Of those whose day has come or that were answered: by the day promised first. */
  answeredOnTime: (s: Sums) => ratio(s.answerKept, s.answerKept + s.answerMissed),
  settledOnTime: (s: Sums) => ratio(s.settleKept, s.settleKept + s.settleMissed + s.settleSilent),
  /** Of those that were ever said to be done. The three do not add up to all: some are open again, some wait. */
  confirmed: (s: Sums) => ratio(s.confirmed, s.resolved),
  lapsed: (s: Sums) => ratio(s.lapsed, s.resolved),
  disputed: (s: Sums) => ratio(s.disputed, s.resolved),
  /** Moves for each report that was ever held. */
  returns: (s: Sums) => ratio(s.returns, s.held),
  reclassified: (s: Sums) => ratio(s.reclassified, s.held),
  archived: (s: Sums) => ratio(s.archived, s.arrived - s.ownMade),
  /** Stars for each rating, and how many of those that were closed have one. */
  rating: (s: Sums) => ratio(s.stars, s.rated),
  responded: (s: Sums) => ratio(s.rated, s.confirmed + s.lapsed),
} as const
export type RatioName = keyof typeof ratios
export const ratioNames = Object.keys(ratios) as RatioName[]

export const durations = {
  answerMedian: (s: Sums): Quantile => quantile(s.answerHours, 0.5),
  answerP90: (s: Sums): Quantile => quantile(s.answerHours, 0.9),
  endMedian: (s: Sums): Quantile => quantile(s.endHours, 0.5),
  endP90: (s: Sums): Quantile => quantile(s.endHours, 0.9),
} as const
export type DurationName = keyof typeof durations
export const durationNames = Object.keys(durations) as DurationName[]

/** What a good city reaches: Surabaya's first answers, in office hours. */
export const yardstick = { answerMedian: 8, answerP90: 26.7 } as const
