import type { Tx } from '../../db/database.ts'
import type { Staff } from '../../person/may.ts'
import { listedTitle } from './title.ts'

/** Field work: what is to be looked at, for one officer. */

export type Task = Readonly<{
  reference: string
  title: string
  place: string
  areaName: string | null
  fieldDue: Date
  anonymous: boolean
  secret: boolean
  visits: number
}>

const most = 50

/** Tasks given to this officer, and those that any officer of the agency may take; the nearest due first. */
export const tasksOf = (tx: Tx, { personId, agencyId }: Staff) => tx<Task[]>`
  select r.reference, ${listedTitle(tx)}, r.place, w.name as area_name, r.field_due, r.anonymous, r.secret, r.visits
  from report r left join area w on w.code = r.area_code
  where r.status = 'in_progress' and r.field_due is not null
    and (r.officer_id = ${personId} or (r.officer_id is null and (r.holder_id = ${agencyId}
      or r.id in (select report_id from assignment where agency_id = ${agencyId} and not lead and ended_at is null))))
  order by r.field_due, r.id limit ${most}`

export type Visited = Readonly<{ reference: string; title: string; visitedAt: Date }>

/** What this officer has visited lately. */
export const visitedBy = (tx: Tx, { personId }: Staff) => tx<Visited[]>`
  select r.reference, ${listedTitle(tx)}, v.visited_at
  from visit v join report r on r.id = v.report_id where v.by_person = ${personId} order by v.visited_at desc, v.id desc limit 10`
