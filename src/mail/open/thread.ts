import { parentPort } from 'node:worker_threads'
import { parse } from './parse.ts'

/** One letter after the other, in a thread that may be ended at any moment. */
parentPort?.on('message', async ({ id, raw }: { id: number; raw: Uint8Array }) => {
  const letter = await parse(raw).catch(() => undefined)
  parentPort?.postMessage({ id, letter })
})

parentPort?.postMessage('ready')
