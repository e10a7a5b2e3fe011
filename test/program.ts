import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { remove } from './database.ts'
import { root } from './tree.ts'

/** The product as people start it: `lapor start` in a data folder of its own, on a free port; or its parts. */

export type Program = Readonly<{
  url: string
  process: ChildProcess
  /** What it wrote, the last hundred lines. */
  said: () => string
  /** Ends as somebody at the terminal ends it. @returns the exit code. */
  stop: () => Promise<number | null>
  /** Ends as a power cut ends it. */
  kill: () => Promise<void>
}>

export function dataFolder(t: { after: (work: () => void) => void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'lapor-program-'))
  chmodSync(folder, 0o711)
  t.after(() => remove(folder))
  return folder
}

/** Starts it, and returns when its doors are open, or at once where it opens none. What it says on its error output is kept for whoever must know why not. */
export async function program(
  dataDir: string,
  env: Record<string, string> = {},
  part: 'start' | 'web' | 'worker' = 'start',
): Promise<Program> {
  // Where there are no pages, nobody can find out where they are.
  const elsewhere = part === 'worker' ? { PUBLIC_URL: 'http://localhost:3000' } : {}
  const child = spawn(process.execPath, [join(root, 'bin/lapor.mjs'), part], {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: join(dataDir, 'data'),
      PORT: '0',
      NODE_ENV: 'development',
      ...elsewhere,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const last: string[] = []
  const keep = (line: string) => {
    if (last.push(line) > 100) last.shift()
  }
  createInterface({ input: child.stderr }).on('line', keep)
  const lines = createInterface({ input: child.stdout }).on('line', keep)
  const said = () => last.join('\n')
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, address] = /(http:\/\/localhost:\d+)/.exec(line) ?? []
      if (address) resolve(address)
    })
    if (part === 'worker') resolve('')
    void ended.then((code) => reject(new Error(`ended with ${code} before it was open: ${said()}`)))
  })
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return { url, process: child, said, stop: () => end('SIGTERM'), kill: () => end('SIGKILL').then(() => undefined) }
}
