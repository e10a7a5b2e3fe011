import { type RuleBook, rulesFor } from '../../agency/rulebook.ts'
import type { Zone } from '../../agency/working-days.ts'
import type { Tx } from '../../db/database.ts'
import { settleBy } from '../../report/deadline.ts'
import { type ClockName, horizon, look, type Step } from './step.ts'

/** The clock's round: what each step says of a promise is written once, however many look at once and whoever is killed. The
 *  database gives the reports that may be due by a coarse line; which of them are, is counted here in their own working days. */

type Watched = {
  id: number
  clock: ClockName
  dueAt: Date
  settleDue: Date | null
  verifiedAt: Date | null
  filedAt: Date
  holderId: number
  parentId: number | null
  areaCode: string | null
  zone: Zone
}

export type Round = Readonly<{ looked: number; said: number; first: Date | null; last: Date | null }>

export type Table = Readonly<{ steps: readonly Step[]; centreId: number }>

/** One page, in one transaction: looked at, said and left out of the next page together. */
export async function round(tx: Tx, book: RuleBook, table: Table, now: Date, page: number): Promise<Round> {
  const closed = new Set(book.closed.map(({ day }) => day))
  const until = horizon(table.steps, now, closed)
  const watched = await tx<Watched[]>`select * from clock_page(${now}, ${until}, ${page})`
  const seen = watched.map((one) => ({ one, ...lookAt(one, book, table, now) }))
  const looked = seen.map(({ one, next }) => ({ report: one.id, due: one.dueAt, next }))
  const lines = seen.flatMap(({ lines }) => lines)
  if (looked.length === 0) return { looked: 0, said: 0, first: null, last: null }
  const [row] = await tx<{ said: number }[]>`
    select clock_says(${tx.json(looked as never)}, ${tx.json(lines as never)}, ${now}) as said`
  return {
    looked: looked.length,
    said: row?.said ?? 0,
    first: watched[0]?.dueAt ?? null,
    last: watched.at(-1)?.dueAt ?? null,
  }
}

function lookAt(one: Watched, book: RuleBook, { steps, centreId }: Table, now: Date) {
  const rules = rulesFor(book, one.areaCode)
  const { zone, clock, dueAt } = one
  const binds = clock === 'settle' ? (settleBy({ rules, zone }, one) ?? dueAt) : dueAt
  const { said, next } = look(steps, clock, binds, { calendar: rules.calendar, zone, now })
  const lines = said.map(({ id, days, place, tellsReporter }) => ({
    report: one.id,
    clock,
    due: dueAt,
    binds,
    step: id,
    days,
    place,
    agency: place === 'centre' ? centreId : place === 'coordinator' ? (one.parentId ?? centreId) : null,
    // Where nobody stands above there is nobody to pass it on to.
    everyone: tellsReporter && one.parentId !== null,
  }))
  return { next, lines }
}
