import { setTimeout as sleep } from 'node:timers/promises'
import { alone } from '../../../db/alone.ts'
import type { Sql } from '../../../db/database.ts'
import { NotYet } from '../../../inbox/not-yet.ts'
import { acceptPage, inTrouble, type Place, positionOf, type Trouble, type Walk } from '../../../inbox/position.ts'
import type { Keys } from '../../../person/seal.ts'
import { page, prices } from '../answered.ts'
import type { Answer, Ask } from '../api.ts'
import { arrivedHint } from '../opened.ts'
import { isDoubtful, isDue, midnightAfter, pageSize, probeOf, probePrice, queryOf, step } from './walk.ts'

/** Asks X for posts that name us. Of all workers one asks at a time, on a connection of its own: with it go both its right to ask
 *  and its power to write. */

export type Polling = Readonly<{
  /** Of a login that may become `lapor_intake`. */
  url: string
  keys: Keys
  ask: Ask
  account: string
  everyMs: number
  /** In a day, in thousandths of a dollar. */
  most: number
  now: () => Date
  /** Something was kept. */
  wake: () => void
  failed: (reason: unknown) => void
}>

const pause = { refused: 300_000, away: 60_000, limited: 60_000 }
const mostPages = 50

export function watchMentions(polling: Polling): { close: () => Promise<void> } {
  const ending = new AbortController()
  const ended = watch(polling, ending.signal)
  return {
    close: () => {
      ending.abort()
      return ended
    },
  }
}

async function watch(polling: Polling, ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    await pollOnce(polling, ending).catch(polling.failed)
    await sleep(polling.everyMs, undefined, { signal: ending }).catch(() => {})
  }
}

/** One round: from the newest down to the last one known, unless somebody else asks already or it is not time. */
export function pollOnce(polling: Polling, ending?: AbortSignal): Promise<void> {
  const { url, account, everyMs, now } = polling
  const place: Place = { channel: 'x', account }
  return alone(url, async (connection) => {
    const sql = connection as unknown as Sql
    await sql`set role lapor_intake`
    await sql`set statement_timeout = '10s'`
    const [lock] = await sql<{ ours: boolean }[]>`
      select pg_try_advisory_lock(hashtextextended(${`polling x ${account}`}, 40)) as ours`
    const position = await positionOf(sql, place, now())
    if (!lock?.ours || !isDue(position, everyMs, now())) return
    const trouble = await goDown(polling, sql, place, position, ending)
    if (trouble) await inTrouble(sql, place, trouble.why, trouble.until)
  })
}

type Stop = Readonly<{ why: Trouble; until: Date }>

async function goDown(
  polling: Polling,
  sql: Sql,
  place: Place,
  from: Walk,
  ending?: AbortSignal,
): Promise<Stop | undefined> {
  const wasBrokenOff = from.low !== null
  let walk = from
  let next: string | undefined
  for (let pages = 0; pages < mostPages && !ending?.aborted; pages++) {
    const { spent } = await positionOf(sql, place, polling.now())
    const size = pageSize(spent, polling.most)
    if (size === undefined) return { why: 'spent', until: midnightAfter(polling.now()) }
    const found = await mentions(polling, queryOf(walk, size, next, polling.now()))
    if ('why' in found) return found
    const { walk: after, arrived } = step(walk, found.ids, size, found.next === undefined)
    const gap = arrived && isDoubtful(walk, found.ids.length, wasBrokenOff) && (await isGap(polling, sql, place, walk))
    if (typeof gap === 'object') {
      await keep(polling, sql, place, found.ids, walk, step(walk, found.ids, size, false).walk, false)
      return gap
    }
    await keep(polling, sql, place, found.ids, walk, after, gap)
    if (arrived) return undefined
    walk = after
    next = found.next
  }
  return undefined
}

async function keep(
  polling: Polling,
  sql: Sql,
  place: Place,
  ids: readonly string[],
  from: Walk,
  walk: Walk,
  gap: boolean,
) {
  const { account, keys, now, wake } = polling
  const receivedAt = now()
  const arrived = ids.map((id) => ({ ...arrivedHint(account, { kind: 'post', id }), receivedAt }))
  const charges = Object.fromEntries(ids.map((id) => [`post|${id}`, prices.post]))
  const kept = await acceptPage(sql, keys, place, { arrived, from, walk, gap, charges }, receivedAt)
  if (kept.some(({ again }) => !again)) wake()
}

/** Whether posts were passed over for ever. */
async function isGap(polling: Polling, sql: Sql, place: Place, walk: Walk): Promise<boolean | Stop> {
  const { spent } = await positionOf(sql, place, polling.now())
  if (spent + probePrice > polling.most) return { why: 'spent', until: midnightAfter(polling.now()) }
  const found = await mentions(polling, probeOf(walk))
  if ('why' in found) return found
  return found.ids.length === 0
}

type Found = Readonly<{ ids: readonly string[]; next: string | undefined }>

async function mentions({ ask, account, now }: Polling, query: Record<string, string>): Promise<Found | Stop> {
  const path = `/2/users/${account}/mentions`
  const answer = await ask({ limit: 'mentions', as: 'app', method: 'GET', path, query }).catch((reason: unknown) => {
    if (reason instanceof NotYet) return undefined
    throw reason
  })
  if (answer?.status !== 200) return stopBy(answer, now())
  const { data, meta } = page.parse(answer.json)
  return { ids: data.map(({ id }) => id), next: meta.next_token }
}

function stopBy(answer: Answer | undefined, now: Date): Stop {
  const later = (ms: number) => new Date(now.getTime() + ms)
  if (answer === undefined || answer.status >= 500) return { why: 'away', until: later(pause.away) }
  if (answer.status === 429) return { why: 'limited', until: answer.resetAt ?? later(pause.limited) }
  return { why: 'refused', until: later(pause.refused) }
}
