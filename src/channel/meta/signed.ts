import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Challenge } from '../../inbox/delivery.ts'

/** How Meta proves itself to us, and we to it. Pure. */

const hmac = (secret: string, bytes: Uint8Array | string) => createHmac('sha256', secret).update(bytes)

/** @param said of one header: of two, the names are joined with a comma, which is no signature
 *  @param body the very bytes that came: Meta signs its own spelling of letters and slashes */
export function isSigned(secret: string, body: Uint8Array, said: string | undefined): boolean {
  const [, hex = ''] = /^sha256=([0-9a-f]{64})$/.exec(said ?? '') ?? []
  const wanted = hmac(secret, body).digest()
  const given = Buffer.from(hex, 'hex')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** Shows Meta that whoever uses a token also knows the app's secret. */
export const proofOf = (secret: string, token: string): string => hmac(secret, token).digest('hex')

const digest = (text: string) => createHash('sha256').update(text).digest()
const same = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted))
const plain = (status: 200 | 400 | 403, body = '') => ({ status, body, type: 'text/plain; charset=utf-8' }) as const

/** Digits only, so that whatever is said back to a browser is no page. */
export const challengeOf =
  (token: string): Challenge =>
  (query) => {
    const known = same(query('hub.verify_token') ?? '', token)
    if (!known || query('hub.mode') !== 'subscribe') return plain(403)
    const challenge = query('hub.challenge') ?? ''
    return /^\d{1,20}$/.test(challenge) ? plain(200, challenge) : plain(400)
  }
