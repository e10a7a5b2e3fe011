import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { alone } from './alone.ts'

const folder = new URL('../../../src/db/migrations/', import.meta.url)
const lock = 7_215_331

type Migration = { name: string; text: string; digest: string }

async function migrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return { name, text, digest: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Plain SQL files, in order, forward only, each in one transaction. Safe when several processes start together.
 *  @returns the names of those that were applied now. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  return alone(ownerUrl, async (sql) => {
    await sql`select pg_advisory_lock(${lock})`
    await sql`create table if not exists migration (name text primary key, digest text not null, at timestamptz not null default now())`
    const done = new Map(
      (await sql<Migration[]>`select name, digest from migration`).map((row) => [row.name, row.digest]),
    )
    const applied: string[] = []
    for (const { name, text, digest } of await migrations()) {
      const before = done.get(name)
      if (before === digest) continue
      if (before) throw new Error(`migration ${name} was changed after it had been applied; write a new one instead`)
      await sql.begin(async (tx) => {
        await tx.unsafe(text)
        await tx`insert into migration (name, digest) values (${name}, ${digest})`
      })
      applied.push(name)
    }
    return applied
  })
}

/** @returns the names of those that are not applied yet. */
export async function pending(ownerUrl: string): Promise<string[]> {
  return alone(ownerUrl, async (sql) => {
    const [there] = await sql`select where to_regclass('migration') is not null`
    const done = there ? await sql<{ name: string }[]>`select name from migration` : []
    return (await migrations()).map(({ name }) => name).filter((name) => !done.some((row) => row.name === name))
  })
}
