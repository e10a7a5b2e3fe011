import type { Position, Walk } from '../../../inbox/position.ts'
import { prices } from '../answered.ts'

/** The way from the newest mention of us back to the last one that we have, page by page. Pure. */

/** X shows no more than this many mentions, taken ones counted in. */
export const shown = 800
const mostOnPage = 100
/** X gives no fewer. */
const fewest = 5
const aDay = 24 * 3_600_000

/** How many posts the next page may hold with what is left of the day's money, or none. */
export function pageSize(spent: number, most: number): number | undefined {
  const affordable = Math.min(mostOnPage, Math.floor((most - spent) / prices.post))
  return affordable < fewest ? undefined : affordable
}

/** What to ask for. A walk that was broken off goes on below the oldest that is kept; the first of all goes a day back. */
export function queryOf({ since, low }: Walk, size: number, next: string | undefined, now: Date) {
  return {
    max_results: String(size),
    'tweet.fields': 'id',
    ...(since
      ? { since_id: since }
      : { start_time: new Date(now.getTime() - aDay).toISOString().replace(/\.\d+/, '') }),
    ...(next ? { pagination_token: next } : low ? { until_id: low } : {}),
  }
}

const larger = (one: string, other: string) => (BigInt(one) > BigInt(other) ? one : other)
const smaller = (one: string, other: string) => (BigInt(one) < BigInt(other) ? one : other)

export type Step = Readonly<{ walk: Walk; arrived: boolean }>

/** Where we are after a page. Only who has come down to the last one known has everything up to the newest. */
export function step(walk: Walk, ids: readonly string[], size: number, isLast: boolean): Step {
  const top = ids.reduce<string | null>((most, id) => (most ? larger(most, id) : id), walk.top)
  const low = ids.reduce<string | null>((least, id) => (least ? smaller(least, id) : id), walk.low)
  const goneThrough = walk.goneThrough + (isLast ? ids.length : size)
  if (isLast) return { arrived: true, walk: { since: top ?? walk.since, top: null, low: null, goneThrough: 0 } }
  return { arrived: false, walk: { since: walk.since, top, low, goneThrough } }
}

/** Whether the end of a walk may be the end of what X shows, and not the last one known. Deleted posts count in the window and
 *  are not shown; while a walk is broken off, the window goes on. */
export const isDoubtful = ({ since, goneThrough }: Walk, found: number, wasBrokenOff: boolean): boolean =>
  since !== null && (wasBrokenOff || goneThrough + found > shown - mostOnPage)

/** Asks whether anything as old as the last one known is still shown: if so, nothing between was missed. */
export const probeOf = ({ since }: Walk) => ({
  max_results: String(fewest),
  'tweet.fields': 'id',
  until_id: String(BigInt(since ?? '0') + 1n),
})
export const probePrice = fewest * prices.post

export const midnightAfter = (now: Date) => new Date((Math.floor(now.getTime() / aDay) + 1) * aDay)

/** Whether it is time to ask: nobody else has, and nothing says to wait. */
export function isDue({ askedAt, trouble, troubleUntil }: Position, everyMs: number, now: Date): boolean {
  if (trouble && troubleUntil && troubleUntil > now) return false
  return askedAt === null || now.getTime() - askedAt.getTime() >= everyMs * 0.9
}
