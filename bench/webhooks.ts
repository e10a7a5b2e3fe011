import { createHmac, randomUUID } from 'node:crypto'
import { type Client, client } from './client.ts'
import { text } from './filing.ts'
import type { Server } from './server.ts'

/** Meta's servers, which bring a comment each over kept connections and wait until they hear that it was kept. */

export const meta = {
  META_APP_SECRET: 'only-for-measuring-of-deliveries',
  META_VERIFY_TOKEN: 'only-for-measuring-of-deliveries',
  META_PAGE_TOKEN: 'only-for-measuring-of-deliveries',
} as const

export type Webhooks = Readonly<{ bring: (client: number) => Promise<void>; close: () => void }>

/** A connection is opened when it is used first: one that says nothing for long is not kept. */
export function webhooks({ port }: Server): Webhooks {
  const open: (Client | undefined)[] = []
  const bring = async (n: number) => {
    const to = open[n] ?? (await client(port))
    open[n] = to
    const answer = await to.ask(delivery(port))
    if (answer.status !== 200) throw new Error(`a webhook was answered with ${answer.status}`)
  }
  return { bring, close: () => open.forEach((one) => void one?.close()) }
}

function delivery(port: number): string {
  const post = `104900000000001_${randomUUID().replaceAll('-', '')}`
  const from = { id: '24000000000000001', name: 'Siti Contoh' }
  const value = { from, item: 'comment', verb: 'add', comment_id: post, post_id: post, created_time: 1_795_000_000 }
  const entry = {
    id: '104900000000001',
    time: 1_795_000_000,
    changes: [{ field: 'feed', value: { ...value, message: text } }],
  }
  const body = JSON.stringify({ object: 'page', entry: [entry] })
  const signature = createHmac('sha256', meta.META_APP_SECRET).update(body).digest('hex')
  return (
    `POST /channel/meta/webhook HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\n` +
    `X-Hub-Signature-256: sha256=${signature}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  )
}
