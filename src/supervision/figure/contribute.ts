import { type Fact, isArchived } from './fact.ts'
import type { Dimension, Sums } from './sums.ts'

/** What a report adds to which sums. Pure. */

export type Counts = { -readonly [K in keyof Sums]?: Sums[K] extends number ? number : never }
export type Hours = { answerHours?: number | null; endHours?: number | null }
/** To the sums of one agency, in every dimension of the report. */
export type Contribution = Readonly<{ agencyId: number; counts: Counts; hours: Hours }>

const one = (is: boolean) => (is ? 1 : 0)

/** @param above the agencies above each one and itself, e.g. the centre, Blitar and its unit for roads. */
export function contributionsOf(fact: Fact, above: (agencyId: number) => readonly number[]): Contribution[] {
  const found = new Map<number, Counts>()
  const add = (agencyId: number, counts: Counts) => {
    const before: Record<string, number | undefined> = found.get(agencyId) ?? {}
    for (const [name, n] of Object.entries(counts)) before[name] = (before[name] ?? 0) + (n ?? 0)
    found.set(agencyId, before as Counts)
  }
  for (const id of above(fact.agencyId)) add(id, ofWhole(fact))
  for (const id of new Set(fact.held.flatMap((each) => above(each)))) add(id, { held: 1 })
  for (const by of fact.returnedBy) for (const id of above(by)) add(id, { returns: 1 })
  for (const by of fact.reclassifiedBy) for (const id of above(by)) add(id, { reclassified: 1 })
  const main = new Set(above(fact.agencyId))
  return [...found].map(([agencyId, counts]) => ({
    agencyId,
    counts,
    hours: main.has(agencyId) && !fact.ownMade ? hoursOf(fact) : {},
  }))
}

const hoursOf = ({ answerHours, endHours }: Fact): Hours => ({ answerHours, endHours })

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

/** What shares are made of: nothing that an agency wrote down for itself. */
function sharesOf({ answer, settle, resolved, ending, disputes, rating }: Fact): Counts {
  return {
    answerKept: one(answer === 'kept'),
    answerMissed: one(answer === 'missed'),
    settleKept: one(settle === 'kept'),
    settleMissed: one(settle === 'missed'),
    resolved: one(resolved),
    confirmed: one(ending === 'confirmed'),
    lapsed: one(ending === 'lapsed'),
    disputed: one(resolved && disputes > 0),
    disputedTwice: one(resolved && disputes > 1),
    withdrawn: one(ending === 'withdrawn'),
    merged: one(ending === 'merged'),
    expired: one(ending === 'expired'),
    archived: one(isArchived(ending)),
    rated: one(rating !== null),
    stars: rating ?? 0,
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
