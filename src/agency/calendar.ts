import type { Tx } from '../db/database.ts'
import { chainOf, isAreaCode } from './area.ts'
import type { Calendar, Day } from './working-days.ts'

/** Days on which offices are closed: of the whole country, and of one area. */

export type Holiday = Readonly<{
  day: Day
  areaCode: string | null
  name: string
  kind: 'national' | 'joint_leave' | 'local'
  basis: string
}>

const chain = (areaCode: string | null): string[] =>
  areaCode !== null && isAreaCode(areaCode) ? chainOf(areaCode) : []

/** Every closed day for an agency in an area (null: only what holds everywhere). */
export async function holidaysFor(tx: Tx, areaCode: string | null): Promise<Calendar> {
  const rows = await tx<{ day: Day }[]>`
    select day from holiday where area_code is null or area_code = any(${chain(areaCode)})`
  return new Set(rows.map(({ day }) => day))
}

/** The closed days of a year with their names and the decree behind them. */
export async function holidaysOf(tx: Tx, year: number, areaCode: string | null): Promise<Holiday[]> {
  return tx<Holiday[]>`
    select day, area_code, name, kind, basis from holiday
    where day between ${`${year}-01-01`} and ${`${year}-12-31`}
      and (area_code is null or area_code = any(${chain(areaCode)}))
    order by day, area_code nulls first`
}
