import { type IncomingHttpHeaders, type IncomingMessage, request as plain, type RequestOptions } from 'node:http'
import { request as secure } from 'node:https'
import type { LookupFunction } from 'node:net'

/** One request and its answer, counted while it comes. */

export type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; bytes: Uint8Array }>
/** Why there is no answer: it was longer than allowed, compressed against our will, or whoever was asked is not there. */
export type Silence = 'too-large' | 'encoded' | 'unreachable'
export type Ask = Readonly<{
  url: URL
  headers: Readonly<Record<string, string>>
  /** What is handed over; without it, something is fetched. */
  body: string | undefined
  mostBytes: number
  signal: AbortSignal
  lookup: LookupFunction | undefined
}>

export const isRedirect = (status: number) => status >= 300 && status < 400

export function exchange(ask: Ask): Promise<Answer | Silence> {
  return new Promise((resolve, reject) => {
    const { url, headers, body, signal, lookup } = ask
    const options: RequestOptions = {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...headers,
        'accept-encoding': 'identity',
        ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
      },
      // A connection of its own: none that was opened under another rule is used again.
      agent: false,
      signal,
      ...(lookup ? { lookup } : {}),
    }
    const sent = (url.protocol === 'https:' ? secure : plain)(url, options, (response) => {
      read(response, ask.mostBytes).then(resolve, reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function read(response: IncomingMessage, mostBytes: number): Promise<Answer | Silence> {
  const { statusCode: status = 0, headers } = response
  try {
    if (isRedirect(status)) return { status, headers, bytes: new Uint8Array() }
    if ((headers['content-encoding'] ?? 'identity') !== 'identity') return 'encoded'
    if (Number(headers['content-length'] ?? 0) > mostBytes) return 'too-large'
    const parts: Buffer[] = []
    let length = 0
    for await (const part of response) {
      length += part.length
      if (length > mostBytes) return 'too-large'
      parts.push(part)
    }
    return { status, headers, bytes: Buffer.concat(parts) }
  } finally {
    response.destroy()
  }
}
