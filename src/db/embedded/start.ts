import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { alone } from '../alone.ts'
import { create } from './create.ts'
import { appUrl, keep, kept, ownerUrl } from './keep.ts'
import { freePort, launch, type Plan, type Server } from './launch.ts'
import { hold } from './lock.ts'
import { databaseFolder, dataFolder } from './place.ts'
import { endOrphan } from './postmaster.ts'
import { programs } from './programs.ts'
import { settings } from './settings.ts'
import { runner } from './user.ts'

export type Embedded = Readonly<{
  /** Owner of the database `lapor`, a superuser. */
  ownerUrl: string
  /** The login `lapor_login`, which owns nothing; it exists after `grantLogin`. */
  appUrl: string
  /** The process of the server as it is now; it changes when the server had to be started again. */
  pid: () => number
  stop: () => Promise<void>
}>

type Options = {
  dataDir: string
  log: (message: string) => void
  /** Over the usual settings, e.g. fsync off for tests. */
  settings?: Readonly<Record<string, string>>
}

/** Runs PostgreSQL in a data folder, alone, for as long as this process lives; starts it again if it dies.
 *  @throws InUse when another process works on the folder. */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const dataDir = dataFolder(options.dataDir)
  const user = runner(join(dataDir, 'postgres'))
  const releases = [hold(join(dataDir, 'postgres.lock'))]
  const release = () => releases.splice(0).forEach((one) => void one())
  try {
    const folder = databaseFolder(dataDir, user)
    const bin = programs(user, dirname(folder))
    const before = kept(dataDir)
    create(folder, bin, user, before.owner)
    // A copied data folder may link to the same database: this lock stands in the database itself.
    releases.push(hold(join(folder, 'lapor.lock')))
    if (await endOrphan(folder)) options.log('an earlier PostgreSQL was still running here and was ended')
    const now = { ...before, port: await freePort(before.port) }
    if (now.port !== before.port) keep(dataDir, now)
    const plan: Plan = { bin, folder, user, settings: { ...settings(), ...options.settings }, log: options.log }
    const watch = watched(plan, now.port, await launch(plan, now.port))
    await ensureDatabase(ownerUrl(now, 'postgres'))
    const stop = async () => {
      await watch.stop()
      release()
    }
    return { ownerUrl: ownerUrl(now), appUrl: appUrl(now), pid: watch.pid, stop }
  } catch (reason) {
    release()
    throw reason
  }
}

/** Starts the server again whenever it ends without having been told to. */
function watched(plan: Plan, port: number, first: Server) {
  let server = first
  let stopping = false
  const watching = (async () => {
    for (let wait = 0; ; ) {
      await server.exited
      if (stopping) return
      plan.log('PostgreSQL ended unexpectedly and is started again')
      try {
        server = await launch(plan, port)
        wait = 0
      } catch (reason) {
        plan.log(String(reason))
        wait = Math.min(10_000, wait + 500)
        await sleep(wait, undefined, { ref: false })
      }
    }
  })()
  const stop = async () => {
    stopping = true
    await server.stop()
    await watching
  }
  return { pid: () => server.pid, stop }
}

async function ensureDatabase(url: string): Promise<void> {
  return alone(url, async (sql) => {
    const found = await sql`select from pg_database where datname = 'lapor'`
    if (found.count === 0) await sql`create database lapor`
  })
}

/** The addresses of the database that another process of ours runs in this folder now; undefined if it does not answer. */
export async function joinEmbedded(path: string): Promise<{ ownerUrl: string; appUrl: string } | undefined> {
  const now = kept(dataFolder(path))
  try {
    await alone(ownerUrl(now), (sql) => sql`select 1`, { connectTimeout: 5 })
    return { ownerUrl: ownerUrl(now), appUrl: appUrl(now) }
  } catch {
    return undefined
  }
}
