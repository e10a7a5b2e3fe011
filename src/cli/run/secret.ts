import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Env } from '../../env.ts'

/** The secret that was set; for trying out, one that is made once and kept in the data folder. */
export function secretOf(env: Env): string {
  if (env.SECRET) return env.SECRET
  const path = join(env.DATA_DIR, 'secret')
  mkdirSync(env.DATA_DIR, { recursive: true })
  try {
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true })
  } catch (reason) {
    if ((reason as { code?: string }).code !== 'EEXIST') throw reason
  }
  return readFileSync(path, 'utf8')
}
