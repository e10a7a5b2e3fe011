import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { House } from './house.ts'
import { meta } from './webhooks.ts'

/** The product's pages in a process of their own, started as anybody starts them. */

export type Server = Readonly<{ port: number; kannelSecret: string; close: () => Promise<void> }>

const kannelSecret = 'only for measuring'
const program = fileURLToPath(new URL('../src/main.js', import.meta.url))

export async function server({ ownerUrl, appUrl, secret }: House): Promise<Server> {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: ownerUrl,
    DATABASE_APP_URL: appUrl,
    SECRET: secret,
    KANNEL_SECRET: kannelSecret,
    PORT: '0',
    LOG_LEVEL: 'warn',
    ...meta,
  }
  const child = spawn(process.execPath, [program, 'web'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const close = async () => {
    child.kill('SIGTERM')
    await ended
  }
  let said = ''
  for await (const bytes of child.stdout) {
    said += bytes
    const port = Number(/localhost:(\d+)/.exec(said)?.[1])
    if (port > 0) return { port, kannelSecret, close }
  }
  throw new Error(`the server ended: ${said}`)
}
