import { durations, ratios } from '../../../supervision/figure/figures.ts'
import type { AgencySums } from '../../../supervision/figure/read.ts'
import { add, nothing, type Sums } from '../../../supervision/figure/sums.ts'
import type { Sort } from './asked.ts'
import { fewest } from './words.ts'

/** Agencies beside each other: those with enough reports in the wished order, the others as one. Pure. */

export type Ranked = Readonly<{ rows: readonly AgencySums[]; few: number; fewSums: Sums }>

/** What each order compares; the better comes first. */
const keys: Readonly<Record<Exclude<Sort, 'nama'>, (sums: Sums) => number | null>> = {
  'tepat-waktu': (sums) => negative(ratios.answeredOnTime(sums).value),
  laporan: (sums) => -sums.arrived,
  'jawaban-pertama': (sums) => durations.answerMedian(sums).hours,
  dipastikan: (sums) => negative(ratios.confirmed(sums).value),
  pengembalian: (sums) => ratios.returns(sums).value,
  selesai: (sums) => durations.endP90(sums).hours,
}
const negative = (value: number | null) => (value === null ? null : -value)

/** What has no figure comes last; what is equal, by name. */
export function ranked(agencies: readonly AgencySums[], sort: Sort): Ranked {
  const enough = agencies.filter(({ sums }) => sums.arrived >= fewest)
  const few = agencies.filter(({ sums }) => sums.arrived > 0 && sums.arrived < fewest)
  const key = ({ sums }: AgencySums) => (sort === 'nama' ? 0 : (keys[sort](sums) ?? Number.MAX_SAFE_INTEGER))
  const rows = enough.toSorted((a, b) => key(a) - key(b) || a.name.localeCompare(b.name, 'id'))
  return { rows, few: few.length, fewSums: few.reduce((sum, { sums }) => add(sum, sums), nothing) }
}
