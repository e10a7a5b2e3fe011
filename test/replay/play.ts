import { setTimeout as sleep } from 'node:timers/promises'
import type { Product } from './product.ts'

/** The replay: everything three times in any order, killed in between, until all is acknowledged; then until all is read and told. */

export type Stage = 'peace' | 'storm' | 'reading' | 'over'
/** Brings one after the other, and each again until it was acknowledged. */
export type Hand<One> = Readonly<{ brings: (one: One) => Promise<void>; close: () => void }>
export type Scene<One> = Readonly<{
  hands: readonly Hand<One>[]
  /** Once each, and read and told before the next step begins. */
  peace: readonly (() => readonly One[])[]
  storm: () => readonly One[]
}>

export const times = 3

export async function play<One>(
  product: Product,
  { hands, peace, storm }: Scene<One>,
  began: (stage: Stage) => unknown = () => {},
): Promise<void> {
  for (const step of peace) {
    await bring(hands, step())
    await quiet(product)
  }
  await began('peace')
  const deliveries = storm()
  await began('storm')
  await bring(hands, deliveries, product)
  for (const one of hands) one.close()
  await began('reading')
  await half(product)
  await product.kill()
  await quiet(product)
  await began('over')
}

/** After these parts of all that is brought. */
export const kills: readonly [part: number, kill: 'kill' | 'killDatabase'][] = [
  [0.1, 'kill'],
  [0.3, 'killDatabase'],
  [0.5, 'kill'],
  [0.8, 'kill'],
]

/** Every hand takes the next message when its last was acknowledged. */
async function bring<One>(hands: readonly Hand<One>[], messages: readonly One[], product?: Product): Promise<void> {
  const waiting = [...messages]
  let acknowledged = 0
  const work = async ({ brings }: Hand<One>) => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      await brings(one)
      acknowledged++
    }
  }
  const killing = async () => {
    for (const [part, kill] of kills) {
      while (acknowledged < part * messages.length) await sleep(2)
      await product?.[kill]()
    }
  }
  await Promise.all([...hands.map(work), ...(product ? [killing()] : [])])
}

type Left = { unread: number; news: number }

const left = (product: Product) =>
  product.ask(async (sql) => {
    // Lets the time pass after which what a dead process had begun is somebody else's.
    await sql`update notice set claimed_at = claimed_at - interval '10 minutes' where state = 'sending' and claimed_at < now() - interval '20 seconds'`
    await sql`update reply set claimed_at = claimed_at - interval '10 minutes' where state = 'sending' and claimed_at < now() - interval '20 seconds'`
    await sql`update graphile_worker._private_jobs set run_at = now() where run_at > now() and locked_at is null`
    const [row] = await sql<Left[]>`
      select (select count(*)::int from inbox where state = 'waiting') as unread,
        (select count(*)::int from outbox) + (select count(*)::int from notice where state in ('queued', 'sending'))
        + (select count(*)::int from reply where state in ('queued', 'sending'))
        + (select count(*)::int from graphile_worker.jobs where task_identifier in ('read', 'tell', 'deliver', 'reply')) as news`
    return row ?? { unread: 0, news: 0 }
  })

/** To look costs the database something: the more is left, the less often. */
async function until(product: Product, done: (now: Left) => boolean): Promise<void> {
  for (let now = await left(product); !done(now); now = await left(product))
    await sleep(200 + (now.unread + now.news) / 5)
}

async function half(product: Product): Promise<void> {
  const { unread } = await left(product)
  await until(product, (now) => now.unread <= unread / 2)
}

const quiet = (product: Product) => until(product, ({ unread, news }) => unread + news === 0)
