import type { Tx } from '../../db/database.ts'
import type { Role } from '../../person/may.ts'
import type { Move } from '../lifecycle.ts'
import type { Report } from '../report.ts'

/** The ledger of one report, as its actor may read it, and what pages make of it. */

/** Beside the moves: `retract`, a reporter took back on a service what they had written there; and what the clock says: a promise ends
 *  soon, was missed, or was moved by a holiday. */
export type LedgerMove = Move | 'file' | 'handover' | 'retract' | 'remind' | 'escalate' | 'reschedule'

export type Entry = Readonly<{
  n: number
  move: LedgerMove
  actor: 'reporter' | 'staff' | 'clock' | 'system'
  byName: string | null
  byRole: Role | null
  agencyId: number | null
  agencyName: string | null
  reporterId: number | null
  /** The agency that holds the report since this line; null when it did not change hands. */
  holderId: number | null
  holderName: string | null
  /** Who a return names as the one to ask. */
  suggestedName: string | null
  /** Whose desk a missed promise has risen to. */
  risenName: string | null
  data: Readonly<Record<string, unknown>> & { set?: Partial<Report>; text?: string }
  at: Date
}>

export async function historyOf(tx: Tx, reportId: number): Promise<Entry[]> {
  return tx<Entry[]>`
    select e.n, e.move, e.actor, e.by_name, e.by_role, e.agency_id, a.name as agency_name, e.reporter_id,
      h.id as holder_id, h.name as holder_name, s.name as suggested_name, u.name as risen_name, e.at,
      case when e.actor = 'reporter' and e.data ? 'text' and internal.taken_back(e.report_id, e.n) then e.data - 'text' else e.data end as data
    from event e left join agency a on a.id = e.agency_id
      left join agency h on h.id = (e.data -> 'set' ->> 'holder_id')::bigint
      left join agency s on s.id = (e.data ->> 'suggestedId')::bigint
      left join agency u on e.move in ('remind', 'escalate') and u.id = (e.data ->> 'agencyId')::bigint
    where e.report_id = ${reportId} order by e.n`
}

/** Moves whose text is said between the reporter and the agencies. */
const spoken: readonly Entry['move'][] = [
  'ask',
  'complete',
  'question',
  'reply',
  'answer',
  'visit',
  'resolve',
  'speak',
  'reopen',
  'dispute',
  'appeal',
  'archive',
  'withdraw',
]

export type Message = Entry & { text: string; fromReporter: boolean }

/** The conversation. A reporter reads their own words and the agencies'; other reporters of the case stay unheard. Pure. */
export function conversation(entries: readonly Entry[], reader: { reporterId: number } | 'staff'): Message[] {
  return entries.flatMap((entry) => {
    if (!spoken.includes(entry.move) || typeof entry.data.text !== 'string') return []
    const fromReporter = entry.actor === 'reporter'
    if (fromReporter && reader !== 'staff' && entry.reporterId !== reader.reporterId) return []
    return [{ ...entry, text: entry.data.text, fromReporter }]
  })
}

export type Holding = {
  agencyId: number
  agencyName: string
  since: Date
  until: Date | null
  ended: Entry['move'] | null
}

/** Who held the report, from when to when. Pure. */
export function custody(entries: readonly Entry[]): Holding[] {
  const chain: Holding[] = []
  for (const { holderId, holderName, at, move } of entries) {
    if (holderId === null) continue
    const last = chain.at(-1)
    if (last) Object.assign(last, { until: at, ended: move })
    chain.push({ agencyId: holderId, agencyName: holderName ?? '', since: at, until: null, ended: null })
  }
  return chain
}

/** Why a report is where it was before: its returns, the latest first; none once it was sent on again. Pure. */
export function givenBack(entries: readonly Entry[]): Entry[] {
  if (entries.findLast(({ holderId }) => holderId !== null)?.move !== 'return') return []
  return entries.filter(({ move }) => move === 'return').toReversed()
}

/** By which line of the ledger each assignment began: whoever wrote it wrote the assignment's note. Pure. */
export function beginnings(
  assignments: readonly { lead: boolean }[],
  entries: readonly Entry[],
): (Entry | undefined)[] {
  const handed = entries.filter(({ holderId }) => holderId !== null)
  let leads = 0
  return assignments.map(({ lead }) => handed[lead ? leads++ : leads - 1])
}

/** The present state from the ledger alone. Pure; a test holds it against the row. */
export function replay(entries: readonly Entry[]): Partial<Report> {
  return Object.assign({}, ...entries.map(({ data, n }) => ({ ...data.set, version: n })))
}
