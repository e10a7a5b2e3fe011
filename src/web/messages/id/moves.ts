import type { LedgerMove } from '../../../report/read/history.ts'
import { ending } from './moves/ending.ts'
import { supervising } from './moves/supervising.ts'
import { verifying } from './moves/verifying.ts'
import { working } from './moves/working.ts'

/** Each move: its button, the sentence to confirm it, and its line in the history for the reporter and for staff. */

export type Facts = Readonly<{
  agency: string
  parent: string
  suggested: string
  officer: string
  channel: string
  date: string
  reason: string
  note: string
  reference: string
  from: string
  to: string
  n: number
}>
type Say = (facts: Facts) => string
export type Said = Readonly<{ button: string; confirm: Say; reporter: Say; staff: Say }>

export const moves: Record<LedgerMove, Said> = { ...verifying, ...working, ...ending, ...supervising }
