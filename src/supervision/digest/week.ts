import type { Tx } from '../../db/database.ts'

/** What a head of an agency is told once a week: what happened below, and what waits. Counted as that person sees it. */

export type Week = Readonly<{
  arrived: number
  answered: number
  ended: number
  disputed: number
  open: number
  overdue: number
  /** Instructions that nobody has answered. */
  unheeded: number
  /** The oldest promise that was missed. */
  oldest: Date | null
}>

const days = 7 * 24 * 3_600_000

/** The week before `now`, of all that the actor sees at their agency and below. */
export async function weekOf(tx: Tx, path: string, now: Date): Promise<Week> {
  const since = new Date(now.getTime() - days)
  const below = tx`r.holder_path >= ${path} and r.holder_path < ${`${path}~`}`
  const [lately, standing, instructed] = await Promise.all([
    tx<Pick<Week, 'arrived' | 'answered' | 'ended' | 'disputed'>[]>`
      select count(*) filter (where r.filed_at >= ${since})::int as arrived,
        count(*) filter (where r.answered_at >= ${since})::int as answered,
        count(*) filter (where r.ended_at >= ${since})::int as ended,
        count(*) filter (where r.disputes > 0 and exists (
          select from event e where e.report_id = r.id and e.move = 'dispute' and e.at >= ${since}))::int as disputed
      from report r where ${below} and (r.filed_at >= ${since} or r.answered_at >= ${since} or r.ended_at >= ${since} or r.disputes > 0)`,
    tx<Pick<Week, 'open' | 'overdue' | 'oldest'>[]>`
      select count(*)::int as open, count(*) filter (where r.due_at < ${now})::int as overdue,
        min(r.due_at) filter (where r.due_at < ${now}) as oldest
      from report r where ${below} and r.status not in ('closed', 'archived')`,
    tx<Pick<Week, 'unheeded'>[]>`
      select count(*)::int as unheeded from instruction i join report r on r.id = i.report_id where ${below} and i.answered_at is null`,
  ])
  const none = { arrived: 0, answered: 0, ended: 0, disputed: 0, open: 0, overdue: 0, oldest: null, unheeded: 0 }
  return { ...none, ...lately[0], ...standing[0], ...instructed[0] }
}

/** Nothing came, nothing waits: no letter. */
export const isQuiet = ({ arrived, answered, ended, open }: Week) => arrived + answered + ended + open === 0

/** A name for the week that is the same however often it is asked for: the day of its Monday, in UTC. */
export function mondayOf(now: Date): string {
  const monday = new Date(now.getTime() - ((now.getUTCDay() + 6) % 7) * 24 * 3_600_000)
  return monday.toISOString().slice(0, 10)
}
