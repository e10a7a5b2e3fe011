import type { z } from 'zod'
import type { Draft } from '../../src/report/draft.ts'
import type { inputs } from '../../src/report/input.ts'
import type { Move } from '../../src/report/lifecycle.ts'
import type { Channel } from '../../src/report/report.ts'

/** How a demonstration report is told: what was sent, then one line for each step, played through the real commands. */

/** `9 10:05`: nine working days before today, at 10.05 in Jakarta. `40m`: forty minutes ago. */
export type When = `${number} ${number}:${number}` | `${number}m`

type Given = {
  [M in Move]: Omit<z.input<(typeof inputs)[M]>, 'officerId' | 'visitedAt' | 'due' | 'newDue' | 'assisting'> & {
    /** Working days after the step. */
    due?: number
    newDue?: number
    /** Username of the officer who is sent. */
    officer?: string
    assisting?: readonly number[]
  }
}

/** Who: a username, `pelapor` or `jam` (the clock). A merge names the other story in `into`. */
export type Step = { [M in Move]: readonly [when: When, who: string, move: M, input: Given[M]] }[Move]

export type Story = Readonly<{
  /** The key of the report derives from it: never change it. */
  name: string
  sent: When
  channel?: Channel
  /** The operator who wrote down what somebody told. */
  by?: string
  /** A story that touches this one; both are played in the order of their instants. */
  with?: string
  draft: Partial<Record<keyof Draft, unknown>> & { text: string }
  steps: readonly Step[]
}>

export const city = 3572
export const unit = {
  inspectorate: 3572003,
  education: 3572004,
  health: 3572005,
  works: 3572006,
  order: 3572008,
  social: 3572009,
  environment: 3572011,
  registry: 3572012,
  transport: 3572014,
  library: 3572020,
  water: 3572029,
  sukorejo: 3572200,
} as const

/** How the reporter chose to be seen. */
export const open = (name: string, contact?: string) => ({
  name,
  known: 'open',
  readers: 'public',
  consent: true,
  ...(contact ? { reach: 'email', email: contact } : { reach: 'none' }),
})
export const anonymous = { known: 'anonymous', readers: 'public', reach: 'none', consent: false } as const
export const secret = (name: string) => ({ name, known: 'open', readers: 'secret', reach: 'none', consent: true })
export const hidden = { known: 'anonymous', readers: 'secret', reach: 'none', consent: false } as const
export const reachable = (email: string) => ({
  known: 'anonymous',
  readers: 'public',
  reach: 'email',
  email,
  consent: true,
})
