import type { Move } from '../report/lifecycle.ts'
import { isStaff, type Kind, neutral, type ReporterKind } from './kind.ts'

/** Which event concerns whom. One table; a new move without a row does not compile. Pure. */

/** The reporter who acted, the other reporters of the case, all of them, or the agency that holds the report. */
export type To = 'actor' | 'others' | 'all' | 'desk'
type Concern = Readonly<{ to: Exclude<To, 'desk'>; kind: ReporterKind } | { to: 'desk'; kind: 'staff.instruction' }>

const all = (kind: ReporterKind): Concern[] => [{ to: 'all', kind }]
const nobody: readonly Concern[] = []

export const audience: Readonly<Record<Move | 'file', readonly Concern[]>> = {
  file: all('received'),
  ask: all('asked'),
  complete: nobody,
  forward: all('forwarded'),
  return: all('returned'),
  arbitrate: all('arbitrated'),
  question: all('questioned'),
  reply: nobody,
  draft: nobody,
  sendBack: nobody,
  answer: all('answered'),
  dispatch: all('visitPlanned'),
  visit: all('visitDone'),
  resolve: all('resolved'),
  confirm: [
    { to: 'actor', kind: 'confirmed' },
    { to: 'others', kind: 'confirmedByOther' },
  ],
  dispute: [
    { to: 'actor', kind: 'disputed' },
    { to: 'others', kind: 'disputedByOther' },
  ],
  lapse: all('lapsed'),
  rate: nobody,
  archive: all('archived'),
  appeal: nobody,
  expire: all('expired'),
  withdraw: [{ to: 'actor', kind: 'withdrawn' }],
  merge: all('merged'),
  join: nobody,
  extend: nobody,
  grant: all('extended'),
  refuse: nobody,
  instruct: [{ to: 'desk', kind: 'staff.instruction' }],
  heed: nobody,
  reclassify: nobody,
  edit: nobody,
}

export type Happening = Readonly<{ move: string; secret: boolean; acted: boolean }>

/** What one reporter of the case is told of an event. */
export function toldTo({ move, secret, acted }: Happening): Kind[] {
  return concernsOf(move).flatMap(({ to, kind }) => {
    if (to === 'desk' || isStaff(kind) || (to !== 'all' && (to === 'actor') !== acted)) return []
    return [secret ? neutral(kind) : kind]
  })
}

export const concernsDesk = (move: string) => concernsOf(move).some(({ to }) => to === 'desk')

function concernsOf(move: string): readonly Concern[] {
  return Object.hasOwn(audience, move) ? audience[move as Move] : nobody
}
