/** At most `width` pieces of work at once and `length` waiting; whoever comes later is told so at once. */
export function queue(width: number, length: number) {
  const waiting: (() => void)[] = []
  let running = 0

  return async function run<T>(work: () => Promise<T>): Promise<T> {
    if (running >= width) {
      if (waiting.length >= length) throw new Busy()
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

/** There is more to do than will be done in time. */
export class Busy extends Error {}
