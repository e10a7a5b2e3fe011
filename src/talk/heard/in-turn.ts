import { NotYet } from '../../inbox/not-yet.ts'

/** What one person says is thought about one after the other: two messages at once would both believe to be the first. */

/** Another message of the same person, or whoever works on their report, was faster: what is known has to be looked up anew. */
export class Meanwhile extends NotYet {
  override name = 'Meanwhile'
}

/** Other processes read too, and a person seldom writes so often in the time that it takes. */
const again = 5

export type InTurn = <T>(whose: string, work: () => Promise<T>) => Promise<T>

/** @returns runs work when all that came before it from the same person in this process has ended, and at once anew after
 *  `Meanwhile`: the queue would only come back in seconds, and set the message aside in the end. */
export function inTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return (whose, work) => {
    const mine = (last.get(whose) ?? Promise.resolve()).then(() => anew(work, again))
    const ended = mine.then(
      () => undefined,
      () => undefined,
    )
    last.set(whose, ended)
    void ended.then(() => last.get(whose) === ended && last.delete(whose))
    return mine
  }
}

async function anew<T>(work: () => Promise<T>, left: number): Promise<T> {
  try {
    return await work()
  } catch (reason) {
    if (left === 0 || !(reason instanceof Meanwhile)) throw reason
    return anew(work, left - 1)
  }
}
