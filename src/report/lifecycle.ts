import type { Role } from '../person/may.ts'
import type { Report, Status } from './report.ts'

/** Who may move a report, from where to where. One table; anything not written here is refused. Pure. */

/** How an agency stands to a report: it holds it, helps with it, coordinates the holder, or is the centre. */
export type Standing = 'holder' | 'assisting' | 'above' | 'centre'
export type Mover = 'reporter' | 'clock' | `${Role}@${Standing}`
/** Who may read of it: everyone on the report, staff only, or the one agency that did it. */
export type Audience = 'everyone' | 'staff' | 'agency'

type Row = { by: readonly Mover[]; from: readonly Status[]; to: Status | 'same'; audience?: Audience }

const open = ['received', 'incomplete', 'assigned', 'in_progress', 'resolved'] as const
const all = [...open, 'closed', 'archived'] as const
const working = ['assigned', 'in_progress'] as const
const every = [...open, 'closed', 'archived'] as const

export const moves = {
  ask: { by: ['operator@holder'], from: ['received'], to: 'incomplete' },
  complete: { by: ['reporter'], from: ['incomplete', 'archived'], to: 'received' },
  forward: { by: ['operator@holder'], from: ['received', ...working], to: 'assigned' },
  return: { by: ['operator@holder', 'liaison@holder'], from: ['received', 'assigned'], to: 'received' },
  arbitrate: { by: ['arbiter@centre'], from: ['received'], to: 'assigned' },
  question: { by: ['officer@holder', 'liaison@holder'], from: working, to: 'same' },
  reply: { by: ['reporter'], from: ['received', ...working, 'resolved'], to: 'same' },
  draft: { by: ['officer@holder', 'liaison@holder'], from: working, to: 'same', audience: 'agency' },
  sendBack: { by: ['liaison@holder'], from: working, to: 'same', audience: 'agency' },
  answer: { by: ['liaison@holder'], from: working, to: 'in_progress' },
  dispatch: { by: ['liaison@holder'], from: working, to: 'in_progress' },
  visit: { by: ['officer@holder', 'officer@assisting'], from: ['in_progress'], to: 'same' },
  resolve: { by: ['liaison@holder'], from: ['in_progress'], to: 'resolved' },
  confirm: { by: ['reporter'], from: ['resolved'], to: 'closed' },
  dispute: { by: ['reporter'], from: ['resolved', 'closed'], to: 'in_progress' },
  lapse: { by: ['clock'], from: ['resolved'], to: 'closed' },
  rate: { by: ['reporter'], from: ['closed'], to: 'same' },
  archive: { by: ['operator@holder'], from: ['received', 'incomplete'], to: 'archived' },
  appeal: { by: ['reporter'], from: ['archived'], to: 'received' },
  expire: { by: ['clock'], from: ['incomplete'], to: 'archived' },
  withdraw: { by: ['reporter'], from: open, to: 'archived' },
  merge: { by: ['operator@holder'], from: ['received', 'assigned'], to: 'archived' },
  join: { by: ['operator@holder', 'operator@above'], from: open, to: 'same' },
  extend: { by: ['liaison@holder'], from: open, to: 'same' },
  grant: { by: ['operator@above'], from: open, to: 'same' },
  refuse: { by: ['operator@above'], from: open, to: 'same' },
  instruct: { by: ['supervisor@above', 'supervisor@holder'], from: open, to: 'same' },
  heed: { by: ['liaison@holder', 'operator@holder'], from: open, to: 'same', audience: 'staff' },
  speak: { by: ['supervisor@holder', 'supervisor@above'], from: open, to: 'same' },
  reassign: { by: ['clock'], from: open, to: 'same' },
  relieve: { by: ['clock'], from: open, to: 'same', audience: 'staff' },
  audit: { by: ['supervisor@above', 'inspector@above', 'operator@above'], from: every, to: 'same', audience: 'staff' },
  reopen: { by: ['supervisor@above'], from: ['closed'], to: 'in_progress' },
  reclassify: { by: ['operator@holder'], from: open, to: 'same' },
  edit: { by: ['operator@holder'], from: open, to: 'same' },
  accuse: { by: ['operator@above', 'operator@centre', 'arbiter@centre'], from: all, to: 'same' },
} as const satisfies Record<string, Row>

export type Move = keyof typeof moves
export const moveNames = Object.keys(moves) as Move[]
const row = (name: Move): Row => moves[name]

export const audienceOf = (name: Move): Audience => row(name).audience ?? 'everyone'

/** The standings of an agency towards a report. */
export function standings(
  report: Pick<Report, 'holderId' | 'holderPath' | 'assisting'>,
  agency: { agencyId: number; path: string },
): Standing[] {
  const is: Standing[] = []
  if (report.holderId === agency.agencyId) is.push('holder')
  else if (report.holderPath.startsWith(agency.path)) is.push('above')
  if (report.assisting.includes(agency.agencyId)) is.push('assisting')
  if (agency.path.split('/').length === 3) is.push('centre')
  return is
}

/** Everything that one person is towards a report, e.g. `liaison@holder`. */
export function moversOf(report: Report, staff: { agencyId: number; path: string; roles: readonly Role[] }): Mover[] {
  return standings(report, staff).flatMap((standing) => staff.roles.map((role): Mover => `${role}@${standing}`))
}

export type Step = { ok: true; to: Status; as: Mover } | { ok: false; refusal: 'not-yours' | 'not-allowed' }

/** Is this move open to one of `movers` in this status, and where does it lead? */
export function step(status: Status, name: Move, movers: readonly Mover[]): Step {
  const { by, from, to } = row(name)
  const as = by.find((mover) => movers.includes(mover))
  if (!as) return { ok: false, refusal: 'not-yours' }
  if (!from.includes(status)) return { ok: false, refusal: 'not-allowed' }
  return { ok: true, to: to === 'same' ? status : to, as }
}

/** The moves open to `movers` in this status, in the order of the table. */
export function movesOpenTo(status: Status, movers: readonly Mover[]): Move[] {
  return moveNames.filter((name) => step(status, name, movers).ok)
}
