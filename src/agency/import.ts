import type { Tx } from '../db/database.ts'
import { type Line, readLines, type TableRefusal } from '../person/table/csv.ts'
import { agencyResolver, type Resolver } from '../person/table/resolve.ts'
import { createAgency, type NewAgency } from './administer.ts'
import { kinds } from './agency.ts'

/** Agencies from a table, parents before children: all or none, and every wrong line said. */

export const mostAgencies = 20_000

export const agencyColumns = {
  parent: ['induk', 'indukinstansi', 'parent'],
  name: ['nama', 'name'],
  shortName: ['singkatan', 'namasingkat', 'shortname'],
  area: ['wilayah', 'kodewilayah', 'area'],
  kind: ['jenis', 'kind'],
  tasks: ['tugas', 'tasks'],
} as const
type Column = keyof typeof agencyColumns
const needed: readonly Column[] = ['parent', 'name', 'shortName']

const kindWords: Readonly<Record<string, NewAgency['kind']>> = {
  ...Object.fromEntries(kinds.filter((kind) => kind !== 'centre').map((kind) => [kind, kind])),
  '': 'unit',
  kementerian: 'ministry',
  provinsi: 'province',
  kabupaten: 'regency',
  kota: 'city',
}

type Made = Readonly<{ id: number; name: string }>
export type AgencyLineRefusal =
  | Extract<Awaited<ReturnType<typeof createAgency>>, { ok: false }>['refusal']
  | TableRefusal
  | 'agency-unknown'
  | 'agency-ambiguous'
  | 'kind'
export type ImportedAgencies =
  | { ok: true; agencies: Made[] }
  | { ok: false; refusal: 'lines'; lines: { line: number; refusal: AgencyLineRefusal }[] }
  | { ok: false; refusal: 'dry-run'; agencies: Made[] }

/** Runs in `attempt`: a dry run does everything and is then undone. */
export async function importAgencies(
  tx: Tx,
  actorPath: string,
  given: { text: string; dryRun: boolean },
  now: Date,
): Promise<ImportedAgencies> {
  const table = readLines(given.text, mostAgencies, agencyColumns, needed)
  if (!table.ok) return table

  const resolver = await agencyResolver(tx, actorPath)
  const agencies: Made[] = []
  const lines: { line: number; refusal: AgencyLineRefusal }[] = []
  for (const row of table.lines) {
    const input = agencyOf(row, resolver)
    const made =
      typeof input === 'string' ? { ok: false as const, refusal: input } : await createAgency(tx, actorPath, input, now)
    if (!made.ok) lines.push({ line: row.line, refusal: made.refusal })
    else if (typeof input !== 'string') {
      resolver.add({ id: made.id, name: input.name, shortName: input.shortName })
      agencies.push({ id: made.id, name: input.name })
    }
  }
  if (lines.length > 0) return { ok: false, refusal: 'lines', lines }
  return given.dryRun ? { ok: false, refusal: 'dry-run', agencies } : { ok: true, agencies }
}

function agencyOf({ cell }: Line<Column>, resolver: Resolver): NewAgency | AgencyLineRefusal {
  const parentId = resolver.find(cell('parent'))
  if (typeof parentId === 'string') return parentId
  const kind = kindWords[cell('kind').toLowerCase()]
  if (!kind) return 'kind'
  const areaCode = cell('area') || null
  return {
    parentId,
    kind,
    name: cell('name'),
    shortName: cell('shortName'),
    areaCode,
    zone: null,
    tasks: cell('tasks'),
  }
}
