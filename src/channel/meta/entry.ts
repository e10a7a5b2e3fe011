import { z } from 'zod'
import { accountId, type Kept, moment, perhaps, those } from './kept.ts'

/** One of the accounts that a delivery tells of, with what happened there. Pure. */

const change = z.object({ field: z.string(), value: z.record(z.string(), z.unknown()) })
export const entry = z
  .object({
    id: accountId,
    time: perhaps(moment),
    messaging: those(z.record(z.string(), z.unknown())),
    /** What people say while another app of ours has the talk. */
    standby: those(z.record(z.string(), z.unknown())),
    changes: those(change),
    /** Instagram's own sign-in has one change without the list around it. */
    field: perhaps(z.string()),
    value: perhaps(z.record(z.string(), z.unknown())),
  })
  .transform(({ field, value, messaging, standby, changes, ...rest }) => ({
    ...rest,
    messaging: [...messaging, ...standby],
    changes: field && value ? [...changes, { field, value }] : changes,
  }))
export type Entry = z.infer<typeof entry>

/** An event with what makes it the same one when it comes again. */
export type Found = Pick<Kept, 'part' | 'event' | 'contact'> &
  Readonly<{ key: readonly unknown[]; account?: string; at?: number | undefined }>
