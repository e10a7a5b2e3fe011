import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runAs, type User } from './user.ts'

/** A new, empty database folder, complete or not there at all: it gets its name when it is finished. */
export function create(folder: string, bin: string, user: User, password: string): void {
  if (existsSync(join(folder, 'PG_VERSION'))) return
  const draft = `${folder}.new`
  const secret = `${folder}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(secret, password, { mode: 0o600 })
  for (const path of [draft, secret]) chownSync(path, user.uid, user.gid)
  const made = runAs(user, join(bin, 'initdb'), [
    ...['-D', draft, '-U', 'lapor', '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ])
  rmSync(secret)
  if (made.status !== 0) throw new Error(`the database could not be created: ${made.stderr || made.stdout}`)
  renameSync(draft, folder)
}
