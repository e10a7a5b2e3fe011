import { z } from 'zod'
import type { OpenDelivery } from '../../inbox/delivery.ts'
import type { MessengerName } from '../../talk/messenger.ts'
import { instagramEvents } from './comment.ts'
import { type Entry, entry, type Found } from './entry.ts'
import { feedEvents } from './feed.ts'
import type { Kept } from './kept.ts'
import { messagingEvents } from './messaging.ts'
import { isSigned } from './signed.ts'
import { whatsappEvents } from './whatsapp/opened.ts'

/** Opens a delivery: whose it is, and each event of it by itself. What is certainly nobody's words to us is left out. Pure. */

const delivery = z.object({ object: z.string(), entry: z.array(z.unknown()) })
const finders: Readonly<Record<string, readonly [MessengerName, (entry: Entry) => readonly Found[]]>> = {
  page: ['facebook', (entry) => [...messagingEvents(entry), ...feedEvents(entry)]],
  instagram: ['instagram', (entry) => [...messagingEvents(entry), ...instagramEvents(entry)]],
  whatsapp_business_account: ['whatsapp', whatsappEvents],
}

export const openDelivery =
  (secret: string): OpenDelivery =>
  (body, header) => {
    if (!isSigned(secret, body, header('x-hub-signature-256'))) return 'unsigned'
    const read = z.array(delivery).nonempty().safeParse(objectsIn(body))
    if (!read.success) return 'malformed'
    const entries = read.data.flatMap(({ object, entry: all }) =>
      all.map((one) => ({ object, one: entry.safeParse(one) })),
    )
    if (entries.length > 0 && entries.every(({ one }) => !one.success)) return 'malformed'
    return entries.flatMap(({ object, one }) => (one.success ? rowsOf(object, one.data) : []))
  }

/** The examples of Instagram have a list around the delivery. */
function objectsIn(body: Uint8Array): unknown {
  try {
    return [JSON.parse(Buffer.from(body).toString('utf8'))].flat()
  } catch {
    return undefined
  }
}

function rowsOf(object: string, entry: Entry) {
  const [channel, find] = (Object.hasOwn(finders, object) && finders[object]) || []
  if (!channel || !find) return []
  return find(entry).map(({ key, part, event, contact, account = entry.id, at }) => {
    const message: Kept = { part, account, at: at ?? entry.time ?? 0, event, ...(contact ? { contact } : {}) }
    const named = key.every((one) => one !== undefined && one !== '')
    const fingerprint = Buffer.from(JSON.stringify(named ? [part, ...key] : [part, event]))
    return { channel, account, providerId: String(named ? key.at(-1) : '').slice(0, 200), fingerprint, message }
  })
}
