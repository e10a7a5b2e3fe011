import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Challenge } from '../../inbox/delivery.ts'

/** How X proves that it is X, and we that the door is ours. Both are the same signature with the same secret: whoever may have
 *  any words signed by the one could forge the other, so only tokens are signed that can be no delivery. */

export type Secrets = Readonly<{ client?: string | undefined; consumer?: string | undefined }>

export const signature = (secret: string, bytes: Uint8Array | string): string =>
  `sha256=${createHmac('sha256', secret).update(bytes).digest('base64')}`

const same = (given: string, wanted: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** The newer signature decides when it is there: a wrong one is not saved by an older one beside it. */
export function isSigned(body: Uint8Array, header: (name: string) => string | undefined, secrets: Secrets): boolean {
  const newer = header('x-twitter-webhooks-signature-oauth2')
  const [given, secret] =
    newer === undefined ? [header('x-twitter-webhooks-signature'), secrets.consumer] : [newer, secrets.client]
  return given !== undefined && secret !== undefined && same(given, signature(secret, body))
}

const token = /^[A-Za-z0-9_\-=.]{1,128}$/
/** X asks about once an hour. Far above it, so that nobody can use the limit to shut X out. */
const perMinute = 600
const answer = (status: 200 | 400 | 403, body: object | string) => ({
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  type: typeof body === 'string' ? 'text/plain' : 'application/json',
})

export function challengeOf({ client, consumer }: Secrets, now: () => Date): Challenge {
  const secret = client ?? consumer
  let minute = 0
  let asked = 0
  return (query) => {
    if (secret === undefined) return undefined
    const given = query('crc_token') ?? ''
    if (!token.test(given)) return answer(400, '')
    const current = Math.floor(now().getTime() / 60_000)
    if (current !== minute) asked = 0
    minute = current
    if (++asked > perMinute) return answer(403, '')
    return answer(200, { response_token: signature(secret, given) })
  }
}
