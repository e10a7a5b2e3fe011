import { setTimeout as sleep } from 'node:timers/promises'
import { type Hand, hand } from './hand.ts'
import { askings, before, type Heard, type Message, shuffled, storm } from './messages.ts'
import type { Product } from './product.ts'
import type { Wire } from './wire.ts'

/** The replay: everything three times in any order, killed in between, until all is acknowledged; then until all is read and told. */

export type Stage = 'peace' | 'storm' | 'reading' | 'over'
export type Play = Readonly<{ n: number; hands: number; seed: number; began: (stage: Stage) => unknown }>

const times = 3

export async function play(
  product: Product,
  { post, texts }: Wire,
  { n, hands, seed, began }: Play,
): Promise<Message[]> {
  const open = Array.from({ length: hands }, () => hand(product.doors))
  const first = before(n)
  await bring(open, first)
  await quiet(product)
  const asked = askings(n)
  await bring(open, asked)
  await quiet(product)
  await began('peace')
  const sent = storm(n, heard(post, texts()))
  await began('storm')
  const deliveries = shuffled(sent, times, seed)
  await bring(open, deliveries, product)
  for (const one of open) one.close()
  await began('reading')
  await half(product)
  await product.kill()
  await quiet(product)
  await began('over')
  return [...first, ...asked, ...sent]
}

/** After these parts of all that is brought. */
const kills: readonly [part: number, kill: 'kill' | 'killDatabase'][] = [
  [0.1, 'kill'],
  [0.3, 'killDatabase'],
  [0.5, 'kill'],
  [0.8, 'kill'],
]

/** Every hand takes the next message when its last was acknowledged. */
async function bring(hands: readonly Hand[], messages: readonly Message[], product?: Product): Promise<void> {
  const waiting = [...messages]
  let acknowledged = 0
  const work = async ({ brings }: Hand) => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
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

/** What the people who have reported before were sent. */
function heard(post: Wire['post'], told: ReturnType<Wire['texts']>): Heard {
  const addresses = new Map(post.received.map(({ to, headers }) => [to[0], headers.get('reply-to')]))
  const codes = new Map(
    told.flatMap(
      ({ to, text }) =>
        /BATAL (\d{4})/
          .exec(text)
          ?.slice(1)
          .map((code) => [to, code]) ?? [],
    ),
  )
  const known = (found: string | undefined, who: string) => {
    if (found === undefined) throw new Error(`${who} was sent no answer`)
    return found
  }
  return {
    addressOf: (writer) => known(/[^<>\s]+@[^<>\s]+/.exec(addresses.get(writer) ?? '')?.[0], writer),
    codeOf: (phone) => known(codes.get(`+${phone}`), phone),
  }
}
