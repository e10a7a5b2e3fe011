import { Busy } from '../../../db/batch.ts'
import type { Accept } from '../../../inbox/accept.ts'
import type { Keys } from '../../../person/seal.ts'
import { arrivedPart } from './arrived.ts'
import { Malformed } from './fields.ts'
import { readMessage } from './message.ts'
import { status } from './pdu.ts'
import { type Fate, fateIn, isReceipt } from './receipt.ts'
import type { Deliver } from './session.ts'

/** What a centre brings is durable before it hears ok; what cannot be kept, it keeps. */

export type Keeping = Readonly<{
  keys: Keys
  accept: Accept
  fate: (fate: Fate) => Promise<void>
  now: () => Date
  failed: (reason: unknown) => void
}>

export const delivery =
  ({ keys, accept, fate, now, failed }: Keeping): Deliver =>
  async (body) => {
    try {
      const message = readMessage(body)
      if (!isReceipt(message)) await accept(arrivedPart(keys, message, now()))
      else {
        const found = fateIn(message)
        if (found) await fate(found)
      }
      return status.ok
    } catch (reason) {
      if (reason instanceof Busy) return status.throttled
      failed(reason)
      return reason instanceof Malformed ? status.badLength : status.temporary
    }
  }
