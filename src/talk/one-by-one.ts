/** Messages of one person are thought about one after the other, as far as one process reads them: an album comes as ten at once.
 *  Of two processes the slower thinks again. */
export function oneByOne() {
  const last = new Map<string, Promise<unknown>>()
  return async <T>(who: string, work: () => Promise<T>): Promise<T> => {
    const mine = (last.get(who) ?? Promise.resolve()).then(work, work)
    last.set(who, mine)
    try {
      return await mine
    } finally {
      if (last.get(who) === mine) last.delete(who)
    }
  }
}
