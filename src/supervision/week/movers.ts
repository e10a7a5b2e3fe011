/** Which changes stand out among many small ones. Pure. */

export type Change = Readonly<{ now: number; before: number }>

/** A change of so few is none. */
const fewest = 5

/** By how far a change lies beyond what chance does to counts: the difference against the root of the sum. */
export const strength = ({ now, before }: Change): number => Math.abs(now - before) / Math.sqrt(now + before || 1)

export const moversOf = <T extends Change>(rows: readonly T[]): T[] =>
  rows
    .filter((row) => Math.abs(row.now - row.before) >= fewest && strength(row) >= 2)
    .toSorted((a, b) => strength(b) - strength(a))
    .slice(0, mostMovers)

/** Shown at once. */
const mostMovers = 5
