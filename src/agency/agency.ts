import type { Tx } from '../db/database.ts'
import { chainOf, isAreaCode } from './area.ts'
import type { Zone } from './working-days.ts'

/** Agencies: any node of the tree from the centre down to a unit. */

export const kinds = ['centre', 'ministry', 'province', 'regency', 'city', 'unit'] as const
export type AgencyKind = (typeof kinds)[number]

export type Agency = Readonly<{
  id: number
  parentId: number | null
  /** Keys from the centre down to this one, e.g. `/1/1035/3572/`. */
  path: string
  kind: AgencyKind
  name: string
  /** At most 24 letters, for SMS and tight places. */
  shortName: string
  areaCode: string | null
  zone: Zone
  tasks: string
  active: boolean
}>

const columns = ['id', 'parent_id', 'path', 'kind', 'name', 'short_name', 'area_code', 'zone', 'tasks', 'active']

export async function agencyById(tx: Tx, id: number): Promise<Agency | undefined> {
  if (!Number.isSafeInteger(id)) return undefined
  const [agency] = await tx<Agency[]>`select ${tx(columns)} from agency where id = ${id}`
  return agency
}

/** What lies directly below an agency (null: the centre), active or not, by name. */
export async function childrenOf(tx: Tx, id: number | null): Promise<Agency[]> {
  return tx<Agency[]>`select ${tx(columns)} from agency where parent_id is not distinct from ${id} order by name, id`
}

/** The agencies above, the centre first, without the agency itself. */
export async function ancestorsOf(tx: Tx, path: string): Promise<Agency[]> {
  const ids = path
    .split('/')
    .filter((part) => part !== '')
    .slice(0, -1)
  return tx<Agency[]>`select ${tx(columns)} from agency where id = any(${ids}::bigint[]) order by path`
}

/** Active agencies below a path, without the one at the path, parents before children; page on with the last path seen. */
export async function agenciesBelow(tx: Tx, path: string, limit: number, after = path): Promise<Agency[]> {
  return tx<Agency[]>`
    select ${tx(columns)} from agency
    where path > ${after} and path < ${path} || '~' and active order by path limit ${limit}`
}

const synonyms: Readonly<Record<string, string>> = {
  kab: 'kabupaten',
  kabupaten: 'kab',
  prov: 'provinsi',
  provinsi: 'prov',
  kec: 'kecamatan',
  kecamatan: 'kec',
  kel: 'kelurahan',
  kelurahan: 'kel',
  pemkot: 'kota',
  pemkab: 'kabupaten',
  pemprov: 'provinsi',
  kementrian: 'kementerian',
  pupr: 'dpupr',
  capil: 'dukcapil',
  disdukcapil: 'dukcapil',
  dispendukcapil: 'dukcapil',
  dispenduk: 'dukcapil',
}

/** What somebody typed as a full-text query in which every word must start a word of the name. Pure. */
export function agencyQuery(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu)
  if (!words) return undefined
  const term = (word: string): string => (synonyms[word] ? `(${word}:* | ${synonyms[word]}:*)` : `${word}:*`)
  return words.slice(0, 20).map(term).join(' & ')
}

/** Active agencies by name or short name: any number of words, with dots or not, in any case; governments before units. */
export async function findAgencies(tx: Tx, text: string, limit: number, below = '/'): Promise<Agency[]> {
  const query = agencyQuery(text)
  if (!query) return []
  return tx<Agency[]>`
    select ${tx(columns)} from agency
    where to_tsvector('simple', name || ' ' || short_name) @@ to_tsquery('simple', ${query})
      and active and starts_with(path, ${below})
    order by lower(short_name) = lower(${text.replaceAll('\0', '').trim()}) desc, kind = 'unit', length(name), path
    limit ${limit}`
}

/** Who governs an area: its city or regency, else its province, else the centre. */
export async function governmentOf(tx: Tx, areaCode: string | null): Promise<Agency> {
  const codes = areaCode !== null && isAreaCode(areaCode) ? chainOf(areaCode).slice(0, 2) : []
  const [agency] = await tx<Agency[]>`
    select ${tx(columns)} from agency
    where kind = 'centre' or (area_code = any(${codes}) and kind in ('province', 'regency', 'city') and active)
    order by length(area_code) desc nulls last limit 1`
  if (!agency) throw new Error('there is no centre')
  return agency
}
