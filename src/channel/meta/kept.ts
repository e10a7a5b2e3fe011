import { z } from 'zod'
import { clean } from '../../report/input.ts'
import type { Event } from '../../talk/messenger.ts'

/** What is kept of each event, and the small shapes that all of them have. Pure. */

export const parts = ['messaging', 'feed', 'comment', 'mention', 'whatsapp', 'status'] as const
export type Part = (typeof parts)[number]

/** The message of an inbox row. `at` is the event's own time, or that of its delivery. */
export const kept = z.object({
  part: z.enum(parts),
  account: z.string(),
  at: z.number(),
  event: z.unknown(),
  /** What WhatsApp says of the person, beside the message. */
  contact: z.unknown().optional(),
})
export type Kept = z.infer<typeof kept>

/** Numbers of things are strings; older events have them as numbers. */
export const id = z.union([z.string().max(500), z.number().int().transform(String)])
/** An account's goes into the database as it is. */
export const accountId = id.pipe(z.string().regex(/^\w{1,64}$/))
/** Something that may be missing, or of another kind than we know: then it is as if it were missing. */
export const perhaps = <T extends z.ZodType>(type: T) => type.optional().catch(undefined)
/** The elements that are as we know them. */
export const those = <T extends z.ZodType>(type: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) =>
      all.flatMap((one): z.infer<T>[] => {
        const { success, data } = type.safeParse(one)
        return success ? [data] : []
      }),
    )

/** Meta counts seconds in some events and milliseconds in others, as numbers or as digits. */
export const moment = z.coerce
  .number()
  .positive()
  .transform((value) => (value > 100_000_000_000 ? value : value * 1000))
  .refine((value) => value < 8_000_000_000_000_000)

const longest = 20_000
export const words = (text: string | undefined): string => clean(text ?? '', longest)
export const nameOf = (text: string | undefined): string => clean(text ?? '', 120).replace(/\s+/g, ' ')

export const noise = (reason: string): Event => ({ is: 'noise', reason })

/** What cannot be read may still be somebody's words: it is tried again, and then set aside for a person. */
export function readable<T extends z.ZodType>(type: T, event: unknown): z.infer<T> {
  const read = type.safeParse(event)
  if (!read.success) throw new Error('an event of Meta that nobody can read')
  return read.data
}
