/** What is counted of reports, and the figures that are made of the counts. Pure.
 *
 *  Everything is counted by the month in which a report *arrived*, so nothing that is done later to other reports moves a month, and
 *  with the agency that it was last given to: a return leaves it there until somebody else takes it. A promise that was kept or
 *  missed is counted with whoever had the report then, so nobody hands a miss on. Reports that a government wrote down for itself
 *  count as arrived and in no share. */

/** How much there is of each. Counts of reports unless said. */
export type Sums = Readonly<{
  arrived: number
  /** Written down by the government that then answered: in no share. */
  ownMade: number
  /** The first answer: by the day promised first, or not; the rest is not due yet. */
  answerKept: number
  answerMissed: number
  /** The same for settling: by the day, and its reporter says so. More time that was granted changes nothing here. */
  settleKept: number
  settleMissed: number
  /** By the day as the agency says, and closed without a word of its reporter: neither kept nor missed, and part of the whole. */
  settleSilent: number
  /** Said to be done at least once. The next three are shares of these. */
  resolved: number
  confirmed: number
  lapsed: number
  disputed: number
  disputedTwice: number
  /** Was held as the one responsible by this agency or one below, at any time. */
  held: number
  /** Returns by this agency or one below: moves, not reports. */
  returns: number
  /** Changes of class or oversight after the first forwarding: moves. */
  reclassified: number
  withdrawn: number
  merged: number
  expired: number
  /** By an operator, for a reason of theirs; the reasons have a dimension of their own. */
  archived: number
  ended: number
  rated: number
  /** Sum of the ratings, 1 to 5 each. */
  stars: number
  /** Now: not ended, of these past their day, come back after a return, disputed. */
  open: number
  overdue: number
  bounced: number
  contested: number
  /** Office hours from arrival to the first answer and to the last end, counted in buckets (see `hours.ts`); trailing zeros left out. */
  answerHours: readonly number[]
  endHours: readonly number[]
}>

export const dimensions = ['all', 'class', 'category', 'area', 'channel', 'reason'] as const
/** What cells are told apart by, besides agency and month. An area is a province, a regency and a district, each a cell; the class
 *  `complaint` and `oversight` are two; a reason is why it was archived. */
export type Dimension = (typeof dimensions)[number]

/** Every count, in the order of the table. */
export const names = [
  'arrived', 'ownMade', 'answerKept', 'answerMissed', 'settleKept', 'settleMissed', 'settleSilent', 'resolved', 'confirmed', 'lapsed', 'disputed',
  'disputedTwice', 'held', 'returns', 'reclassified', 'withdrawn', 'merged', 'expired', 'archived', 'ended', 'rated', 'stars',
  'open', 'overdue', 'bounced', 'contested',
] as const satisfies readonly (keyof Sums)[] // biome-ignore format: a list
export type Name = (typeof names)[number]

const counted = (of: (name: Name) => number) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, number>

export const nothing: Sums = { ...counted(() => 0), answerHours: [], endHours: [] }

const both = (a: readonly number[], b: readonly number[]) =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0) + (b[i] ?? 0))

export const add = (a: Sums, b: Sums): Sums => ({
  ...counted((name) => a[name] + b[name]),
  answerHours: both(a.answerHours, b.answerHours),
  endHours: both(a.endHours, b.endHours),
})
