import { lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isClosed } from './address.ts'
import { type Answer, exchange, isRedirect, type Silence } from './exchange.ts'
import { numberIn, targetOf } from './target.ts'

/** Fetches what others name (a photo's address) or hands something to an address that others chose, and is never led into
 *  our own network: the address is judged when the connection to it is made, at each hop. */

export type Wanted = Readonly<{
  mostBytes: number
  /** Go to the first origin only, never along with a redirect to another. */
  headers?: Readonly<Record<string, string>>
  /** Handed over by POST. Redirects are then not followed: the answer is the redirect. */
  body?: string
  /** Origins that may be anything and anywhere: stand-ins of services, see `standIn`. */
  allow?: readonly string[]
}>
/** `closed`: it leads where we do not go, now and later. `unreachable`: it may be there another time. */
export type Fetched = (Answer & { ok: true }) | { ok: false; reason: Silence | 'closed' }
export type Fetch = (url: string, wanted: Wanted) => Promise<Fetched>

/** What the rules rest on; tests have their own. */
export type Ground = Readonly<{
  lookup: typeof resolve
  isClosed: (address: string) => boolean
  /** As a URL has it: empty for that of https. */
  ports: readonly string[]
  /** Milliseconds for all of it, every hop and the whole body. */
  patience: number
}>

const mostHops = 3
class Closed extends Error {}

/** Judges the very addresses that the connection is then made to, so that no second answer of a name server counts. */
const judged =
  ({ lookup, isClosed }: Ground): LookupFunction =>
  (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      const [first] = found ?? []
      if (error || !first) return done(error ?? new Error('no address'), '')
      if (found.some(({ address }) => isClosed(address))) return done(new Closed(), '')
      return options.all ? done(null, found) : done(null, first.address, first.family)
    })

/** An IP number in an address is not looked up, so it is judged here. */
function isOpen({ isClosed, ports }: Ground, { protocol, port, hostname }: URL): boolean {
  const number = numberIn(hostname)
  return protocol === 'https:' && ports.includes(port) && !(number && isClosed(number))
}

export const fetchOn =
  (ground: Ground): Fetch =>
  async (address, wanted) => {
    try {
      return await follow(ground, address, wanted, AbortSignal.timeout(ground.patience))
    } catch (reason) {
      return { ok: false, reason: reason instanceof Closed ? 'closed' : 'unreachable' }
    }
  }

async function follow(ground: Ground, address: string, wanted: Wanted, signal: AbortSignal): Promise<Fetched> {
  const { body, mostBytes, allow = [] } = wanted
  let headers = wanted.headers ?? {}
  let from: URL | undefined
  let to = address
  for (let hop = 0; hop <= mostHops; hop++) {
    const url = targetOf(to, from)
    const isAllowed = url !== undefined && allow.includes(url.origin)
    if (!url || !(isAllowed || isOpen(ground, url))) return { ok: false, reason: 'closed' }
    if (from && from.origin !== url.origin) headers = {}
    const lookup = isAllowed ? undefined : judged(ground)
    const answer = await exchange({ url, headers, body, mostBytes, signal, lookup })
    if (typeof answer === 'string') return { ok: false, reason: answer }
    const { location } = answer.headers
    if (!isRedirect(answer.status) || location === undefined || body !== undefined) return { ok: true, ...answer }
    from = url
    to = location
  }
  return { ok: false, reason: 'closed' }
}

export const safeFetch: Fetch = fetchOn({ lookup: resolve, isClosed, ports: [''], patience: 20_000 })
