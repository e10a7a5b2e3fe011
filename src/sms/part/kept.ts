import { z } from 'zod'

/** A message of a centre as it is kept: bytes that are not understood yet, and their place among others. Pure. */

export const keptPart = z.object({
  from: z.string(),
  to: z.string(),
  /** What it says by itself, for a person who looks at it. */
  text: z.string(),
  part: z.object({
    coding: z.int(),
    /** The header of user data, and what follows it. */
    header: z.hex(),
    hex: z.hex(),
    /** Counted from 1. */
    seq: z.int().min(1),
    total: z.int().min(1),
  }),
})
export type KeptPart = z.infer<typeof keptPart>
export type Bytes = KeptPart['part']
