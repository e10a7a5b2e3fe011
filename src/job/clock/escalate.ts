import { withActor } from '../../db/actor.ts'
import { type Round, round } from '../../supervision/clock/escalate.ts'
import { tableOf } from '../../supervision/clock/steps.ts'
import type { Clockwork } from './sweep.ts'

/** Every minute: promises that end soon and those that were missed, page by page until nothing is left to look at. */

const page = 250

/** @returns how many lines of the ledger this run wrote; another worker may have written others at the same time. */
export async function escalate({ db, rules }: Clockwork, now: Date, after?: (done: Round) => void): Promise<number> {
  const book = await rules()
  const table = await withActor(db, { kind: 'system' }, tableOf)
  for (let said = 0; ; ) {
    const done = await withActor(db, { kind: 'system' }, (tx) => round(tx, book, table, now, page))
    after?.(done)
    said += done.said
    // A page that is not full may be because others hold the rest: they will do it, and what they leave comes in a minute.
    if (done.looked < page) return said
  }
}

/** After the steps or the holidays were changed: what was looked at for its day is looked at again, in the next round. */
export async function lookAgain({ db }: Pick<Clockwork, 'db'>, now: Date): Promise<void> {
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after
    const [turned] = await withActor(
      db,
      { kind: 'system' },
      (tx) => tx<{ last: number | null }[]>`select clock_looks_again(${from}, ${2000}, ${now}) as last`,
    )
    after = turned?.last ?? null
  }
}
