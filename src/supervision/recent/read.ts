import type { Tx } from '../../db/database.ts'
import { fewest, type Pair, quiet, type RecentMove, type Week } from './moves.ts'

/** This week against the one before, of an agency with all below it, and where below it most has changed. */

export type Mover = Pair & Readonly<{ agencyId: number; name: string; move: RecentMove }>
export type Recent = Readonly<{ week: Week; countedAt: Date | null; movers: readonly Mover[] }>

const mostMovers = 5

export async function recentOf(tx: Tx, agencyId: number): Promise<Recent> {
  const [rows, movers] = await Promise.all([
    tx<(Pair & { move: RecentMove; countedAt: Date })[]>`
      select move, now, before, counted_at from recent_move where agency_id = ${agencyId}`,
    tx<Mover[]>`
      select a.id as agency_id, a.short_name as name, m.move, m.now, m.before
      from agency a join recent_move m on m.agency_id = a.id
      where a.parent_id = ${agencyId} and greatest(m.now, m.before) >= ${fewest} and m.now <> m.before
      order by abs(m.now - m.before) desc, a.name, m.move limit ${mostMovers}`,
  ])
  const week = Object.fromEntries(rows.map(({ move, now, before }) => [move, { now, before }]))
  return { week: { ...quiet, ...week }, countedAt: rows[0]?.countedAt ?? null, movers }
}
