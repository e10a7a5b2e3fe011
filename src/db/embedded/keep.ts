import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What is remembered between two starts: the port and the two passwords. Only its owner may read it. */
const shape = z.object({ port: z.number().int(), owner: z.string(), app: z.string() })

export type Kept = z.infer<typeof shape>

const file = (dataDir: string) => join(dataDir, 'postgres.json')

export function kept(dataDir: string): Kept {
  if (existsSync(file(dataDir))) return shape.parse(JSON.parse(readFileSync(file(dataDir), 'utf8')))
  if (existsSync(join(dataDir, 'postgres', 'PG_VERSION')))
    throw new Error(
      `${file(dataDir)} holds the password of the database beside it and is gone: restore it from a backup`,
    )
  const fresh = { port: 0, owner: secret(), app: secret() }
  keep(dataDir, fresh)
  return fresh
}

export function keep(dataDir: string, what: Kept): void {
  const draft = `${file(dataDir)}.new`
  writeFileSync(draft, JSON.stringify(what), { mode: 0o600, flush: true })
  renameSync(draft, file(dataDir))
}

const secret = () => randomBytes(24).toString('base64url')

export const ownerUrl = ({ port, owner }: Kept, database = 'lapor') =>
  `postgres://lapor:${owner}@127.0.0.1:${port}/${database}`

export const appUrl = ({ port, app }: Kept) => `postgres://lapor_login:${app}@127.0.0.1:${port}/lapor`
