import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Drawn, read, type Undrawn } from './decode/frame.ts'
import { sniff } from './sniff.ts'

/** Files are opened in a process of their own, a few at a time: a hostile one may kill its process, never the service. */

export type Reencoded = Drawn | Undrawn | { ok: false; refusal: 'type' | 'busy' }
export type Reencode = (bytes: Uint8Array) => Promise<Reencoded>

export type Bounds = {
  /** Processes at once, and files that may wait for one. */
  atOnce: number
  waiting: number
  /** Milliseconds for one file, kilobytes of memory for one process, bytes of what comes out. */
  patience: { image: number; pdf: number }
  memory: number
  output: number
  program: string
}

const usual: Bounds = {
  atOnce: 2,
  waiting: 16,
  patience: { image: 15_000, pdf: 60_000 },
  memory: 1_200_000,
  output: 40_000_000,
  program: fileURLToPath(new URL('./decode/child.js', import.meta.url)),
}

// The kernel holds the bound, takes this process first when memory runs out, and writes no core of what was sent.
const confined = `ulimit -c 0; ulimit -d "$1"; echo 1000 > /proc/self/oom_score_adj; shift; exec "$@"`

/** One process, one file. Anything but a well-formed answer in time means that the file could not be opened. */
async function inChild(bytes: Uint8Array, pdf: boolean, bounds: Bounds): Promise<Reencoded> {
  const child = spawn(
    '/bin/sh',
    ['-c', `{ ${confined}; } 2>/dev/null`, 'sh', String(bounds.memory), process.execPath, bounds.program],
    {
      cwd: '/',
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: pdf ? bounds.patience.pdf : bounds.patience.image,
      killSignal: 'SIGKILL',
    },
  )
  const parts: Buffer[] = []
  let length = 0
  child.stdout.on('data', (part: Buffer) => {
    length += part.length
    if (length > bounds.output) child.kill('SIGKILL')
    else parts.push(part)
  })
  child.stdin.on('error', () => {})
  child.stdin.end(bytes)
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  return (code === 0 && read(Buffer.concat(parts))) || { ok: false, refusal: 'broken' }
}

/** Draws pictures and PDFs anew; refuses what it cannot open safely. Shared by all who upload in this process. */
export function reencoder(changed: Partial<Bounds> = {}): Reencode {
  const bounds = { ...usual, ...changed }
  const queue: (() => void)[] = []
  let running = 0
  return async (bytes) => {
    const mediaType = sniff(bytes)
    if (!mediaType) return { ok: false, refusal: 'type' }
    if (running >= bounds.atOnce) {
      if (queue.length >= bounds.waiting) return { ok: false, refusal: 'busy' }
      // Whoever leaves hands over the place without lowering the count.
      await new Promise<void>((go) => queue.push(go))
    } else running++
    try {
      return await inChild(bytes, mediaType === 'application/pdf', bounds)
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
