import { z } from 'zod'

/** A letter as it is kept in the inbox: the bytes, and what only the server that took it knew. */
export const keptLetter = z.object({
  raw: z.base64(),
  from: z.string(),
  to: z.array(z.string()),
  remote: z.string(),
  helo: z.string(),
})
export type KeptLetter = z.output<typeof keptLetter>
