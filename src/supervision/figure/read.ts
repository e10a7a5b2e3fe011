import type { Tx } from '../../db/database.ts'
import { add, type Dimension, type Name, names, nothing, type Sums } from './sums.ts'

/** Reading the figures: sums by month of arrival, of one agency with all below it. The walls decide whose. Months are `2026-03`,
 *  both included. */

export type Period = Readonly<{ from: string; to: string }>
export type Of = Period & Readonly<{ agencyId: number }>
export type AgencySums = Readonly<{ agencyId: number; name: string; shortName: string; kind: string; sums: Sums }>

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
/** Buckets come as text: the driver reads lists letter by letter. */
const columns = [
  ...names.map((name) => `c.${snake(name)}`),
  ...['answer_hours', 'end_hours'].map((name) => `array_to_string(c.${name}, ',') as ${name}`),
]
const first = (month: string) => `${month}-01`

type Row = Record<Name, number> & { key: string; answerHours: string; endHours: string }

/** Each month by itself: then the key finds the values of each without going through all others. */
function within(tx: Tx, { from, to }: Period) {
  const months: string[] = []
  for (let at = from; at <= to && months.length < 1200; at = after(at)) months.push(first(at))
  return tx`c.month = any(${months}::date[])`
}

function after(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return of < 12 ? `${year}-${String(of + 1).padStart(2, '0')}` : `${year + 1}-01`
}

/** Areas directly in one: the provinces of the country (''), the regencies of `35`, the districts of `35.72`. */
async function areasIn(tx: Tx, area: string): Promise<string[]> {
  const rows = await tx<{ code: string }[]>`
    select code from area where ${area === '' ? tx`level = 1` : tx`parent_code = ${area}`}`
  return rows.map(({ code }) => code)
}

/** Sums of one dimension, by its values: e.g. a category's code, an area's; of some values alone, or of areas with `within` only
 *  those directly in it: the country has thousands. */
export async function cells(
  tx: Tx,
  of: Of & { by: Dimension; values?: readonly string[]; within?: string },
): Promise<{ value: string; sums: Sums }[]> {
  const codes = of.within === undefined ? (of.values ?? null) : await areasIn(tx, of.within)
  const rows = await tx<Row[]>`
    select c.value as key, ${tx.unsafe(columns.join(', '))} from figure_cell c
    where c.agency_id = ${of.agencyId} and c.dimension = ${of.by} and ${within(tx, of)} ${codes ? tx`and c.value = any(${[...codes]})` : tx``}`
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

type Gathered = Record<Name, number> & { answerHours: number[]; endHours: number[] }

function gathered(rows: readonly Row[]): Map<string, Sums> {
  const found = new Map<string, Gathered>()
  for (const row of rows) {
    const sum = found.get(row.key) ?? { ...nothing, answerHours: [], endHours: [] }
    found.set(row.key, sum)
    for (const name of names) sum[name] += row[name]
    addTo(sum.answerHours, row.answerHours)
    addTo(sum.endHours, row.endHours)
  }
  return found
}

function addTo(buckets: number[], more: string): void {
  if (more === '') return
  for (const [i, n] of more.split(',').entries()) buckets[i] = (buckets[i] ?? 0) + Number(n)
}
