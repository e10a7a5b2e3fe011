import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'

/** Another process works on this folder. */
export class InUse extends Error {}

/** Holds a file until released or until this process ends in any way: the kernel keeps the lock, so it never goes stale. */
export function hold(path: string): () => void {
  const file = openSync(path, 'a+', 0o600)
  // flock locks what both processes have open, so it stays locked for us when the small program has ended.
  const { status, error } = spawnSync('flock', ['--nonblock', '3'], { stdio: ['ignore', 'ignore', 'ignore', file] })
  if (status === 0) {
    ftruncateSync(file)
    writeSync(file, String(process.pid))
    return () => closeSync(file)
  }
  closeSync(file)
  if (error) throw new Error('flock is missing: install the package util-linux', { cause: error })
  throw new InUse(
    `another Lapor (process ${readFileSync(path, 'utf8') || 'unknown'}) works on this data folder: stop it, or set DATA_DIR to another folder`,
  )
}
