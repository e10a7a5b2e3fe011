import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readMessage } from '../../src/channel/sms/smpp/message.ts'
import { fromSeptets } from '../../src/sms/gsm7.ts'
import { centre } from '../gateways/centre.ts'
import { nameServer } from '../gateways/names.ts'
import { mailServer } from '../post.ts'

/** The world around the product: where its letters and short messages arrive, and who knows the names. */

export type Ending = { after: (work: () => unknown) => void }
export type Told = Readonly<{ to: string; text: string }>
export type Wire = Awaited<ReturnType<typeof wire>>

export async function wire(t: Ending) {
  const post = await mailServer()
  t.after(post.close)
  const smsc = await centre(t)
  const dns = await nameServer(t, { 'warga.example': 'v=spf1 ip4:192.0.2.7 -all' })
  const { url, told } = await sendingKannel(t)
  const texts = (): Told[] => [...told, ...smsc.submitted.map(({ body }) => inUnit(body))]
  return { post, smsc, dns, kannelUrl: url, texts }
}

function inUnit(body: Buffer): Told {
  const { destination, bytes, coding } = readMessage(body)
  const text = coding === 8 ? new TextDecoder('utf-16be').decode(bytes) : fromSeptets(bytes)
  return { to: `+${destination.number}`, text }
}

/** Kannel's way out: takes everything, and remembers what. */
async function sendingKannel(t: Ending) {
  const told: Told[] = []
  const server = createServer(({ url = '' }, response) => {
    const { searchParams } = new URL(url, 'http://127.0.0.1')
    told.push({ to: searchParams.get('to') ?? '', text: searchParams.get('text') ?? '' })
    response.writeHead(202).end('0: Accepted for delivery')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { told, url: `http://lapor:rahasia@127.0.0.1:${port}/cgi-bin/sendsms` }
}
