import type * as id from '../id/moves.ts'
import { ending } from './moves/ending.ts'
import { supervising } from './moves/supervising.ts'
import { verifying } from './moves/verifying.ts'
import { working } from './moves/working.ts'

export const moves: typeof id.moves = { ...verifying, ...working, ...ending, ...supervising }
