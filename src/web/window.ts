import { createHmac, randomBytes } from 'node:crypto'

/** Counts different things from one place within a span of time, in this process only. Addresses are kept as hashes. */

/** @returns whether this one is among the first `most` of its place; one that was let in stays in. */
export type Window = (place: string, one: string, now: Date) => boolean

export function slidingWindow(most: number, span: number): Window {
  const secret = randomBytes(16)
  const places = new Map<string, Map<string, number>>()
  let swept = 0

  function sweep(at: number): void {
    if (at - swept < span / 60) return
    swept = at
    for (const [place, seen] of places) {
      for (const [one, since] of seen) if (at - since >= span) seen.delete(one)
      if (seen.size === 0) places.delete(place)
    }
  }

  return (place, one, now) => {
    const at = now.getTime()
    sweep(at)
    const name = createHmac('sha256', secret).update(place).digest('base64')
    const seen = places.get(name) ?? new Map<string, number>()
    places.set(name, seen)
    if (seen.has(one)) return true
    if (seen.size >= most) return false
    seen.set(one, at)
    return true
  }
}
