import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { type Client, client, get, post } from '../../bench/client.ts'

/** Somebody at the website, in a thread of their own: looks at the front page and reports, again and again, and takes the time. */

export type Visit = Readonly<{ page: string; began: number; took: number; status: number }>

const { port, pause } = workerData as { port: number; pause: number }
const form = {
  text: 'Pohon di tepi jalan hampir tumbang ke arah sekolah.',
  readers: 'public',
  reach: 'none',
  consent: 'on',
}
const pages: [page: string, request: () => string][] = [
  ['GET /', () => get({ port, path: '/' })],
  ['POST /laporan', () => post({ port, path: '/laporan' }, { ...form, kunci: randomUUID() })],
]

let browser: Client | undefined

/** @returns 0 for no answer. */
async function asked(request: string): Promise<number> {
  try {
    browser ??= await client(port)
    return (await browser.ask(request)).status
  } catch {
    browser?.close()
    browser = undefined
    return 0
  }
}

for (;;)
  for (const [page, request] of pages) {
    const began = performance.timeOrigin + performance.now()
    const status = await asked(request())
    const visit: Visit = { page, began, took: performance.timeOrigin + performance.now() - began, status }
    parentPort?.postMessage(visit)
    await sleep(pause)
  }
