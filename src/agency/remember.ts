/** What is edited rarely and asked for all the time. */

/** @returns a function that gives what `read` gave, at most `fresh` milliseconds old: an edited row counts within that time. */
export function remembered<T>(read: (at: Date) => Promise<T>, now: () => Date, fresh = 30_000): () => Promise<T> {
  let held: { value: Promise<T>; until: number } | undefined
  return () => {
    const at = now()
    if (held && at.getTime() < held.until) return held.value
    const value = read(at)
    const mine = { value, until: at.getTime() + fresh }
    held = mine
    value.catch(() => {
      if (held === mine) held = undefined
    })
    return value
  }
}
