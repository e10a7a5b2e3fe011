/** Hours in buckets: fine where promises are, coarse beyond. A quantile is the upper bound of its bucket. Pure. */

const range = (from: number, to: number, by: number) =>
  Array.from({ length: (to - from) / by }, (_, i) => from + (i + 1) * by)

/** Upper bounds, in office hours: every hour up to a working week, every day up to twenty, every five days up to sixty. */
export const bounds: readonly number[] = [...range(0, 40, 1), ...range(40, 160, 8), ...range(160, 480, 40)]

/** Beyond the last bound is one more. */
export function bucketOf(hours: number): number {
  const found = bounds.findIndex((bound) => hours <= bound)
  return found === -1 ? bounds.length : found
}

export type Quantile = Readonly<{
  /** At most so many hours; null when there is nothing to look at. */
  hours: number | null
  /** It lies beyond the last bound: more than `hours`. */
  beyond: boolean
}>

/** Below which bound do so many of them lie? @param q 0.5 for the median. */
export function quantile(buckets: readonly number[], q: number): Quantile {
  const all = buckets.reduce((sum, n) => sum + n, 0)
  if (all === 0) return { hours: null, beyond: false }
  const sums = buckets.map((_, i) => buckets.slice(0, i + 1).reduce((sum, n) => sum + n, 0))
  const at = sums.findIndex((sum) => sum >= q * all)
  const beyond = at >= bounds.length
  return { hours: bounds[Math.min(at, bounds.length - 1)] ?? null, beyond }
}
