import { addCalendarDays } from '../../agency/working-days.ts'
import { type Case, type Change, refuse } from '../case.ts'
import type { Inputs } from '../input.ts'
import { isBound } from './verify.ts'

/** What those above do: answer in person, move the work of an agency to another, have what was closed examined. Pure. */

/** The head of a government answers in person. It is no answer of the agency: no clock stops, nothing counts as answered. */
export const speak = (_: Case, { text }: Inputs['speak']): Change => ({ ok: true, set: {}, data: { text } })

/** A signed plan gives the work of one agency to another. No day that was promised moves, helpers stay, and what an arbiter
 *  decided binds whoever takes it over. */
export function reassign(c: Case, { agencyId, ...plan }: Inputs['reassign']): Change {
  const { holderId, assisting } = c.report
  if (agencyId === holderId) return refuse('agency-same')
  const stay = assisting.filter((helper) => helper !== agencyId)
  return {
    ok: true,
    set: { officerId: null, fieldDue: null },
    data: { agencyId, fromAgencyId: holderId, ...plan, ...(isBound(c) ? { bound: true } : {}) },
    custody: { lead: agencyId, ended: 'reorganised', note: plan.basis, ...(stay.length > 0 ? { assist: stay } : {}) },
  }
}

/** The same for an agency that only helped. Its help was ended by whoever runs the plan; who takes over and holds the report
 *  already needs no place among the helpers. */
export function relieve(_: Case, { agencyId, fromAgencyId, ...plan }: Inputs['relieve']): Change {
  const data = { agencyId, fromAgencyId, ...plan }
  return { ok: true, set: {}, data, custody: { assist: [agencyId], note: plan.basis } }
}

export const audit = (_: Case, { verdict, note }: Inputs['audit']): Change => ({
  ok: true,
  set: {},
  data: { verdict, ...(note ? { remark: note } : {}) },
})

/** The last moment at which a supervisor may open what was closed. */
export const reopenableUntil = ({ report, zone }: Case) => report.endedAt && addCalendarDays(report.endedAt, 365, zone)

/** Opened again from above. The clock goes on as if it had never ended; it is no dispute, for no reporter said so. */
export function reopen(c: Case, { reason }: Inputs['reopen']): Change {
  const until = reopenableUntil(c)
  if (!until || c.now > until) return refuse('too-long-ago')
  const set = { ending: null, endedAt: null, resolvedAt: null, respondDue: null }
  return { ok: true, set, data: { text: reason, was: c.report.ending } }
}
