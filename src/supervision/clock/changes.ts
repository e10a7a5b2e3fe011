import type { Zone } from '../../agency/working-days.ts'
import type { Tx } from '../../db/database.ts'

/** What late changes of the calendar moved: how many, how far it is, and the list behind it. */

export type Change = Readonly<{
  id: number
  day: string
  name: string
  areaName: string | null
  added: boolean
  at: Date
  moved: number
  done: boolean
}>

/** The latest of the last weeks. */
export const recentChanges = (tx: Tx, since: Date, most = 5) => tx<Change[]>`
  select k.id, k.day::text, k.name, a.name as area_name, k.added, k.at, k.moved, k.done_at is not null as done
  from holiday_change k left join area a on a.code = k.area_code
  where k.at >= ${since} order by k.id desc limit ${most}`

export type MovedDate = Readonly<{
  reference: string
  clock: 'verify' | 'answer' | 'settle' | 'first_settle' | 'respond'
  was: Date
  due: Date
  zone: Zone
}>

/** Of the reports that whoever asks may read; the first promise is a figure and moves with the one that runs. */
export const movedBy = (tx: Tx, changeId: number, most: number) => tx<MovedDate[]>`
  select r.reference, m.clock, m.was, m.due_at as due, h.zone
  from holiday_moved m join report r on r.id = m.report_id join agency h on h.id = r.holder_id
  where m.change_id = ${changeId} and m.clock <> 'first_settle' order by m.due_at, r.id limit ${most}`
