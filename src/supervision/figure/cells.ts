import { contributionsOf, type Hours, placesOf } from './contribute.ts'
import type { Fact } from './fact.ts'
import { type Dimension, type Name, names } from './sums.ts'

/** What is to be added to which sums, gathered over many reports. Pure. */

type Cell = Readonly<{
  agencyId: number
  month: string
  dimension: Dimension
  value: string
  counts: Record<Name, number>
  answerHours: number[]
  endHours: number[]
}>
export type Cells = Map<string, Cell>

/** @param times 1 puts the report in, -1 takes it out. */
export function addTo(cells: Cells, fact: Fact, times: 1 | -1, above: (agencyId: number) => readonly number[]): void {
  const places = placesOf(fact)
  for (const { agencyId, counts, hours } of contributionsOf(fact, above))
    for (const [dimension, value] of places) {
      const cell = cellAt(cells, { agencyId, month: fact.month, dimension, value })
      for (const [name, n] of Object.entries(counts) as [Name, number][]) cell.counts[name] += times * n
      addHours(cell, hours, times)
    }
}

function cellAt(cells: Cells, place: Pick<Cell, 'agencyId' | 'month' | 'dimension' | 'value'>): Cell {
  const key = `${place.agencyId} ${place.month} ${place.dimension} ${place.value}`
  const known = cells.get(key)
  if (known) return known
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
  const made: Cell = { ...place, counts, answerHours: [], endHours: [] }
  cells.set(key, made)
  return made
}

function addHours(cell: Cell, { answerHours, endHours }: Hours, times: number): void {
  for (const [buckets, at] of [
    [cell.answerHours, answerHours],
    [cell.endHours, endHours],
  ] as const) {
    if (at === null || at === undefined) continue
    while (buckets.length <= at) buckets.push(0)
    buckets[at] = (buckets[at] ?? 0) + times
  }
}

const changes = ({ counts, answerHours, endHours }: Cell) =>
  [...Object.values(counts), ...answerHours, ...endHours].some((n) => n !== 0)

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** As rows of the table, those that change nothing left out, always in the same order. */
export function rowsOf(cells: Cells, pathOf: (agencyId: number) => string): object[] {
  return [...cells]
    .filter(([, cell]) => changes(cell))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { counts, agencyId, month, dimension, value, answerHours, endHours }]) => ({
      ...{ agency_id: agencyId, path: pathOf(agencyId), month, dimension, value },
      ...Object.fromEntries(names.map((name) => [snake(name), counts[name]])),
      ...{ answer_hours: answerHours, end_hours: endHours },
    }))
}
