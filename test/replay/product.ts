import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { freePort } from '../../src/db/embedded/launch.ts'
import { joinEmbedded } from '../../src/db/embedded/start.ts'
import { program } from '../program.ts'
import { domain, number } from './messages.ts'
import type { Ending, Wire } from './wire.ts'

/** The product as `npm start` runs it, which is killed and started again. */

export type Product = Awaited<ReturnType<typeof product>>

/** @param more what else is set */
export async function product(
  t: Ending,
  dataDir: string,
  { post, dns, smsc, kannelUrl }: Wire,
  more: Readonly<Record<string, string>> = {},
) {
  const [mailPort, webPort, kannelSecret] = [await freePort(0), await freePort(0), 'rahasia-kannel-untuk-uji']
  const env = {
    PORT: String(webPort),
    ...{ SMTP_URL: post.url, MAIL_FROM: `kabar@${domain}`, MAIL_DOMAIN: domain, MAIL_IN_PORT: String(mailPort) },
    ...{ MAIL_DNS: dns, SMS_NUMBER: number, SMS_DAILY: '10000000', SMPP_URL: smsc.url },
    ...{ KANNEL_SECRET: kannelSecret, KANNEL_SEND_URL: kannelUrl, LOG_LEVEL: 'fatal' },
    ...more,
  }
  let running = await program(dataDir, env)
  t.after(() => running.kill())
  /** When it was not there, or not whole. */
  const away: { from: number; to: number }[] = []
  const without = async (work: () => Promise<void>) => {
    const from = now()
    await work()
    away.push({ from, to: now() })
  }
  const folder = join(dataDir, 'data')
  return {
    doors: { mailPort, webPort, kannelSecret, centre: smsc },
    away,
    said: () => running.said(),
    stop: () => running.stop(),
    /** kill -9 of the whole process; its database is left to whoever comes next. */
    kill: () =>
      without(async () => {
        await running.kill()
        running = await program(dataDir, env)
      }),
    /** kill -9 of the database, which the product starts again. */
    killDatabase: () =>
      without(async () => {
        process.kill(postmaster(folder), 'SIGKILL')
        await asked(folder, (sql) => sql`select 1`)
      }),
    ask: <T>(question: (sql: postgres.Sql) => Promise<T>) => asked(folder, question),
  }
}

const now = () => performance.timeOrigin + performance.now()

const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

/** As the superuser, once there is a database. */
async function asked<T>(folder: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  for (let left = 60; ; left--) {
    const { ownerUrl = '' } = (await joinEmbedded(folder)) ?? {}
    if (ownerUrl === '' && left > 0) {
      await new Promise((resolve) => setTimeout(resolve, 200))
      continue
    }
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
    try {
      return await question(sql)
    } catch (reason) {
      if (left === 0) throw reason
    } finally {
      await sql.end({ timeout: 5 })
    }
  }
}
