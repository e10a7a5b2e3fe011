import type { Env } from '../env.ts'
import type { Log } from '../log.ts'

export type Context = Readonly<{
  env: Env
  log: Log
  /** What stands behind the name of the command. */
  args: readonly string[]
  /** A line for the person at the terminal. */
  say: (line: string) => void
}>

/** One command of the command line. @returns the exit code. */
export type Command = Readonly<{ words: string; run: (context: Context) => Promise<number> }>

/** A reason to stop that the person at the terminal can mend: shown as words, without a stack. */
export class Refusal extends Error {}
