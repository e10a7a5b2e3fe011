import type { Tx } from '../../db/database.ts'
import { add, type Dimension, type Name, names, nothing, type Sums } from './sums.ts'

/** Reading the figures: sums by month of arrival, of one agency with all below it. The walls decide whose. Months are `2026-03`,
 *  both included. */

export type Period = Readonly<{ from: string; to: string }>
export type Of = Period & Readonly<{ agencyId: number }>
export type AgencySums = Readonly<{ agencyId: number; name: string; shortName: string; kind: string; sums: Sums }>

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
/** Hours as text: to read a thousand arrays takes longer than to find them. */
const hoursAs = (name: string) => `array_to_string(c.${name}, ',') as ${name}`
const columns = [...names.map((name) => `c.${snake(name)}`), hoursAs('answer_hours'), hoursAs('end_hours')]
const first = (month: string) => `${month}-01`

type Row = Record<Name, number> & { key: string; answerHours: string; endHours: string }

const within = (tx: Tx, { from, to }: Period) => tx`c.month between ${first(from)} and ${first(to)}`

/** Sums of one dimension, by its values: e.g. a category's code, an area's; of some values alone, where there are thousands. */
export async function cells(
  tx: Tx,
  of: Of & { by: Dimension; values?: readonly string[] },
): Promise<{ value: string; sums: Sums }[]> {
  const rows = await tx<Row[]>`
    select c.value as key, ${tx.unsafe(columns.join(', '))} from figure_cell c
    where c.agency_id = ${of.agencyId} and c.dimension = ${of.by} and ${within(tx, of)}
      ${of.values ? tx`and c.value = any(${[...of.values]})` : tx``}`
  return [...gathered(rows)].map(([value, sums]) => ({ value, sums })).sort((a, b) => (a.value < b.value ? -1 : 1))
}

/** Sums by month of arrival, the oldest first; of one value of a dimension, if asked. */
export async function byMonth(
  tx: Tx,
  of: Of & { by?: Dimension; value?: string },
): Promise<{ month: string; sums: Sums }[]> {
  const rows = await tx<Row[]>`
    select to_char(c.month, 'YYYY-MM') as key, ${tx.unsafe(columns.join(', '))} from figure_cell c
    where c.agency_id = ${of.agencyId} and c.dimension = ${of.by ?? 'all'} and c.value = ${of.value ?? ''} and ${within(tx, of)}
    order by c.month`
  return [...gathered(rows)].map(([month, sums]) => ({ month, sums }))
}

/** All of a period; of one value of a dimension, if asked. */
export async function total(tx: Tx, of: Of & { by?: Dimension; value?: string }): Promise<Sums> {
  return (await byMonth(tx, of)).reduce((sum, { sums }) => add(sum, sums), nothing)
}

/** The agencies directly below one, each with all below it; those without a report as well. */
export async function byAgency(
  tx: Tx,
  of: Period & { parentId: number; by?: Dimension; value?: string },
): Promise<AgencySums[]> {
  const [agencies, rows] = await Promise.all([
    tx<Omit<AgencySums, 'sums'>[]>`
      select id as agency_id, name, short_name, kind from agency where parent_id = ${of.parentId} and active order by name, id`,
    tx<Row[]>`
      select c.agency_id::text as key, ${tx.unsafe(columns.join(', '))} from figure_cell c join agency a on a.id = c.agency_id
      where a.parent_id = ${of.parentId} and c.dimension = ${of.by ?? 'all'} and c.value = ${of.value ?? ''} and ${within(tx, of)}`,
  ])
  const sums = gathered(rows)
  return agencies.map((agency) => ({ ...agency, sums: sums.get(String(agency.agencyId)) ?? nothing }))
}

type Running = Record<Name, number> & { answerHours: number[]; endHours: number[] }

const begun = (): Running => ({ ...nothing, answerHours: [], endHours: [] })

/** One sum for each key; rows are many, so they are added in place. */
function gathered(rows: readonly Row[]): Map<string, Sums> {
  const found = new Map<string, Running>()
  for (const row of rows) {
    const sum = found.get(row.key) ?? begun()
    found.set(row.key, sum)
    for (const name of names) sum[name] += row[name]
    addHours(sum.answerHours, row.answerHours)
    addHours(sum.endHours, row.endHours)
  }
  return found
}

function addHours(to: number[], text: string): void {
  if (text === '') return
  for (const [at, n] of text.split(',').entries()) to[at] = (to[at] ?? 0) + Number(n)
}
