import type { Tx } from '../db/database.ts'
import type { Agency } from './agency.ts'

/** What lies below an agency: page by page for those who administer it, and where nobody acts. */

export const agencyPage = 50
export type Below = Agency & Readonly<{ children: number }>

/** By name; continues after `after`; one row more when there are others. */
export async function pageBelow(tx: Tx, parentId: number, after = '', limit = agencyPage): Promise<Below[]> {
  return tx<Below[]>`
    select id, parent_id, path, kind, name, short_name, area_code, zone, tasks, active,
      (select count(*)::int from agency c where c.parent_id = a.id and c.active) as children
    from agency a where parent_id = ${parentId} and name > ${after} order by name limit ${limit + 1}`
}

/** An active agency below `path`, to which whoever stands there may send. */
export async function activeBelow(tx: Tx, path: string, id: number): Promise<Agency | undefined> {
  const [agency] = await tx<Agency[]>`
    select id, parent_id, path, kind, name, short_name, area_code, zone, tasks, active from agency
    where id = ${id} and active and starts_with(path, ${path}) and path <> ${path}`
  return agency
}

/** Who can act for an agency: answers, sends on, gives back. An officer alone cannot. */
export const acting = ['operator', 'liaison'] as const

/** Those of `ids` without an active account that could act there. Only for who reads what is below; accounts elsewhere are not seen. */
export async function unattended(tx: Tx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const rows = await tx<{ agencyId: number }[]>`
    select distinct agency_id from account
    where agency_id = any(${[...ids]}::bigint[]) and disabled_at is null and roles && ${[...acting]}::text[]`
  const attended = new Set(rows.map(({ agencyId }) => agencyId))
  return new Set(ids.filter((id) => !attended.has(id)))
}
