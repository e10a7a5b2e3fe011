import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { remove } from './database.ts'
import { root } from './tree.ts'

/** The product as people start it: `lapor start` in a data folder of its own, on a free port. */

export type Program = Readonly<{
  url: string
  /** Everything in one: pages, background work and the guardian of the database. */
  process: ChildProcess
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

/** Starts it, and returns when its doors are open. What it says on its error output is kept for whoever must know why not. */
export async function program(dataDir: string, env: Record<string, string> = {}): Promise<Program> {
  const child = spawn(process.execPath, [join(root, 'bin/lapor.mjs'), 'start'], {
    env: { PATH: process.env.PATH, DATA_DIR: join(dataDir, 'data'), PORT: '0', NODE_ENV: 'development', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const complaints: string[] = []
  child.stderr.on('data', (data) => complaints.push(String(data)))
  const lines = createInterface({ input: child.stdout })
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, address] = /(http:\/\/localhost:\d+)/.exec(line) ?? []
      if (address) resolve(address)
    })
    void ended.then((code) => reject(new Error(`ended with ${code} before it was open: ${complaints.join('')}`)))
  })
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return { url, process: child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL').then(() => undefined) }
}
