import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'
import { chainOf } from './area.ts'
import { type Promises, promisesOn } from './promise.ts'
import { remembered } from './remember.ts'
import type { Rules } from './rules.ts'
import { type Day, dayOf } from './working-days.ts'

/** All promises and closed days of the country as one value, read rarely and asked often. */
export type RuleBook = Readonly<{ promises: Promises; closed: readonly { day: Day; areaCode: string | null }[] }>

const calendars = new WeakMap<RuleBook, Map<string | null, Rules>>()

/** The rules that hold for an agency in an area (null: those of the whole country). Pure; remembered for each book. */
export function rulesFor(book: RuleBook, areaCode: string | null): Rules {
  const known = calendars.get(book) ?? new Map<string | null, Rules>()
  calendars.set(book, known)
  const before = known.get(areaCode)
  if (before) return before
  const areas = areaCode === null ? [] : chainOf(areaCode)
  const closed = book.closed.filter((day) => day.areaCode === null || areas.includes(day.areaCode))
  const rules = { promises: book.promises, calendar: new Set(closed.map(({ day }) => day)) }
  known.set(areaCode, rules)
  return rules
}

/** @returns a function that gives the rule book, remembered. */
export const ruleBook = (db: Db, now: () => Date, fresh?: number): (() => Promise<RuleBook>) =>
  remembered((at) => read(db, at), now, fresh)

const read = (db: Db, at: Date): Promise<RuleBook> =>
  withActor(db, { kind: 'public' }, async (tx) => {
    const [promises, closed] = await Promise.all([
      promisesOn(tx, dayOf(at, 'Asia/Jakarta')),
      tx<{ day: Day; areaCode: string | null }[]>`select day, area_code from holiday`,
    ])
    return { promises, closed }
  })
