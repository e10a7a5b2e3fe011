import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'

export type Listening = Readonly<{ port: number; close: () => Promise<void> }>
type Fetch = (request: Request, env: object) => Response | Promise<Response>

/** Time for somebody with photos and a weak signal; no time for somebody who sends a letter a minute. */
const limits = {
  headersTimeout: 20_000,
  requestTimeout: 600_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
}

/** Listens; port 0 takes any. Closing takes no new requests, lets the running ones end for `patience` milliseconds, then cuts. */
export async function listen(fetch: Fetch, host: string, port: number, patience = 10_000): Promise<Listening> {
  const server = createAdaptorServer({ fetch, serverOptions: limits }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  const close = () =>
    new Promise<void>((resolve) => {
      const cut = setTimeout(() => server.closeAllConnections(), patience)
      // A connection that has just been answered stays open for more: there is no more.
      const sweep = setInterval(() => server.closeIdleConnections(), 50)
      server.close(() => {
        clearTimeout(cut)
        clearInterval(sweep)
        resolve()
      })
    })
  return { port: (server.address() as AddressInfo).port, close }
}
