/** Closed loops, and the two numbers that are read from them. */

/** `at` loops call `work` until the time is over. @returns how often it was done in a second. */
export async function perSecond(at: number, ms: number, work: (loop: number) => Promise<unknown>): Promise<number> {
  let done = 0
  const began = performance.now()
  const loop = async (_: unknown, n: number) => {
    while (performance.now() - began < ms) {
      await work(n)
      done++
    }
  }
  await Promise.all(Array.from({ length: at }, loop))
  return done / ((performance.now() - began) / 1000)
}

/** How long each of `times` calls took, one after the other, in milliseconds. */
export async function durations(times: number, work: (n: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    await work(n)
    took.push(performance.now() - began)
  }
  return took
}

/** The value below which this part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export const median = (values: readonly number[]) => quantile(values, 0.5)
