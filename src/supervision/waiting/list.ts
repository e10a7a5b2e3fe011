import type { Agency } from '../../agency/agency.ts'
import type { Tx } from '../../db/database.ts'
import { onePlan, pageSize, type Row, rowsOf, type Sorted } from '../../report/read/desk.ts'
import { type Order, orderOf, type Where } from '../../report/read/view.ts'
import { returnsBeforeArbitration } from '../../report/report.ts'
import { type Age, type State, states } from './age.ts'
import type { Kind, Moment } from './counts.ts'

/** The reports behind each number of what waits, for whoever reads them behind the walls. */

export const whats = [
  'open',
  'late',
  'returned',
  'disputed',
  'disputedTwice',
  'lapsed',
  'instructed',
  'extensions',
  'authority',
] as const
export type What = (typeof whats)[number]

export type Wanted = Readonly<{
  what: What
  agency: Pick<Agency, 'id' | 'path'>
  kind?: Kind | undefined
  /** Of what is open: only of this age, only so far with their promise. */
  age?: Age | undefined
  unverified?: boolean | undefined
  state?: State | undefined
  /** Ended by silence since then. */
  since: Date
  at: Moment
  after?: string | undefined
}>

/** The branch in the words of the indexes that keep it in order; that of the centre in two parts, its own desk apart. */
function parts(tx: Tx, { id, path }: Wanted['agency']): Where[] {
  const level = path.split('/').length - 2
  if (level === 1) return [tx`r.province_id is not null` as Where, tx`r.holder_id = ${id}` as Where]
  if (level === 2) return [tx`r.province_id = ${id}` as Where]
  if (level === 3) return [tx`r.city_id = ${id}` as Where]
  return [tx`r.holder_path >= ${path} and r.holder_path < ${`${path}~`}` as Where]
}

function among(tx: Tx, { what, since, at, age, unverified, state }: Wanted): Where {
  const open = tx`r.status not in ('closed', 'archived')` as Where
  const clauses: Record<What, Where> = {
    open: tx`${open} ${aged(tx, at, age, unverified)} ${standing(tx, at, state)}` as Where,
    late: tx`${open} ${standing(tx, at, 'late')}` as Where,
    returned: tx`${open} and r.returns > 0` as Where,
    disputed: tx`${open} and r.disputes > 0` as Where,
    disputedTwice: tx`${open} and r.disputes > 0 and r.disputes > 1` as Where,
    lapsed: tx`r.ending = 'lapsed' and r.status = 'closed' and r.ended_at >= ${since}` as Where,
    instructed: tx`${open} and r.id = any(array(select report_id from instruction where answered_at is null))` as Where,
    extensions: tx`${open} and r.id = any(array(select report_id from extension where decided_at is null))` as Where,
    authority: tx`r.status = 'received' and r.returns >= ${returnsBeforeArbitration}` as Where,
  }
  return clauses[what]
}

function aged(tx: Tx, { bounds }: Moment, age: Age | undefined, unverified = false): Where {
  if (unverified) return tx`and r.verified_at is null` as Where
  if (age === undefined) return tx`` as Where
  const [until, since] = [bounds[age - 1], bounds[age]]
  return tx`and r.verified_at is not null ${until ? tx`and r.verified_at <= ${until}` : tx``} ${since ? tx`and r.verified_at > ${since}` : tx``}` as Where
}

function standing(tx: Tx, { now, soon }: Moment, state: State | undefined): Where {
  if (state === undefined) return tx`` as Where
  const waits = tx`r.status not in ('incomplete', 'resolved')` as Where
  const clauses: Record<State, Where> = {
    reporter: tx`and r.status in ('incomplete', 'resolved')` as Where,
    late: tx`and ${waits} and r.due_at < ${now}` as Where,
    soon: tx`and ${waits} and r.due_at >= ${now} and r.due_at <= ${soon}` as Where,
    fine: tx`and ${waits} and (r.due_at > ${soon} or r.due_at is null)` as Where,
  }
  return clauses[state]
}

export const isState = (text: string | undefined): text is State => states.some((one) => one === text)

function ordered(tx: Tx, { what, after }: Wanted): Order {
  if (what === 'lapsed') return orderOf(tx, { view: 'ended', after })
  return orderOf(tx, { view: what === 'instructed' ? 'instructions' : 'below', after })
}

const ofKind = (tx: Tx, kind: Kind | undefined): Where =>
  (kind === undefined
    ? tx``
    : kind === 'oversight'
      ? tx`and r.oversight`
      : tx`and r.class = ${kind} and not r.oversight`) as Where

/** One page: what is due first, comes first; of what ended, the latest. Reads one row more of each part than it shows. */
export async function listOf(tx: Tx, wanted: Wanted): Promise<{ rows: Row[]; after: string | null }> {
  const order = ordered(tx, wanted)
  const steady = onePlan(tx)
  steady.catch(() => {})
  const found = await Promise.all(
    parts(tx, wanted.agency).map((part) => {
      const where = tx`${part} and ${among(tx, wanted)} ${ofKind(tx, wanted.kind)} ${order.after}` as Where
      return rowsOf(tx, tx`report r` as Where, where, order, pageSize + 1)
    }),
  )
  await steady
  return paged(found.flat(), wanted.what === 'lapsed' ? -1 : 1)
}

function paged(found: Sorted[], way: 1 | -1): { rows: Row[]; after: string | null } {
  const at = ({ sortAt }: Sorted) => sortAt?.getTime() ?? 0
  const rows = found.sort((a, b) => way * (at(a) - at(b) || a.id - b.id)).slice(0, pageSize + 1)
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return { rows: rows.slice(0, pageSize), after: last ? `${at(last)}.${last.id}` : null }
}
