import type { Tx } from '../../db/database.ts'
import { ages, type State, states } from './age.ts'
import { type Told, toldOf } from './code.ts'

/** What waits below an agency now, by the agency that holds it: one pass over an index, for all that is told of it. */

/** Classes as figures tell them apart. */
export const kinds = ['complaint', 'oversight', 'aspiration', 'information_request'] as const
export type Kind = (typeof kinds)[number]

/** The moment of the question, and what it makes of ages and promises. */
export type Moment = Readonly<{ now: Date; soon: Date; bounds: readonly Date[] }>

export type Waiting = Readonly<{
  open: number
  overdue: number
  /** Came back at least once; disputed, and more than once; waits for an arbiter. */
  returned: number
  disputed: number
  disputedTwice: number
  authority: number
  /** By state; the first of these waits to be verified, the others by age. */
  unverified: Readonly<Record<State, number>>
  byAge: readonly Readonly<Record<State, number>>[]
}>

type Cell = Told & { n: number }

export async function waitingBelow(tx: Tx, path: string, kind: Kind | undefined, at: Moment): Promise<Waiting> {
  const cells = await tx<{ code: number; n: number }[]>`
    select * from waiting_below(${path}, ${kind ?? null}, ${at.now}, ${at.soon}, ${at.bounds.map((bound) => bound.toISOString())}::text[]::timestamptz[])`
  return summed(cells.map(({ code, n }) => ({ ...toldOf(code), n })))
}

const sum = (cells: readonly Cell[], counts: (cell: Cell) => boolean): number =>
  cells.reduce((total, cell) => total + (counts(cell) ? cell.n : 0), 0)

function summed(cells: readonly Cell[]): Waiting {
  const late = states.indexOf('late')
  const byState = (age: number) =>
    Object.fromEntries(
      states.map((state, n) => [state, sum(cells, (cell) => cell.age === age && cell.state === n)]),
    ) as Record<State, number>
  return {
    open: sum(cells, () => true),
    overdue: sum(cells, ({ state }) => state === late),
    returned: sum(cells, ({ returned }) => returned),
    disputed: sum(cells, ({ disputes }) => disputes > 0),
    disputedTwice: sum(cells, ({ disputes }) => disputes > 1),
    authority: sum(cells, ({ authority }) => authority),
    unverified: byState(-1),
    byAge: ages.map((_, age) => byState(age)),
  }
}

/** What staff wait for: reports with an unanswered instruction, of these past its day, and with more time asked for. */
export type ActsWaiting = Readonly<{ instructed: number; instructedLate: number; extensions: number }>

export async function actsWaiting(tx: Tx, path: string, kind: Kind | undefined, now: Date): Promise<ActsWaiting> {
  const [acts] = await tx<ActsWaiting[]>`select * from acts_waiting_below(${path}, ${kind ?? null}, ${now})`
  return acts ?? { instructed: 0, instructedLate: 0, extensions: 0 }
}

/** Ended by silence since then. */
export async function lapsedSince(tx: Tx, path: string, kind: Kind | undefined, since: Date): Promise<number> {
  const [row] = await tx<{ n: number }[]>`select lapsed_below(${path}, ${kind ?? null}, ${since}) as n`
  return row?.n ?? 0
}
