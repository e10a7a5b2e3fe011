import type { Tx } from '../db/database.ts'
import { holidaysFor } from './calendar.ts'
import { type Promises, promisesOn } from './promise.ts'
import type { Calendar, Day } from './working-days.ts'

/** What deadlines are counted with, as one value. */
export type Rules = Readonly<{ promises: Promises; calendar: Calendar }>

/** The promises of a day and the closed days of an area (null: those of the whole country). */
export async function rulesOn(tx: Tx, day: Day, areaCode: string | null): Promise<Rules> {
  const [promises, calendar] = await Promise.all([promisesOn(tx, day), holidaysFor(tx, areaCode)])
  return { promises, calendar }
}
