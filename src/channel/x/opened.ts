import type { Arrived } from '../../inbox/accept.ts'
import type { OpenDelivery } from '../../inbox/delivery.ts'
import { type Hint, hintsIn } from './hint.ts'
import { isSigned, type Secrets } from './signed.ts'

/** What X hands in, as rows of the inbox. Whatever way an event comes, by delivery or because we asked, it is the same row. */

export const arrivedHint = (account: string, event: Hint): Omit<Arrived, 'receivedAt'> => ({
  channel: 'x',
  account,
  providerId: event.id,
  fingerprint: Buffer.from(`${event.kind}|${event.id}`),
  message: { event },
})

/** The signature comes first: nothing of what is not signed is read. */
export const openerOf =
  (account: string, secrets: Secrets): OpenDelivery =>
  (body, header) => {
    if (!isSigned(body, header, secrets)) return 'unsigned'
    const hints = hintsIn(parsed(body), account)
    if (!hints) return 'malformed'
    const once = new Map(hints.map((one) => [`${one.kind}|${one.id}`, one]))
    return [...once.values()].map((one) => arrivedHint(account, one))
  }

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined
  }
}
