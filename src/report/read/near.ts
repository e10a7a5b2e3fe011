import type { Tx } from '../../db/database.ts'
import type { Ending, Report, Status } from '../report.ts'
import { listedTitle } from './title.ts'

/** Open reports about the same matter in the same area, which may be one case; as far as the actor may read them. */

export type Near = Readonly<{ reference: string; title: string; status: Status; ending: Ending | null; filedAt: Date }>

const most = 5

export async function near(tx: Tx, report: Pick<Report, 'id' | 'areaCode' | 'categoryCode'>): Promise<Near[]> {
  const { id, areaCode, categoryCode } = report
  if (areaCode === null || categoryCode === null) return []
  return tx<Near[]>`
    select r.reference, ${listedTitle(tx)}, r.status, r.ending, r.filed_at from report r
    where area_code = ${areaCode} and category_code = ${categoryCode} and id <> ${id} and status not in ('closed', 'archived')
    order by id desc limit ${most}`
}
