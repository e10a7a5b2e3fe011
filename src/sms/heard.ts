import { z } from 'zod'
import type { Kept } from '../inbox/read.ts'
import type { Taking } from '../mail/take.ts'
import type { NameBook } from './named.ts'

/** A short message as it was kept, and with what it is thought about. */

export const keptText = z.object({ from: z.string(), to: z.string(), text: z.string() })
export type KeptText = z.infer<typeof keptText>

/** Where answers come from, and to whom they go. */
export type Line = Readonly<{
  service: string
  /** Where everything can be read, without `https://`. */
  site: string
  /** Our own number, e.g. 1708. */
  number: string
  /** Calling codes that are answered. */
  countries: readonly string[]
  /** How many messages may be paid for in a day. */
  mostADay: number
  /** How many of them news of one report may take. */
  mostAReport: number
}>

export type Heard = Readonly<{
  taking: Taking
  line: Line
  /** How the agencies are called. */
  names: () => Promise<NameBook>
  kept: Kept
  number: string
  contact: Buffer
  text: string
}>
