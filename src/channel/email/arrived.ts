import type { Arrived } from '../../inbox/accept.ts'
import { fingerprint, messageIdOf } from '../../mail/fingerprint.ts'
import type { KeptLetter } from '../../mail/kept.ts'

/** A letter on its way into the inbox, whichever door it came by. Pure. */

export const mostBytes = 25_000_000

/** `lapor@` the domain, with or without a tag. */
export const isOurs = (address: string, domain: string): boolean =>
  /^lapor(\+[^@]*)?$/i.test(address.slice(0, address.lastIndexOf('@'))) &&
  address.slice(address.lastIndexOf('@') + 1).toLowerCase() === domain.toLowerCase()

/** The same letter has the same key at every door. */
export function arrivedLetter(
  domain: string,
  raw: Buffer,
  envelope: Omit<KeptLetter, 'raw'>,
  receivedAt: Date,
): Arrived {
  const message: KeptLetter = { raw: raw.toString('base64'), ...envelope }
  return {
    channel: 'email',
    account: `lapor@${domain}`,
    providerId: messageIdOf(raw),
    fingerprint: fingerprint(raw),
    message,
    receivedAt,
  }
}
