import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../db/database.ts'
import { backlog } from '../job/backlog.ts'
import { figuresOnly, health, isHealth } from '../web/health.ts'
import { listen } from '../web/listen.ts'
import { type Metrics, metrics } from '../web/metrics.ts'
import type { Command, Context } from './command.ts'
import { connect } from './run/connect.ts'
import { illustrate, invitation } from './run/demonstration.ts'
import { doorOf } from './run/door.ts'
import { openLetterbox, watchLetters } from './run/mailbox.ts'
import { calledIn, ready } from './run/ready.ts'
import { secretOf } from './run/secret.ts'
import { type Needs, site } from './run/site.ts'
import { work } from './run/work.ts'
import { askForMentions } from './run/x.ts'

type Parts = { web: boolean; worker: boolean }

export const start: Command = {
  words: 'the whole product in one process: database (if none is set), pages and background work',
  run: (context) => run(context, { web: true, worker: true }),
}

export const web: Command = { words: 'only the pages', run: (context) => run(context, { web: true, worker: false }) }

export const worker: Command = {
  words: 'only the background work',
  run: (context) => run(context, { web: false, worker: true }),
}

/** Starts in order and ends in the opposite one: no new requests, then no new work, then the database. */
async function run(context: Context, parts: Parts): Promise<number> {
  const { log } = context
  await using ends = new AsyncDisposableStack()
  const door = await doorOf(context.env, parts.web)
  ends.defer(door.close)
  const { env } = door
  const connected = await connect(env, log, !(parts.web && parts.worker))
  ends.defer(connected.stop)
  const db = await ready(connected, env, log)
  ends.defer(db.end)
  const { ownerUrl, appUrl } = connected
  const needs: Needs = { db, env, log, secret: secretOf(env), ownerUrl, appUrl, called: await calledIn(db, env) }
  const ending = new AbortController()
  const figures = metrics(() => backlog(db.worker))
  const worker = parts.worker ? await work(needs) : undefined
  if (worker) ends.defer(worker.stop)
  const mailbox = worker && watchLetters(needs, worker.wake)
  if (mailbox) ends.defer(mailbox.close)
  const mentions = worker && askForMentions(needs, worker.wake)
  if (mentions) ends.defer(mentions.close)
  if (env.METRICS_PORT !== undefined)
    ends.defer((await listen(figuresOnly(figures).fetch, env.HOST, env.METRICS_PORT)).close)
  if (parts.web) {
    const letters = await openLetterbox(needs, worker?.wake)
    if (letters) ends.defer(letters.close)
    const open = await door.open(pages(needs, figures, ending.signal, worker?.wake))
    ends.defer(open.close)
    context.say(`Lapor is open at ${env.PORT === 0 ? `http://localhost:${open.port}` : env.PUBLIC_URL}`)
    const whom = env.production ? undefined : await invitation(db)
    if (whom) context.say(whom)
    const drawn = whom ? illustrate(needs, ending.signal) : undefined
    ends.defer(() => drawn)
  }
  log.info({ signal: await toldToEnd() }, 'ending')
  ending.abort()
  return 0
}

function pages(needs: Needs, figures: Metrics, ending: AbortSignal, wake?: () => void) {
  const pages = figures.measured(site(needs, wake))
  const ready = async () => !ending.aborted && (await answers(needs.db))
  const watch = health({ ready, metrics: figures, token: needs.env.METRICS_TOKEN })
  return (request: Request, bindings: object) =>
    isHealth(new URL(request.url).pathname) ? watch.fetch(request) : pages(request, bindings)
}

/** Does the database answer within two seconds? */
async function answers(db: Db): Promise<boolean> {
  const query = db.app`select 1`.then(
    () => true,
    () => false,
  )
  return Promise.race([query, sleep(2_000, false, { ref: false })])
}

/** Waits, and keeps the process alive, until somebody wants it to end. */
function toldToEnd(): Promise<NodeJS.Signals> {
  const alive = setInterval(() => {}, 2 ** 30)
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(name, () => {
        clearInterval(alive)
        resolve(name)
      })
  })
}
