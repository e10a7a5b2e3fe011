import { type Fact, isArchived, isClosed } from './fact.ts'
import type { Dimension, Name } from './sums.ts'

/** What a report adds to which sums. Pure. */

export type Counts = Partial<Record<Name, number>>
export type Hours = { answerHours?: number | null; endHours?: number | null }
/** To the sums of one agency, in every dimension of the report. */
export type Contribution = Readonly<{ agencyId: number; counts: Counts; hours: Hours }>

const one = (is: boolean) => (is ? 1 : 0)

/** @param above the agencies above each one and itself, e.g. the centre, Blitar and its unit for roads. */
export function contributionsOf(fact: Fact, above: (agencyId: number) => readonly number[]): Contribution[] {
  const found = new Map<number, { agencyId: number; counts: Counts; hours: Hours }>()
  const add = (to: number, counts: Counts, hours: Hours = {}) => {
    for (const agencyId of above(to)) {
      const at = found.get(agencyId) ?? { agencyId, counts: {}, hours: {} }
      found.set(agencyId, at)
      Object.assign(at.hours, hours)
      for (const [name, n] of Object.entries(counts) as [Name, number][]) at.counts[name] = (at.counts[name] ?? 0) + n
    }
  }
  add(fact.agencyId, ofWhole(fact))
  if (fact.ownMade) return [...found.values()]
  add(fact.answerBy, promised('answer', fact.answer), { answerHours: fact.answerHours })
  const silent = { settleSilent: one(fact.settle === 'silent') }
  add(fact.settleBy, { ...promised('settle', fact.settle), ...silent }, { endHours: fact.endHours })
  for (const by of fact.returnedBy) add(by, { returns: 1 })
  for (const by of fact.reclassifiedBy) add(by, { reclassified: 1 })
  const holders = new Set(fact.held.flatMap((each) => above(each)))
  return withHolders([...found.values()], holders)
}

/** Once at each, however many below held it. */
function withHolders(found: Contribution[], holders: ReadonlySet<number>): Contribution[] {
  const known = new Set(found.map(({ agencyId }) => agencyId))
  const others = [...holders].filter((id) => !known.has(id))
  return [
    ...found.map((each) => (holders.has(each.agencyId) ? { ...each, counts: { ...each.counts, held: 1 } } : each)),
    ...others.map((agencyId) => ({ agencyId, counts: { held: 1 }, hours: {} })),
  ]
}

const promised = (what: 'answer' | 'settle', is: Fact['answer']): Counts => ({
  [`${what}Kept`]: one(is === 'kept'),
  [`${what}Missed`]: one(is === 'missed'),
})

function ofWhole(fact: Fact): Counts {
  const { ending, disputes } = fact
  const now = {
    arrived: 1,
    ownMade: one(fact.ownMade),
    open: one(ending === null),
    overdue: one(fact.overdue),
    bounced: one(fact.bounced),
    contested: one(ending === null && disputes > 0),
    ended: one(ending !== null),
  }
  return fact.ownMade ? now : { ...now, ...sharesOf(fact) }
}

/** What shares are made of: nothing that an agency wrote down for itself. Stars count while the report is closed. */
function sharesOf({ resolved, ending, disputes, rating }: Fact): Counts {
  const rated = isClosed(ending) && rating !== null
  return {
    resolved: one(resolved),
    confirmed: one(ending === 'confirmed'),
    lapsed: one(ending === 'lapsed'),
    disputed: one(resolved && disputes > 0),
    disputedTwice: one(resolved && disputes > 1),
    withdrawn: one(ending === 'withdrawn'),
    merged: one(ending === 'merged'),
    expired: one(ending === 'expired'),
    archived: one(isArchived(ending)),
    rated: one(rated),
    stars: rated ? rating : 0,
  }
}

/** Where a report stands in each dimension. */
export function placesOf(fact: Fact): [Dimension, string][] {
  const areas = fact.area.split('.').slice(0, 3)
  return [
    ['all', ''],
    ['class', fact.kind],
    ['category', fact.category],
    ['channel', fact.channel],
    ...(fact.area === '' ? [''] : areas.map((_, i) => areas.slice(0, i + 1).join('.'))).map(
      (code): [Dimension, string] => ['area', code],
    ),
    ...(isArchived(fact.ending) ? [['reason', fact.ending ?? ''] as [Dimension, string]] : []),
  ]
}
