import { randomUUID } from 'node:crypto'
import { type Client, client, get } from './client.ts'
import { text } from './filing.ts'
import type { Server } from './server.ts'

/** A Kannel that brings short messages over kept connections, each until it hears that it was kept. */

export type Texts = Readonly<{ bring: (client: number) => Promise<void>; close: () => void }>

export async function texts({ port, kannelSecret: secret }: Server, clients: number): Promise<Texts> {
  const open: Client[] = await Promise.all(Array.from({ length: clients }, () => client(port)))
  const bring = async (n: number) => {
    const fields = { secret, from: '+6281200000000', to: '1708', text: text.slice(0, 153), id: randomUUID() }
    const answer = await open[n]?.ask(get({ port, path: `/channel/sms/kannel?${new URLSearchParams(fields)}` }))
    if (answer?.status !== 200) throw new Error(`a short message was answered with ${answer?.status}`)
  }
  return { bring, close: () => open.forEach((one) => void one.close()) }
}
