import {
  contact,
  feedEntry,
  ours,
  page,
  pageComment,
  whatsapp,
  whatsappEntry,
  whatsappMessage,
} from '../../wire/graph/events.ts'
import { delivery } from '../../wire/graph/signed.ts'
import { asTelegram, telling, type Update } from '../../wire/telegram/updates.ts'
import { account, bytesOf, newer } from '../../wire/x/deliver.ts'
import { type Message, type Post, person, send, write } from '../../wire/x/world.ts'
import { type Lane, lanes, type Saying } from './said.ts'
import { secrets, telegramSecret, type World } from './world.ts'

/** What people say as events of each service, and events as deliveries: as many together as one wants. */

export type Delivery = Readonly<{ path: string; body: string; headers: Readonly<Record<string, string>> }>
/** Each event is what it is however often it comes, and with which others. */
type Write = (said: Saying) => unknown
type Hand = (events: readonly never[]) => Delivery
type Way = Readonly<{ write: Write; hand: Hand }>

const six = (n: number) => String(n).padStart(6, '0')
const meta = (value: unknown): Delivery => ({
  path: '/channel/meta/webhook',
  ...delivery(secrets.appSecret, value),
})
const toX = (value: object): Delivery => {
  const body = bytesOf(value)
  return { path: '/channel/x/webhook', body: body.toString(), headers: newer(body) }
}

function facebook(at: Date): Way {
  const write: Write = ({ person: who, n, thread, text }) => {
    const post = `${900 + who * 10 + thread}`
    const under = { post_id: `${ours.page}_${post}`, parent_id: `${ours.page}_${post}` }
    return pageComment({ id: `7${six(who)}`, name: `Warga ${who}` }, { at }, `${post}_${5000 + n}`, text, under)
  }
  // Of three or more, the first has an entry of its own.
  const hand = ([first, ...more]: readonly object[]) =>
    meta(
      first && more.length > 1
        ? page(feedEntry(at, first), feedEntry(at, ...more))
        : page(feedEntry(at, ...(first ? [first, ...more] : []))),
    )
  return { write, hand }
}

function whatsApp({ graph }: World, at: Date): Way {
  const write: Write = ({ person: who, n, text }) => {
    const from = `62813${six(who)}`
    graph.world.heard.set(from, at)
    return whatsappMessage(from, { at }, `wamid.in${n}`, 'text', { text: { body: text } })
  }
  const hand = (messages: readonly { from: string }[]) => {
    const contacts = [...new Set(messages.map(({ from }) => from))].map((from) => contact(from, `Warga ${from}`))
    return meta(whatsapp(whatsappEntry({ contacts, messages })))
  }
  return { write, hand }
}

function telegramBot(at: Date): Way {
  const tell = telling()
  const date = Math.floor(at.getTime() / 1000)
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': telegramSecret }
  return {
    write: ({ person: who, text }) => tell.says({ id: 7000 + who, first_name: `Warga ${who}` }, text, { date }),
    hand: ([update]: readonly Update[]) => ({ path: '/channel/telegram/webhook', body: asTelegram(update), headers }),
  }
}

/** An event only points at what X shows when it is asked. */
function onX({ x: { world } }: World): Readonly<{ posts: Way; directs: Way }> {
  const threads = new Map<string, Post>()
  const who = (n: number) => {
    const id = `18000000${six(n)}`
    return world.people.get(id) ?? person(world, id, `Warga ${n}`, `warga${n}`)
  }
  const writePost: Write = ({ person: n, thread, text }) => {
    const root = threads.get(`${n} ${thread}`)
    const references: Post['references'] = root ? [{ type: 'replied_to', id: root.id }] : []
    const post = write(world, who(n).id, `@lapor ${text}`, { references })
    if (!root) threads.set(`${n} ${thread}`, post)
    return post
  }
  return {
    posts: { write: writePost, hand: (posts: readonly Post[]) => toX(account.posts(world, ...posts)) },
    directs: {
      // Others than those who post: whoever does both goes on about what they posted.
      write: ({ person: n, text }) => send(world, who(500_000 + n).id, world.us, text),
      hand: (messages: readonly Message[]) => toX(account.messages(world, ...messages)),
    },
  }
}

export type Event = Readonly<{ lane: Lane; event: unknown }>
type Ways = Readonly<Record<Lane, Way>>

export function waysTo(world: World, at: Date): Ways {
  return { facebook: facebook(at), whatsapp: whatsApp(world, at), telegram: telegramBot(at), ...onX(world) }
}

export const written = (ways: Ways, said: readonly Saying[]): Event[] =>
  said.map((one) => ({ lane: one.lane, event: ways[one.lane].write(one) }))

const largest = 6

/** In the order in which they come, every other delivery with several of its lane: Telegram hands in one at a time. */
export function delivered(ways: Ways, events: readonly Event[], random: () => number): Delivery[] {
  const waiting = new Map(lanes.map((lane) => [lane, { size: 1, events: [] as unknown[] }]))
  const deliveries: Delivery[] = []
  const leave = (lane: Lane) => {
    const { events: together = [] } = waiting.get(lane) ?? {}
    if (together.length > 0) deliveries.push(ways[lane].hand(together as never[]))
    const size = lane === 'telegram' || random() < 0.5 ? 1 : 2 + Math.floor(random() * (largest - 1))
    waiting.set(lane, { size, events: [] })
  }
  for (const { lane, event } of events) {
    const now = waiting.get(lane)
    if (now && now.events.push(event) >= now.size) leave(lane)
  }
  for (const lane of lanes) leave(lane)
  return deliveries
}
