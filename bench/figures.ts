import type { Tx } from '../src/db/database.ts'
import type { Staff } from '../src/person/may.ts'
import { keepFigures, markMissed } from '../src/supervision/figure/keep.ts'
import { byAgency, byMonth, cells, total } from '../src/supervision/figure/read.ts'
import type { House } from './house.ts'

/** What the figures cost: counting what has moved, and all that a supervisor's page shows of a year. */

/** Counts everything that was filed and moved since. @returns reports a second. */
export async function folding({ db, book }: House): Promise<number> {
  const keeping = { db, rules: async () => book }
  await markMissed(keeping)
  const began = performance.now()
  const kept = await keepFigures(keeping, new Date(), Number.POSITIVE_INFINITY)
  return kept / ((performance.now() - began) / 1000)
}

const monthOf = (at: Date) => at.toISOString().slice(0, 7)

/** The year month by month and whole, by agency directly below, by area directly in it, by category. */
export async function figuresOfYear(tx: Tx, { agencyId }: Pick<Staff, 'agencyId'>, now = new Date()): Promise<unknown> {
  const from = monthOf(new Date(now.getTime() - 334 * 86_400_000))
  const of = { agencyId, from, to: monthOf(now) }
  const [agency] = await tx<{ areaCode: string | null }[]>`select area_code from agency where id = ${agencyId}`
  return Promise.all([
    total(tx, of),
    byMonth(tx, of),
    byAgency(tx, { ...of, parentId: agencyId }),
    cells(tx, { ...of, by: 'area', within: agency?.areaCode ?? '' }),
    cells(tx, { ...of, by: 'category' }),
  ])
}
