import { createHash, timingSafeEqual } from 'node:crypto'
import type { OpenDelivery } from '../../inbox/delivery.ts'
import { callback, kinds, membership, message, type Update, updateIn } from './update.ts'

/** Telegram's door: one update a delivery, proven by a secret that only Telegram and we know. */

/** @param account the number of our bot */
export const openUpdate =
  ({ account, secret }: Readonly<{ account: string; secret: string }>): OpenDelivery =>
  (body, header) => {
    // Compared by their digests: neither length nor beginning shows in the time it takes.
    if (!same(header('x-telegram-bot-api-secret-token') ?? '', secret)) return 'unsigned'
    const update = updateIn(parsed(body))
    if (!update) return 'malformed'
    if (isNothing(update)) return []
    const providerId = String(update.update_id)
    return [
      { channel: 'telegram', account, providerId, fingerprint: fingerprintOf(update), message: { event: update } },
    ]
  }

const digest = (text: string) => createHash('sha256').update(text).digest()
const same = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted))

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined
  }
}

/** After a week of silence Telegram counts its updates from a random number, so the number alone may come twice for two
 *  things: what the update is about goes with it. */
function fingerprintOf(update: Update): Uint8Array {
  const about = kinds.map((kind) => {
    const { id, message_id, edit_date, date, chat } = (update[kind] ?? {}) as Record<string, unknown>
    const { id: place } = (chat ?? {}) as Record<string, unknown>
    return [kind, place, id, message_id, edit_date ?? date].map((part) => part ?? '').join(' ')
  })
  return Buffer.from(about.join('|'))
}

/** What is certainly nobody's words to us: kinds we did not ask for, what people say to each other in groups and channels (it
 *  is not ours to keep), other bots, and each step of somebody who shares where they walk. What cannot be read is kept. */
function isNothing(update: Update): boolean {
  const kind = kinds.find((one) => update[one] !== undefined)
  if (!kind) return true
  if (kind === 'callback_query') return isElsewhere(callback.safeParse(update[kind]).data?.message?.chat)
  if (kind === 'my_chat_member') return isElsewhere(membership.safeParse(update[kind]).data?.chat)
  const said = message.safeParse(update[kind]).data
  const isStep = kind === 'edited_message' && said?.location !== undefined
  return isStep || said?.from?.is_bot === true || isElsewhere(said?.chat)
}

const isElsewhere = (chat: { type?: string | undefined } | undefined) =>
  chat?.type !== undefined && chat.type !== 'private'
