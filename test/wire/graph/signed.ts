import { createHmac } from 'node:crypto'

/** Deliveries as Meta writes and signs them. */

/** Letters beyond ASCII as \\uXXXX in small hex, slashes with a backslash in front. */
export const metaJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/')

export const signatureOf = (secret: string, body: string | Uint8Array): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

export type Delivery = Readonly<{ body: string; headers: Record<string, string> }>

export function delivery(secret: string, value: unknown): Delivery {
  const body = metaJson(value)
  const old = createHmac('sha1', secret).update(body).digest('hex')
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'facebookexternalua',
      'x-hub-signature': `sha1=${old}`,
      'x-hub-signature-256': signatureOf(secret, body),
    },
  }
}

/** Brings it until it is taken, as Meta does over hours. @returns how often it had to */
export async function brought(door: string, { body, headers }: Delivery, atMost = 5): Promise<number> {
  for (let times = 1; times <= atMost; times++) {
    const answer = await fetch(door, { method: 'POST', body, headers })
    await answer.arrayBuffer()
    if (answer.status === 200) return times
  }
  throw new Error(`not taken in ${atMost} times`)
}
