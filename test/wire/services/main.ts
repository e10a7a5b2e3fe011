import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { root } from '../../tree.ts'
import { town } from '../people/town.ts'
import { site } from './site.tsx'

/** `npm run services`: Lapor, and beside it stand-ins of Telegram, WhatsApp, Facebook, Instagram and X with a page on which one
 *  is a citizen there. `-- --alone` starts only the stand-ins, and says with which settings `npm start` talks to them. */

const say = (line: string) => void process.stdout.write(`${line}\n`)
const isAlone = process.argv.includes('--alone')
const port = process.env.PORT || '3000'
const product = `http://localhost:${port}`

const services = await town(`http://127.0.0.1:${port}`)
const server = serve({
  fetch: site(services, product).fetch,
  hostname: '127.0.0.1',
  port: Number(process.env.SERVICES_PORT || 3100),
}) as Server
if (!server.listening) await once(server, 'listening')
const page = `http://localhost:${(server.address() as AddressInfo).port}`
say(`Citizens on the services: ${page}`)

async function end() {
  server.closeAllConnections()
  server.close()
  await services.close()
}

if (isAlone) {
  say('Lapor talks with them by:\n')
  for (const [name, value] of Object.entries(services.env)) say(`export ${name}='${value}'`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end())
} else {
  const env = { ...process.env, NODE_ENV: 'development', PORT: port, ...services.env }
  const child = spawn(process.execPath, [join(root, 'bin/lapor.mjs'), 'start'], { env, stdio: 'inherit' })
  // Ctrl+C reaches both; whoever ends only us means Lapor as well.
  process.on('SIGINT', () => {})
  process.once('SIGTERM', () => child.kill('SIGTERM'))
  const [code] = await once(child, 'exit')
  await end()
  process.exitCode = code ?? 1
}
