import type { LedgerMove } from '../../report/read/history.ts'
import type { Place } from '../../supervision/clock/step.ts'
import { isStaff, type Kind, neutral, type ReporterKind } from '../kind.ts'

/** Which event concerns whom. One table; a new move without a row does not compile. Pure. */

/** The reporter who acted, the other reporters of the case, or all of them. */
type ToReporter = 'actor' | 'others' | 'all'
/** Who answers for the agency that holds the report or was asked to help with it, and the arbiter when it was returned often
 *  enough; the operators of its coordinator; the officer whose task it is, or all officers when nobody was named; whoever
 *  wrote the draft; the holder's supervisors; who works and supervises where a missed promise has risen to; or the nearest
 *  inspectors above, and those of the centre. */
export type ToStaff = 'desk' | 'above' | 'officer' | 'drafter' | 'head' | 'risen' | 'inspectors'
export type StaffConcern = Readonly<{
  to: ToStaff
  kind: 'staff.instruction' | 'staff.task' | 'staff.sentBack' | 'staff.oversight' | Bundled
  /** Only when the clock speaks to one of these. */
  at?: readonly Place[]
}>
/** Kinds that come at most once in a while to each person, however much happens. */
export const bundled = ['staff.waiting', 'staff.reminder', 'staff.overdue', 'staff.escalated'] as const
export type Bundled = (typeof bundled)[number]
type Concern = Readonly<{ to: ToReporter; kind: ReporterKind }> | StaffConcern

const all = (kind: ReporterKind): Concern => ({ to: 'all', kind })
const waiting: Concern = { to: 'desk', kind: 'staff.waiting' }
/** When it is, or becomes, an oversight complaint. */
const grave: Concern = { to: 'inspectors', kind: 'staff.oversight' }
const task: Concern = { to: 'officer', kind: 'staff.task' }
const house: readonly Place[] = ['desk', 'head']
const above: readonly Place[] = ['coordinator', 'centre']
/** What the clock says goes to whom its step names. */
const clock = (kind: Bundled, risen: Bundled): readonly StaffConcern[] => [
  { to: 'desk', kind, at: house },
  { to: 'head', kind, at: ['head'] },
  { to: 'risen', kind: risen, at: above },
]
const nobody: readonly Concern[] = []

export const audience: Readonly<Record<LedgerMove, readonly Concern[]>> = {
  file: [all('received'), waiting, grave],
  ask: [all('asked')],
  complete: [waiting],
  forward: [all('forwarded'), waiting, grave],
  return: [all('returned'), waiting, grave],
  arbitrate: [all('arbitrated'), waiting, grave],
  question: [all('questioned')],
  reply: [waiting],
  draft: [waiting],
  sendBack: [{ to: 'drafter', kind: 'staff.sentBack' }],
  answer: [all('answered')],
  dispatch: [all('visitPlanned'), task],
  visit: [all('visitDone'), waiting],
  resolve: [all('resolved')],
  confirm: [
    { to: 'actor', kind: 'confirmed' },
    { to: 'others', kind: 'confirmedByOther' },
  ],
  dispute: [{ to: 'actor', kind: 'disputed' }, { to: 'others', kind: 'disputedByOther' }, waiting],
  lapse: [all('lapsed')],
  rate: nobody,
  archive: [all('archived')],
  appeal: [waiting],
  expire: [all('expired')],
  withdraw: [{ to: 'actor', kind: 'withdrawn' }, waiting],
  merge: [all('merged')],
  join: nobody,
  extend: [{ to: 'above', kind: 'staff.waiting' }],
  grant: [all('extended'), waiting],
  refuse: [waiting],
  instruct: [{ to: 'desk', kind: 'staff.instruction' }],
  heed: nobody,
  speak: [all('spoken')],
  reassign: [all('reorganised'), waiting],
  relieve: nobody,
  audit: nobody,
  reopen: [all('reopened'), waiting],
  /** Who gets it by that: the desk of a holder that was found to be accused keeps it no longer. */
  reclassify: [waiting, grave],
  edit: nobody,
  accuse: [waiting, grave],
  handover: [task],
  retract: nobody,
  remind: clock('staff.reminder', 'staff.reminder'),
  escalate: [all('escalated'), ...clock('staff.overdue', 'staff.escalated')],
  reschedule: nobody,
}

export type Happening = Readonly<{ move: string; secret: boolean; acted: boolean }>

/** What one reporter of the case is told of an event. */
export function toldTo({ move, secret, acted }: Happening): Kind[] {
  return concernsOf(move).flatMap(({ to, kind }) => {
    if (isStaff(kind) || (to !== 'all' && (to === 'actor') !== acted)) return []
    return [secret ? neutral(kind) : kind]
  })
}

/** What staff are told of an event; `place` is to whom the clock speaks. */
export const concernsStaff = (move: string, place?: Place | null): StaffConcern[] =>
  concernsOf(move).filter(
    (concern): concern is StaffConcern =>
      isStaff(concern.kind) && !('at' in concern && concern.at && !(place && concern.at.includes(place))),
  )

function concernsOf(move: string): readonly Concern[] {
  return Object.hasOwn(audience, move) ? audience[move as keyof typeof audience] : nobody
}
