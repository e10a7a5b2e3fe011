import type { Zone } from '../../agency/working-days.ts'
import type { Verdict } from '../../report/input.ts'
import type { Entry } from '../../report/read/history.ts'
import { showReference } from '../../report/reference.ts'
import type { ArchiveReason, Channel, Class, ExtensionReason, ReturnReason } from '../../report/report.ts'
import type { Facts } from '../messages/id/moves.ts'
import type { Messages } from '../messages.ts'
import { shortDate } from '../ui/format.ts'

/** A line of the ledger as a sentence. Pure. */

type Reader = Readonly<{ t: Messages; zone: Zone; channel: Channel }>
type Data = Readonly<Record<string, unknown>>

const word = (value: unknown) => (typeof value === 'string' ? value : '')
const amount = (value: unknown) => (typeof value === 'number' ? value : 0)

function dateOf({ data }: Entry, { t, zone }: Reader): string {
  return dayOf(data.due ?? data.set?.respondDue, { t, zone })
}

function dayOf(due: unknown, { t, zone }: Pick<Reader, 't' | 'zone'>): string {
  const at = due === undefined || due === null ? undefined : new Date(due as string)
  return at && !Number.isNaN(at.getTime()) ? shortDate(at, t, zone) : ''
}

function reasonOf({ move, data }: Entry, t: Messages): string {
  const { reason } = data
  if (move === 'archive') return t.archive[reason as ArchiveReason]?.[0] ?? ''
  if (move === 'return') return t.returning[reason as ReturnReason] ?? ''
  if (move === 'extend') return t.extension[reason as ExtensionReason] ?? ''
  if (move === 'audit') return t.verdicts[data.verdict as Verdict] ?? ''
  return word(data.text)
}

const className = (t: Messages, is: Data | undefined): string => {
  const kind = is?.class as Class | null | undefined
  return is?.oversight === true ? t.kind.oversight.name : kind ? t.kind[kind].name : '–'
}

/** In whose name words were written: an agency, the head of one, its supervisor. Never a person. */
export function officeOf(t: Messages, { move, agencyName }: Pick<Entry, 'move' | 'agencyName'>): string {
  const name = agencyName ?? ''
  return move === 'speak' ? t.office.head(name) : move === 'reopen' ? t.office.supervisor(name) : name
}

/** For sentences that need no facts. */
export const noFacts: Facts = {
  agency: '',
  parent: '',
  suggested: '',
  officer: '',
  channel: '',
  date: '',
  reason: '',
  note: '',
  reference: '',
  from: '',
  to: '',
  n: 0,
}

export function factsOf(entry: Entry, reader: Reader): Facts {
  const { t, channel } = reader
  const { move, data } = entry
  const other = word(data.into) || word(data.earlier)
  const received = move === 'forward' || move === 'arbitrate' || move === 'reassign'
  return {
    agency: (received ? entry.holderName : entry.agencyName) ?? '',
    parent: entry.risenName ?? entry.agencyName ?? '',
    suggested: entry.suggestedName ?? '',
    officer: entry.byName ?? word(data.signer),
    channel: t.channel[channel],
    date: dateOf(entry, reader),
    reason: reasonOf(entry, t),
    note:
      word(data.remark) ||
      word(data.path) ||
      word(data.holiday) ||
      word(data.basis) ||
      (move === 'heed' ? word(data.text) : ''),
    reference: other && showReference(other),
    from: move === 'reschedule' ? dayOf(data.was, reader) : className(t, data.was as Data | undefined),
    to: className(t, data.set as Data | undefined),
    n: amount(data.count ?? data.rating ?? data.reporters),
  }
}
