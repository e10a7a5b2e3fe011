import { setTimeout as sleep } from 'node:timers/promises'
import { InUse } from '../../db/embedded/lock.ts'
import { type Embedded, joinEmbedded, startEmbedded } from '../../db/embedded/start.ts'
import type { Env } from '../../env.ts'
import type { Log } from '../../log.ts'
import { secretOf } from './secret.ts'

const patience = 30_000

export type Connected = Readonly<{
  ownerUrl: string
  appUrl: string | undefined
  /** The database is ours: run by this process, or by another Lapor on the same data folder. */
  embedded: boolean
  stop: () => Promise<void>
}>

/** The other process may be just starting it. */
async function joined(dataDir: string) {
  for (const end = Date.now() + patience; ; await sleep(500)) {
    const running = await joinEmbedded(dataDir)
    if (running || Date.now() > end) return running
  }
}

/** The database that was set, or the one in the data folder. `share`: go along with another process that already runs it. */
export async function connect(env: Env, log: Log, share: boolean): Promise<Connected> {
  if (env.DATABASE_URL)
    return { ownerUrl: env.DATABASE_URL, appUrl: env.DATABASE_APP_URL, embedded: false, stop: async () => {} }
  try {
    const own: Embedded = await startEmbedded({ dataDir: env.DATA_DIR, log: (message) => log.warn(message) })
    // What is sealed in this database is lost without the secret: they are made together.
    secretOf(env)
    return { ...own, embedded: true }
  } catch (reason) {
    const running = share && reason instanceof InUse ? await joined(env.DATA_DIR) : undefined
    if (running) return { ...running, embedded: true, stop: async () => {} }
    throw reason
  }
}
