import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import postgres from 'postgres'
import { alone } from '../src/db/alone.ts'
import { type Db, database } from '../src/db/database.ts'
import { startEmbedded } from '../src/db/embedded/start.ts'
import { grantLogin } from '../src/db/login.ts'
import { migrate } from '../src/db/migrate.ts'

export type TestDatabase = Readonly<{
  /** Signs in as the application does: a login that owns nothing. */
  db: Db
  ownerUrl: string
  appUrl: string
  /** The superuser, for whom no wall stands: to look at what is really in the tables. */
  admin: postgres.Sql
  drop: () => Promise<void>
}>

let server: Promise<string> | undefined
let copies = 0

/** A migrated, empty database of its own, a copy of a template. It is dropped when the file, or the given test, has ended. */
export async function testDatabase(t?: { after: (work: () => Promise<void>) => void }): Promise<TestDatabase> {
  server ??= serverUrl()
  const url = await server
  const template = await prepare(url)
  const name = `lapor_test_${process.pid}_${++copies}`
  await run(url, (sql) => sql`create database ${sql(name)} template ${sql(template)}`)
  const ownerUrl = at(url, name)
  const appUrl = loginAt(url, name)
  const db = database({ url: ownerUrl, appUrl, max: 4 })
  const admin = postgres(ownerUrl, { max: 2, onnotice: () => {} })
  let dropped: Promise<void> | undefined
  const end = async () => {
    await Promise.all([db.end(), admin.end({ timeout: 5 })])
    await run(url, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
  }
  const drop = (): Promise<void> => {
    dropped ??= end()
    return dropped
  }
  if (t) t.after(drop)
  else after(drop)
  return { db, ownerUrl, appUrl, admin, drop }
}

/** The server of the whole run, told by the runner; or one for this file alone, in a folder that goes when the file ends. */
async function serverUrl(): Promise<string> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return given
  const folder = mkdtempSync(join(tmpdir(), 'lapor-test-'))
  chmodSync(folder, 0o711)
  const { ownerUrl, pid } = await startEmbedded({ dataDir: join(folder, 'data'), log: () => {}, settings: forgetful })
  process.on('exit', () => {
    process.kill(pid(), 'SIGQUIT')
    remove(folder)
  })
  return ownerUrl
}

/** The server that was told to end may still write for a moment. */
export function remove(folder: string): void {
  for (let attempt = 0; existsSync(folder) && attempt < 100; attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Not empty yet.
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  }
}

/** Faster, and unfit for anything that must survive. */
export const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Migrates a template once for this state of the migrations, whoever comes first, and returns its name. */
export async function prepare(url: string): Promise<string> {
  const name = `lapor_template_${digest()}`
  await run(url, async (sql) => {
    await sql`select pg_advisory_lock(7215333)`
    const [found] = await sql`select from pg_database where datname = ${name}`
    if (found) return
    const draft = `${name}_draft`
    await sql`drop database if exists ${sql(draft)} with (force)`
    await sql`create database ${sql(draft)}`
    await migrate(at(url, draft))
    await grantLogin(at(url, draft), loginAt(url, draft))
    await sql`alter database ${sql(draft)} rename to ${sql(name)}`
  })
  return name
}

function digest(): string {
  const folder = new URL('../../src/db/migrations/', import.meta.url)
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(new URL(name, folder)))
  return hash.digest('hex').slice(0, 12)
}

async function run<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  return alone(at(url, 'postgres'), async (sql) => {
    return await work(sql)
  })
}

const at = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href

function loginAt(url: string, name: string): string {
  const password = createHash('sha256')
    .update(`login of ${new URL(url).password}`)
    .digest('hex')
  return Object.assign(new URL(at(url, name)), { username: 'lapor_login', password }).href
}
