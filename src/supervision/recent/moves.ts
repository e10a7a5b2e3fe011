/** What is told of a week: which moves of the ledger are counted as what. Pure. */

export const recentMoves = ['arrived', 'answered', 'ended', 'returned', 'disputed'] as const
export type RecentMove = (typeof recentMoves)[number]

export const counted: Readonly<Record<RecentMove, readonly string[]>> = {
  arrived: ['file'],
  answered: ['answer'],
  ended: ['confirm', 'lapse', 'archive', 'expire', 'withdraw', 'merge'],
  returned: ['return'],
  disputed: ['dispute'],
}

/** Agencies with fewer than so many in both weeks are not named: a single report stays unseen. */
export const fewest = 5

export type Pair = Readonly<{ now: number; before: number }>
export type Week = Readonly<Record<RecentMove, Pair>>

export const quiet: Week = {
  arrived: { now: 0, before: 0 },
  answered: { now: 0, before: 0 },
  ended: { now: 0, before: 0 },
  returned: { now: 0, before: 0 },
  disputed: { now: 0, before: 0 },
}

export const anything = (week: Week) => recentMoves.some((move) => week[move].now + week[move].before > 0)
