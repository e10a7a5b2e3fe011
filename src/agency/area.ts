import type { Tx } from '../db/database.ts'
import type { Zone } from './working-days.ts'

/** Areas of the country by their official code: province 35, regency 35.72, district 35.72.03, village 35.72.03.1007. */

export type Area = Readonly<{
  code: string
  parentCode: string | null
  level: 1 | 2 | 3 | 4
  name: string
  zone: Zone
  /** From the smallest to the largest: `Bendogerit, Sananwetan, Kota Blitar, Jawa Timur`. */
  label: string
}>

/** Codes have a fixed width, so an area's surroundings are found by its key alone. */
const label = (tx: Tx) => tx`(
  select string_agg(w.name, ', ' order by w.level desc) from area w
  where w.code in (left(a.code, 2), left(a.code, 5), left(a.code, 8), a.code))`
const withLabel = (tx: Tx) => tx`
  select a.code, a.parent_code, a.level, a.name, a.zone, ${label(tx)} as label from area a`

/** The area itself and all that it lies in, from the province down: `35`, `35.72`, `35.72.03`. */
export function chainOf(code: string): string[] {
  const parts = code.split('.')
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'))
}

/** What has no code's shape is no area; it never reaches the database. */
export const isAreaCode = (text: string): boolean => /^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$/.test(text)

export async function areaByCode(tx: Tx, code: string): Promise<Area | undefined> {
  if (!isAreaCode(code)) return undefined
  const [area] = await tx<Area[]>`${withLabel(tx)} where a.code = ${code}`
  return area
}

/** The provinces, or what lies directly in an area, by name. */
export async function childrenOf(tx: Tx, code: string | null): Promise<Area[]> {
  if (code !== null && !isAreaCode(code)) return []
  return tx<Area[]>`${withLabel(tx)} where a.parent_code is not distinct from ${code} order by a.name, a.code`
}

export async function areaLabel(tx: Tx, code: string): Promise<string | undefined> {
  return (await areaByCode(tx, code))?.label
}

const kinds: readonly (readonly [pattern: RegExp, level: Area['level']])[] = [
  [/^(?:kelurahan|kel|desa|ds)[. ]+/, 4],
  [/^(?:kecamatan|kec)[. ]+/, 3],
  [/^(?:kabupaten|kab)[. ]+/, 2],
  [/^(?:provinsi|propinsi|prov)[. ]+/, 1],
]

type Search = { level: Area['level'] | null; whole: string; first: string; rest: string[] }

/** What somebody typed, read as the start of a name and words that its surroundings must contain. Pure. */
export function readSearch(text: string): Search | undefined {
  const typed = text.toLowerCase().replaceAll('\0', '').trim()
  const kind = kinds.find(([pattern]) => pattern.test(typed))
  const whole = kind ? typed.replace(kind[0], '') : typed
  const [first = '', ...rest] = whole.split(/[\s,]+/).filter((word) => word !== '')
  if (whole.length < 2 || first === '') return undefined
  const wanted = rest.map((word) => word.replace(/^(?:kel|kec|kab|prov)\.?$/, '')).filter((word) => word !== '')
  return { level: kind?.[1] ?? null, whole: whole.replace(/[\s,]+/g, ' '), first, rest: wanted }
}

/** Areas whose name starts with the first word and whose surroundings have words that start with the others: exact names first, larger before
 *  smaller. Fewer than two letters find nothing. */
export async function findAreas(tx: Tx, text: string, limit: number): Promise<Area[]> {
  const search = readSearch(text)
  if (!search) return []
  const { level, whole, first, rest } = search
  const towns = level === 2 ? ['kabupaten '] : ['kabupaten ', 'kota ', 'kota administrasi ']
  const starts = ['', ...towns].map((kind) => kind + first)
  return tx<Area[]>`
    with found as materialized (
      select distinct f.* from unnest(${starts}::text[]) s cross join lateral (
        select * from area where lower(name) ~>=~ s and lower(name) ~<~ (s || chr(1114111))) f
      where ${level}::int is null or f.level = ${level}),
    best as (
      select *, lower(regexp_replace(name, '^(Kabupaten|Kota Administrasi|Kota) ', '')) = ${whole} or lower(name) = ${whole} as exact
      from found a
      where ${rest.length} = 0 or not exists (
        select from unnest(${rest}::text[]) word, (select ${label(tx)} as label) around where strpos(' ' || lower(around.label), ' ' || word) = 0)
      order by exact desc, level, length(name), code limit ${limit})
    select a.code, a.parent_code, a.level, a.name, a.zone, ${label(tx)} as label from best a
    order by exact desc, level, length(name), code`
}
