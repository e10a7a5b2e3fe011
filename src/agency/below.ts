import type { Tx } from '../db/database.ts'
import type { Agency } from './agency.ts'

/** What lies directly below an agency, page by page, for those who administer it. */

export const agencyPage = 50
export type Below = Agency & Readonly<{ children: number }>

/** By name; continues after `after`; one row more when there are others. */
export async function pageBelow(tx: Tx, parentId: number, after = '', limit = agencyPage): Promise<Below[]> {
  return tx<Below[]>`
    select id, parent_id, path, kind, name, short_name, area_code, zone, tasks, active,
      (select count(*)::int from agency c where c.parent_id = a.id and c.active) as children
    from agency a where parent_id = ${parentId} and name > ${after} order by name limit ${limit + 1}`
}
