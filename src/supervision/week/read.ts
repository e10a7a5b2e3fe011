import { addCalendarDays, dayOf } from '../../agency/working-days.ts'
import type { Tx } from '../../db/database.ts'
import { type Change, moversOf } from './movers.ts'

/** The last seven days against the seven before, of an agency and of those directly below it. The walls decide whose. */

export const whats = ['arrived', 'answered', 'ended', 'returned', 'disputed'] as const
export type What = (typeof whats)[number]
export type Week = Readonly<{
  own: Readonly<Record<What, Change>>
  /** Below it, what changed most, the largest first. */
  movers: readonly (Change & Readonly<{ agencyId: number; shortName: string; what: What }>)[]
}>

type Row = { agencyId: number; shortName: string; what: What; now: number; before: number }
const zone = 'Asia/Jakarta'
const changeOf = (row: Change | undefined): Change => ({ now: row?.now ?? 0, before: row?.before ?? 0 })

export async function weekBelow(tx: Tx, agencyId: number, at: Date): Promise<Week> {
  const day = (back: number) => dayOf(addCalendarDays(at, -back, zone), zone)
  const rows = await tx<Row[]>`
    select a.id as agency_id, a.short_name, h.what,
      coalesce(sum(h.n) filter (where h.day > ${day(7)}::date), 0)::int as now,
      coalesce(sum(h.n) filter (where h.day <= ${day(7)}::date), 0)::int as before
    from agency a join happened h on h.agency_id = a.id
    where (a.id = ${agencyId} or a.parent_id = ${agencyId}) and h.day > ${day(14)}::date and h.day <= ${day(0)}::date
    group by 1, 2, 3`
  const own = rows.filter((row) => row.agencyId === agencyId)
  return {
    own: Object.fromEntries(whats.map((what) => [what, changeOf(own.find((row) => row.what === what))])) as Week['own'],
    movers: moversOf(rows.filter((row) => row.agencyId !== agencyId)),
  }
}
