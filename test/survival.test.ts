import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { freePort } from '../src/db/embedded/launch.ts'
import { joinEmbedded } from '../src/db/embedded/start.ts'
import { mailServer } from './post.ts'
import { dataFolder, type Program, program } from './program.ts'

/** Citizens file reports all the time while processes are killed: what was acknowledged is there, once, and was told once. */

type Report = { key: string; email: string; references: Set<string> }

test('kill -9 of pages, worker, database and backends loses no acknowledged report and doubles none', async (t) => {
  const dataDir = dataFolder(t)
  const post = await mailServer()
  t.after(post.close)
  const port = await freePort(0)
  const env = { PORT: String(port), SMTP_URL: post.url, MAIL_FROM: 'lapor@lapor.example' }
  const site = `http://localhost:${port}`
  let running: Program = await program(dataDir, env)
  t.after(() => running.kill())

  const crowd = citizens(site, 6)
  for (const kill of kills) {
    await crowd.more(40)
    await kill(running, join(dataDir, 'data'))
    if (running.process.exitCode !== null || running.process.signalCode !== null) running = await program(dataDir, env)
  }
  await crowd.more(40)
  const reports = await crowd.end()
  await Promise.all(reports.map((report) => acknowledged(site, report)))

  const { ownerUrl = '' } = (await joinEmbedded(join(dataDir, 'data'))) ?? {}
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  t.after(() => sql.end())
  assert.deepEqual(await kept(sql), once(reports))
  await allTold(sql)
  const letters = Map.groupBy(post.received, ({ to }) => to.join())
  for (const { email } of reports)
    assert.equal(new Set(letters.get(email)?.map(({ headers }) => headers.get('message-id'))).size, 1, email)
  await sql.end()
  assert.equal(await running.stop(), 0)
})

const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

/** One after the other, in the midst of filing. */
const kills: ((running: Program, folder: string) => Promise<void>)[] = [
  (running) => running.kill(),
  async (_, folder) => void process.kill(postmaster(folder), 'SIGKILL'),
  async (_, folder) => void process.kill(await backend(folder), 'SIGKILL'),
  async (running, folder) => {
    process.kill(postmaster(folder), 'SIGKILL')
    await running.kill()
  },
]

/** A process of the database that serves the application. */
async function backend(folder: string): Promise<number> {
  const { ownerUrl = '' } = (await joinEmbedded(folder)) ?? {}
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const [one] =
    await sql`select pid from pg_stat_activity where usename = 'lapor_login' order by state_change desc limit 1`
  await sql.end()
  return one?.pid
}

/** People who file one report after the other, each until the number is on the page, and some once more for good measure. */
function citizens(site: string, people: number) {
  const reports: Report[] = []
  let filed = 0
  let tired = false
  const live = async () => {
    while (!tired) {
      const key = randomUUID()
      const report = { key, email: `${key}@warga.example`, references: new Set<string>() }
      reports.push(report)
      await acknowledged(site, report)
      if (++filed % 3 === 0) await acknowledged(site, report)
    }
  }
  const all = Array.from({ length: people }, live)
  const more = async (count: number) => {
    const goal = filed + count
    while (filed < goal) await sleep(5)
  }
  const end = async () => {
    tired = true
    await Promise.all(all)
    return reports
  }
  return { more, end }
}

async function acknowledged(site: string, report: Report): Promise<void> {
  const body = new URLSearchParams({
    kunci: report.key,
    text: `Lampu jalan mati di depan rumah nomor ${report.key}.`,
    ...{ readers: 'public', reach: 'email', email: report.email, consent: 'on' },
  })
  const headers = { origin: site, 'sec-fetch-site': 'same-origin' }
  for (;;) {
    const answer = await fetch(`${site}/laporan`, { method: 'POST', body, headers })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => ({ status: 0, text: '' }))
    if (answer.status === 201) {
      const [, reference = ''] = /href="\/laporan\/([0-9A-Z]{8})"/.exec(answer.text) ?? []
      report.references.add(reference)
      return
    }
    // Cut off, busy or not sure: the page says to send the same again.
    assert.ok([0, 503].includes(answer.status), `${answer.status}: ${answer.text.slice(0, 2000)}`)
    await sleep(50)
  }
}

const byKey = (a: string[], b: string[]) => String(a[0]).localeCompare(String(b[0]))
const once = (reports: readonly Report[]) => reports.map(({ key, references }) => [key, ...references]).sort(byKey)

/** What is in the tables of what the crowd filed, with as many numbers as there are rows. */
async function kept(sql: postgres.Sql): Promise<string[][]> {
  const rows = await sql<{ key: string; reference: string }[]>`
    select key, reference from report where text like 'Lampu jalan mati di depan rumah nomor %'`
  const found = Map.groupBy(rows, ({ key }) => key)
  return [...found].map(([key, same]) => [key, ...same.map(({ reference }) => reference)]).sort(byKey)
}

/** Lets the time pass after which a dead worker's letters are somebody else's, and waits for the last letter. */
async function allTold(sql: postgres.Sql): Promise<void> {
  for (;;) {
    await sql`update notice set claimed_at = claimed_at - interval '10 minutes' where state = 'sending'`
    await sql`update graphile_worker._private_jobs set run_at = now() where run_at > now() and locked_at is null`
    const [left] = await sql<{ waiting: number }[]>`
      select (select count(*) from outbox) + (select count(*) from notice where state in ('queued', 'sending')) as waiting`
    if (Number(left?.waiting) === 0) return
    await sleep(200)
  }
}
