import { EventEmitter } from 'node:events'
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { expireDrafts, sweepStrays } from './attachment/expire.ts'
import type { Store } from './attachment/store.ts'
import { type Making, tidyExports } from './export/make.ts'
import { type Readers, readMessage } from './inbox/read.ts'
import { always } from './job/always.ts'
import { type Backlog, backlog } from './job/backlog.ts'
import { sweep } from './job/clock/sweep.ts'
import { clockTasks } from './job/clock/tasks.ts'
import { digest } from './job/digest.ts'
import { drainer } from './job/drain.ts'
import { keptTasks } from './job/kept.ts'
import { readAgain, readLate } from './job/late.ts'
import { mail } from './job/mail.ts'
import { deliver, reply } from './job/post.ts'
import { bePresent, releaseDead } from './job/presence.ts'
import { tableTasks } from './job/tables.ts'
import { tell } from './job/tell.ts'
import { tidy } from './job/tidy.ts'
import type { LetterPayload } from './notice/letter.ts'
import type { Mailer } from './notice/mailer.ts'
import type { Post } from './notice/send.ts'
import { giveUp, Later } from './notice/settle.ts'
import type { EventRef } from './notice/tell/expand.ts'
import type { Gateway } from './notice/text/gateway.ts'
import type { Line } from './sms/heard.ts'
import { runPlans } from './supervision/plan/run.ts'
import type { Messengers } from './talk/send/reply.ts'

/** Every background job by name, each a call into the domain. Any number of processes may work at once. */

export type WorkerDeps = Post &
  Readonly<{
    /** A login that may become `lapor_worker`. */
    url: string
    now: () => Date
    /** Where uploads are kept. */
    store: Store
    /** Without one, letters wait: their jobs are not taken. */
    mailer?: Mailer | undefined
    /** Who understands the messages of each channel. */
    readers?: Readers | undefined
    /** The way out for short messages, and what stands in them. */
    texting?: { gateway: Gateway | undefined; line: Line } | undefined
    /** The services on which people talk with us. */
    messengers?: Messengers | undefined
    /** How reports stand in tables that people take away. */
    wording?: Making['wording'] | undefined
    atOnce?: number
    log: (line: { level: 'info' | 'error'; message: string; reason?: unknown }) => void
  }>

export type Worker = Readonly<{
  /** Something was written to the outbox by this process. */
  wake: () => void
  backlog: () => Promise<Backlog>
  /** Finishes what runs, takes nothing new. */
  stop: () => Promise<void>
}>

declare global {
  namespace GraphileWorker {
    interface Tasks {
      tell: { events: EventRef[] }
      find: { reports: number[] }
      deliver: { noticeId: number }
      mail: LetterPayload
      read: { inboxId: number }
      reply: { replyId: number }
      export: { exportId: number }
      plans: object
    }
  }
}

const crontab = `
* * * * * sweep ?max=1&jobKey=sweep
* * * * * moveDeadlines ?max=3&jobKey=moveDeadlines
* * * * * escalate ?max=1&jobKey=escalate
* * * * * plans ?max=1&jobKey=plans
* * * * * figure ?max=1&jobKey=figure
*/5 * * * * happened ?max=1&jobKey=happened
7 * * * * remind ?max=3&jobKey=remind
23 * * * * tidy ?max=3&jobKey=tidy
41 * * * * forget ?max=3&jobKey=forget
53 * * * * findAll ?max=3&jobKey=findAll
0 23 * * 0 digest ?fill=2d&max=3&jobKey=digest
17 18 * * * strays ?max=3&jobKey=strays`

/** A message that fails so often is set aside; the queue waits longer before each try, a few minutes in all. */
const readings = 6

export function tasks(deps: WorkerDeps): TaskList {
  const { db, keys, now, mailer, readers = {} } = deps
  const host = new URL(deps.site.publicUrl).hostname
  const posting: TaskList = mailer
    ? {
        deliver: async ({ noticeId }, { job }) => {
          try {
            await deliver(deps, mailer, noticeId)
          } catch (reason) {
            if (job.attempts < job.max_attempts) throw reason
            await giveUp(db, noticeId, now())
            if (!(reason instanceof Later)) throw reason
          }
        },
      }
    : {}
  return {
    ...posting,
    ...clockTasks(deps),
    tell: (payload) => tell(db, payload, now()),
    ...keptTasks(deps),
    read: ({ inboxId }, { job }) => readMessage({ db, keys, readers, now }, inboxId, job.attempts >= readings),
    reply: ({ replyId }) => reply(deps, replyId),
    ...tableTasks(deps),
    mail: (payload, { job }) => mail(db, payload, job.id, host, now()),
    sweep: async () => {
      await sweep(deps, now())
      await readLate(db, now())
    },
    plans: async () => void (await runPlans(deps, now())),
    tidy: async () => {
      await tidy(db, now())
      await readAgain(db, now())
    },
    forget: async () => {
      await expireDrafts(db, deps.store, now())
      await tidyExports(db, deps.store, now())
    },
    digest: async () => void (await digest(db, keys, host, now())),
    strays: async () => void (await sweepStrays(db, deps.store, now())),
  }
}

export async function startWorker(deps: WorkerDeps): Promise<Worker> {
  const { db, log, atOnce = 8 } = deps
  const failed = (reason: unknown) => log({ level: 'error', message: 'background work failed', reason })
  const pool = new pg.Pool({
    connectionString: deps.url,
    max: atOnce + 3,
    // Who has taken which job, and that it is done, need not be durable: a job that comes again after a crash does nothing again.
    options: '-c role=lapor_worker -c TimeZone=UTC -c synchronous_commit=off',
    application_name: 'lapor worker',
  })
  // A connection may break while nobody uses it: that is told, and the next one is opened.
  pool.on('error', failed).on('connect', (client) => client.on('error', failed))
  const running = await always(() => runner(pool, deps, atOnce, failed), failed)
  const drain = drainer(db.worker, failed)
  const rounds = setInterval(() => void releaseDead(db.worker).catch(failed), 15_000)
  return {
    wake: drain.wake,
    backlog: () => backlog(db.worker),
    stop: async () => {
      clearInterval(rounds)
      await drain.stop()
      await running.stop()
      await pool.end()
    },
  }
}

/** A runner that cannot write down how a job ended gives up, worker by worker: then all of it ends, for another to begin under
 *  another name, and what this one had taken is given back. */
async function runner(pool: pg.Pool, deps: WorkerDeps, atOnce: number, failed: (reason: unknown) => void) {
  const events: WorkerEvents = new EventEmitter()
  let name = ''
  events.once('pool:create', ({ workerPool }) => {
    name = workerPool.id
  })
  const runner = await run({
    pgPool: pool,
    concurrency: atOnce,
    pollInterval: 2000,
    noHandleSignals: true,
    taskList: tasks(deps),
    crontab,
    events,
    logger: loggerOf(deps),
    // Written down in batches, a failure of writing is heard; one by one, nobody waits for it, and it ends the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  })
  const end = () => runner.stop().catch(() => {})
  events.once('worker:fatalError', end)
  const leave = await bePresent(pool, name, failed)
  return { ended: runner.promise.finally(leave), end }
}

const loggerOf = (deps: WorkerDeps) =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') deps.log({ level: 'error', message })
  })
