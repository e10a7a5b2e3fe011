import type { Tx } from '../db/database.ts'
import { type Identity, type Keys, unseal } from '../person/seal.ts'
import { openReach } from './proof.ts'
import { type Reach, readReach, type Way } from './way.ts'

/** All ways to reach one reporter, as their own page shows them. Read as the reporter. */

/** What became of the last news that went there. */
export type Last = Readonly<{ state: string; at: Date; error: string | null }>
export type Contact = Readonly<{
  /** None: it was given when the report was filed. */
  id: number | null
  reach: Reach
  proved: boolean
  failed: boolean
  /** News goes here. */
  chosen: boolean
  last: Last | undefined
}>
/** One that waits for its code, and how its message fares. */
export type Waiting = Readonly<{
  id: number
  reach: Reach
  askedAt: Date
  over: boolean
  message: string
  /** The one that was given when filing is being proved, or its code takes it away. */
  filed: boolean
  leaving: boolean
}>
export type Contacts = Readonly<{
  list: readonly Contact[]
  waiting: Waiting | undefined
  muted: boolean
  /** From when on the contact given when filing may be taken away without a code, if somebody asked. */
  leavesFrom: Date | undefined
  /** News that was not sent because short messages on this report have cost enough. */
  held: number
  /** Our last news came by no way. */
  unreached: boolean
}>

export const mostTries = 5
export const validFor = 24 * 3_600_000
/** As `contact_removed` has it. */
const leavesAfter = 7 * 24 * 3_600_000

type Own = {
  reachable: Way | null
  provedAt: Date | null
  bouncedAt: Date | null
  newsTo: number | null
  muted: boolean
  leavingAt: Date | null
  channel: string
  sealed: Uint8Array | null
}
type Joined = {
  id: number
  way: Way
  sealed: Uint8Array
  tries: number
  askedAt: Date
  provedAt: Date | null
  failedAt: Date | null
  message: string | null
  filed: boolean
  leaving: boolean
}
type News = { contactId: number | null; state: string; error: string | null; at: Date; standsIn: boolean }

export async function contactsOf(tx: Tx, keys: Keys, reporterId: number, now: Date): Promise<Contacts> {
  const [[own], joined, news] = await Promise.all([ownOf(tx, reporterId), joinedOf(tx, reporterId), newsOf(tx, reporterId)]) // biome-ignore format: one read
  const last = (id: number | null) => news.find(({ contactId }) => contactId === id)
  const rest = { chosen: own?.newsTo ?? null, last }
  const filed = own && filedOf(keys, own)
  const proved = joined.filter(({ provedAt }) => provedAt !== null)
  const list = [
    ...(own && filed ? [contact(rest, null, filed, isProved(own), own.bouncedAt)] : []),
    ...proved.map((one) => contact(rest, one.id, openReach(keys, one.way, one.sealed), true, one.failedAt)),
  ]
  const asked = joined.find(({ provedAt }) => provedAt === null)
  return {
    list,
    waiting: asked && waitingOf(keys, asked, now),
    muted: own?.muted ?? false,
    leavesFrom: own?.leavingAt ? new Date(own.leavingAt.getTime() + leavesAfter) : undefined,
    held: await heldOf(tx, reporterId),
    unreached: isUnreached(news[0]),
  }
}

const ownOf = (tx: Tx, reporterId: number) => tx<Own[]>`
  select p.reachable, p.proved_at, p.bounced_at, p.news_to, p.muted, p.leaving_at, r.channel, v.sealed
  from reporter p join report r on r.id = p.own_report_id left join vault.identity v on v.reporter_id = p.id
  where p.id = ${reporterId}`

const joinedOf = (tx: Tx, reporterId: number) => tx<Joined[]>`
  select k.id, k.way, k.sealed, k.tries, k.asked_at, k.proved_at, k.failed_at, k.filed, k.leaving,
    (select n.state from notice n where n.reporter_id = ${reporterId} and n.contact_id = k.id and n.kind = 'neutral.proof' order by n.id desc limit 1) as message
  from vault.contact k where k.reporter_id = ${reporterId} order by k.id`

/** The latest news, the newest first; none of them a proof. */
const newsOf = (tx: Tx, reporterId: number) => tx<News[]>`
  select contact_id, state, last_error as error, coalesce(sent_at, created_at) as at, instead_of is not null as stands_in from notice
  where reporter_id = ${reporterId} and report_id is not null order by id desc limit 50`

async function heldOf(tx: Tx, reporterId: number): Promise<number> {
  const [row] = await tx<{ held: number }[]>`
    select count(*)::int as held from notice n where reporter_id = ${reporterId} and state = 'withheld' and last_error = ${budgetSpent}
      and not exists (select from notice s where s.instead_of = n.id and s.state in ('queued', 'sending', 'sent', 'delivered'))`
  return row?.held ?? 0
}

/** Why news is held back; the page of channels says the same. */
export const budgetSpent = 'the budget of the report is spent'

/** What came by a channel where people write themselves is used already. */
const isProved = ({ provedAt, channel }: Own) => provedAt !== null || channel === 'email' || channel === 'sms'

function filedOf(keys: Keys, { reachable, sealed }: Own): Reach | undefined {
  if (!reachable || !sealed) return undefined
  const identity: Identity = unseal(keys, sealed)
  const to = identity[reachable]
  return to === undefined ? undefined : (readReach(to) ?? { way: reachable, to })
}

type Rest = { chosen: number | null; last: (id: number | null) => News | undefined }

function contact({ chosen, last }: Rest, id: number | null, reach: Reach, proved: boolean, failedAt: Date | null): Contact {
  return { id, reach, proved, failed: failedAt !== null, chosen: chosen === id, last: last(id) }
} // biome-ignore format: one contact

function waitingOf(
  keys: Keys,
  { id, way, sealed, askedAt, tries, message, filed, leaving }: Joined,
  now: Date,
): Waiting {
  const over = tries >= mostTries || now.getTime() - askedAt.getTime() >= validFor
  return { id, reach: openReach(keys, way, sealed), askedAt, over, message: message ?? 'queued', filed, leaving }
}

function isUnreached(latest: News | undefined): boolean {
  if (!latest) return false
  const { state, error, standsIn } = latest
  if (state === 'withheld') return error === 'another country' || (standsIn && error !== 'arrived after all')
  return state === 'failed' || state === 'unreachable'
}
