import { withActor } from '../db/actor.ts'
import { type Round, round } from '../supervision/clock/escalate.ts'
import { tableOf } from '../supervision/clock/steps.ts'
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
