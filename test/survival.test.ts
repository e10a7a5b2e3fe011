import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { demoPassword } from '../seed/people.ts'
import { freePort } from '../src/db/embedded/launch.ts'
import { joinEmbedded } from '../src/db/embedded/start.ts'
import { brokenChains } from '../src/report/read/chain.ts'
import { mailServer, type Received } from './post.ts'
import { dataFolder, type Program, program } from './program.ts'

/** Citizens file and an operator forwards all the time while processes are killed: what was acknowledged is there, once, and told. */

type Report = { key: string; email: string; references: Set<string> }

test('kill -9 of pages, worker, database and backends loses nothing that was acknowledged and doubles none of it', async (t) => {
  const dataDir = dataFolder(t)
  const folder = join(dataDir, 'data')
  const post = await mailServer()
  t.after(post.close)
  const env = { PORT: String(await freePort(0)), SMTP_URL: post.url, MAIL_FROM: 'lapor@lapor.example' }
  const site = `http://localhost:${env.PORT}`
  const parts: Parts = { web: await program(dataDir, env, 'web'), worker: await program(dataDir, env, 'worker') }
  t.after(() => Promise.all([parts.web.kill(), parts.worker.kill()]))

  const crowd = citizens(site, 6, t.signal)
  const desk = operator(site, crowd.reports, t.signal)
  const said = () => `pages: ${parts.web.said()}\nworker: ${parts.worker.said()}`
  for (const [n, kill] of kills.entries()) {
    await within(`filing before kill ${n}`, crowd.more(30), said)
    await within(`kill ${n}`, kill(parts, folder), said)
    for (const name of ['web', 'worker'] as const)
      if (isDead(parts[name])) parts[name] = await within(`${name} after kill ${n}`, program(dataDir, env, name), said)
  }
  await within('filing at the end', crowd.more(30), said)
  const reports = await within('the last of the crowd', crowd.end(), said)
  const again = reports.map((report) => acknowledged(site, report, t.signal))
  await within('everything once more', Promise.all(again), said)
  const forwarded = await within('the last forwarding', desk.end(), said)

  const { ownerUrl = '' } = (await within('the way to the database', joinEmbedded(folder), said)) ?? {}
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  t.after(() => sql.end({ timeout: 5 }))
  assert.deepEqual(await within('what was kept', kept(sql), said), once(reports))
  assert.ok(forwarded.size > 5, `only ${forwarded.size} were forwarded`)
  const moved = await sql<{ reference: string; times: number }[]>`
    select r.reference, count(*)::int as times from event e join report r on r.id = e.report_id
    where e.move = 'forward' and r.text like ${`${words}%`} group by r.reference`
  assert.deepEqual(
    moved.filter(({ times }) => times > 1),
    [],
  )
  const there = new Set(moved.map(({ reference }) => reference))
  assert.deepEqual(
    [...forwarded].filter((reference) => !there.has(reference)),
    [],
  )
  await within('the last letter', allTold(sql, parts), said)
  const letters = Map.groupBy(post.received, ({ to }) => to.join())
  for (const { email, references } of reports) {
    const ids = letters.get(email)?.map(({ headers }) => headers.get('message-id')) ?? []
    assert.equal(new Set(ids).size, there.has([...references][0] ?? '') ? 2 : 1, email)
  }
  assert.deepEqual(await sentOftener(sql, post.received), [])
  await sql`set role lapor_worker`
  const broken = sql.begin((tx) => brokenChains(tx, 5))
  assert.deepEqual(await within('reading every ledger', broken, said), [])
  await sql.end({ timeout: 5 })
  // Whoever runs the database ends last.
  const ends = (async () => [await parts.worker.stop(), await parts.web.stop()])()
  assert.deepEqual(await within('ending as somebody at the terminal ends it', ends, said), [0, 0])
})

/** What has not come in two minutes does not come: then it is told what everybody said last. */
async function within<T>(what: string, work: Promise<T>, said: () => string): Promise<T> {
  const patience = new AbortController()
  const late = sleep(120_000, undefined, { signal: patience.signal }).then(() => {
    throw new Error(`${what} has not come\n${said()}`)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    patience.abort()
    late.catch(() => {})
  }
}

type Parts = { web: Program; worker: Program }
const isDead = ({ process: { exitCode, signalCode } }: Program) => exitCode !== null || signalCode !== null

const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

/** One after the other, in the midst of filing, forwarding and sending. */
const kills: ((parts: Parts, folder: string) => Promise<unknown>)[] = [
  ({ worker }) => worker.kill(),
  ({ web }) => web.kill(),
  async (_, folder) => void process.kill(await backend(folder), 'SIGKILL'),
  async (_, folder) => void process.kill(postmaster(folder), 'SIGKILL'),
  ({ web, worker }) => Promise.all([web.kill(), worker.kill()]),
  async ({ web }, folder) => {
    process.kill(postmaster(folder), 'SIGKILL')
    await web.kill()
  },
]

/** A process of the database that serves the application. */
async function backend(folder: string): Promise<number> {
  const { ownerUrl = '' } = (await joinEmbedded(folder)) ?? {}
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const [one] =
    await sql`select pid from pg_stat_activity where usename = 'lapor_login' order by state_change desc limit 1`
  await sql.end({ timeout: 5 })
  return one?.pid
}

/** People who file one report after the other, each until the number is on the page, and some once more for good measure. */
function citizens(site: string, people: number, signal: AbortSignal) {
  const reports: Report[] = []
  let filed = 0
  let tired = false
  const live = async () => {
    while (!tired) {
      const key = randomUUID()
      const report = { key, email: `${key}@warga.example`, references: new Set<string>() }
      reports.push(report)
      await acknowledged(site, report, signal)
      if (++filed % 3 === 0) await acknowledged(site, report, signal)
    }
  }
  const all = Promise.all(Array.from({ length: people }, live))
  const reached = async (goal: number) => {
    while (filed < goal) await sleep(5, undefined, { signal })
  }
  const more = (count: number) => Promise.race([reached(filed + count), all])
  const end = async () => {
    tired = true
    await all
    return reports
  }
  return { reports, more, end }
}

const words = 'Lampu jalan mati di depan rumah nomor'

/** Somebody at the centre who forwards what comes in, and presses again when nobody answered. */
function operator(site: string, reports: readonly Report[], signal: AbortSignal) {
  const forwarded = new Set<string>()
  let done = false
  const press = (path: string, fields: Record<string, string>, cookie = '') =>
    answered(`${site}${path}`, new URLSearchParams(fields), { ...ours(site), cookie }, signal)
  const signIn = async () => {
    for (;;) {
      const { status, cookies } = await press('/masuk', { username: 'operator.pusat', password: demoPassword })
      const [session] = cookies.map((line) => /^sesi=[^;]+/.exec(line)?.[0]).filter(Boolean)
      if (status === 303 && session) return session
      await sleep(200, undefined, { signal })
    }
  }
  const fields = { versi: '1', class: 'complaint', agencyName: 'Pemerintah Kota Blitar' }
  const work = async () => {
    const session = await signIn()
    while (!done) {
      const next = reports.map(({ references }) => [...references][0]).find((one) => one && !forwarded.has(one))
      const { status, text } = next ? await press(`/meja/${next}/penerusan`, fields, session) : nothing
      // Too late is done as well: the answer to the press before was lost.
      if (next && (status === 303 || status === 409)) forwarded.add(next)
      else {
        assert.ok([0, 500, 503].includes(status), `${status}: ${text.slice(0, 500)}`)
        await sleep(50, undefined, { signal })
      }
    }
  }
  const working = work()
  const end = async () => {
    done = true
    await working
    return forwarded
  }
  return { end }
}

const ours = (site: string) => ({ origin: site, 'sec-fetch-site': 'same-origin' })
const nothing = { status: 0, cookies: [] as string[], text: '' }

/** Status 0 is a connection that was cut. Whoever keeps people waiting without a word has failed, whatever comes later. */
async function answered(url: string, body: URLSearchParams, headers: Record<string, string>, signal: AbortSignal) {
  const patience = AbortSignal.timeout(60_000)
  try {
    const answer = await fetch(url, {
      ...{ method: 'POST', redirect: 'manual', body, headers },
      signal: AbortSignal.any([signal, patience]),
    })
    return { status: answer.status, cookies: answer.headers.getSetCookie(), text: await answer.text() }
  } catch {
    signal.throwIfAborted()
    assert.ok(!patience.aborted, `no answer to ${url} in a minute`)
    return nothing
  }
}

async function acknowledged(site: string, report: Report, signal: AbortSignal): Promise<void> {
  const body = new URLSearchParams({
    kunci: report.key,
    text: `${words} ${report.key}.`,
    ...{ readers: 'public', reach: 'email', email: report.email, consent: 'on' },
  })
  for (;;) {
    const answer = await answered(`${site}/laporan`, body, ours(site), signal)
    if (answer.status === 201) {
      const [, reference = ''] = /href="\/laporan\/([0-9A-Z]{8})"/.exec(answer.text) ?? []
      report.references.add(reference)
      return
    }
    // Cut off, busy or not sure: the page says to send the same again.
    assert.ok([0, 503].includes(answer.status), `${answer.status}: ${answer.text.slice(0, 2000)}`)
    await sleep(50, undefined, { signal })
  }
}

const byKey = (a: string[], b: string[]) => String(a[0]).localeCompare(String(b[0]))
const once = (reports: readonly Report[]) => reports.map(({ key, references }) => [key, ...references]).sort(byKey)

/** What is in the tables of what the crowd filed, with as many numbers as there are rows. */
async function kept(sql: postgres.Sql): Promise<string[][]> {
  const rows = await sql<{ key: string; reference: string }[]>`
    select key, reference from report where text like ${`${words}%`}`
  const found = Map.groupBy(rows, ({ key }) => key)
  return [...found].map(([key, same]) => [key, ...same.map(({ reference }) => reference)]).sort(byKey)
}

/** Letters that left oftener than somebody began to send them: who dies between the server's OK and writing it down sends that
 *  letter again, under the same Message-ID; nobody else does. */
async function sentOftener(sql: postgres.Sql, received: readonly Received[]): Promise<string[]> {
  const times = Map.groupBy(received, ({ headers }) => headers.get('message-id') ?? '')
  const rows = await sql<
    { id: string; attempts: number }[]
  >`select message_id as id, attempts from notice where message_id is not null`
  const begun = new Map(rows.map(({ id, attempts }) => [id, attempts]))
  return [...times].filter(([id, copies]) => copies.length > (begun.get(id) ?? 0)).map(([id]) => id)
}

/** Lets the time pass after which a dead worker's letters are somebody else's, and waits for the last letter. */
async function allTold(sql: postgres.Sql, parts: Parts): Promise<void> {
  for (const end = Date.now() + 90_000; ; await sleep(200)) {
    await sql`update notice set claimed_at = claimed_at - interval '10 minutes' where state = 'sending'`
    await sql`update graphile_worker._private_jobs set run_at = now() where run_at > now() and locked_at is null`
    const [left] = await sql<{ outbox: number; notices: number; jobs: number }[]>`
      select (select count(*)::int from outbox) as outbox,
        (select count(*)::int from notice where state in ('queued', 'sending')) as notices,
        (select count(*)::int from graphile_worker.jobs where task_identifier = 'tell') as jobs`
    if (Object.values(left ?? {}).every((count) => count === 0)) return
    const dead = Object.entries(parts).find(([, one]) => isDead(one))
    if (dead || Date.now() > end)
      throw new Error(`${dead?.[0] ?? 'time'} ended; left: ${JSON.stringify(left)}\n${parts.worker.said()}`)
  }
}
