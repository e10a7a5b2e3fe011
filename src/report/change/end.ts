import { limitFor } from '../../agency/promise.ts'
import { addCalendarDays } from '../../agency/working-days.ts'
import { type Case, type Change, refuse } from '../case.ts'
import { due } from '../deadline.ts'
import type { Inputs } from '../input.ts'
import { archiveReasons, isOpen } from '../report.ts'

/** Closing, disputing, archiving, appealing, joining: how a report ends, and how it comes back. Pure. */

const ended = (c: Case, ending: NonNullable<Case['report']['ending']>) => ({ ending, endedAt: c.now, respondDue: null })

export const confirm = (c: Case): Change => ({ ok: true, set: ended(c, 'confirmed'), data: {} })

/** Silence closes, and is never counted as success. */
export const lapse = (c: Case): Change =>
  c.report.respondDue && c.report.respondDue < c.now
    ? { ok: true, set: ended(c, 'lapsed'), data: {} }
    : refuse('not-allowed')

export const expire = (c: Case): Change =>
  c.report.respondDue && c.report.respondDue < c.now
    ? { ok: true, set: ended(c, 'expired'), data: {} }
    : refuse('not-allowed')

/** The last moment at which a report that has ended can be opened again by its reporter; null while it is open. */
export function lastDay(c: Case, step: 'dispute' | 'appeal'): Date | null {
  const { days } = limitFor(c.rules.promises, step, 'complaint', false)
  return c.report.endedAt && addCalendarDays(c.report.endedAt, days, c.zone)
}

export function isInTime(c: Case, step: 'dispute' | 'appeal'): boolean {
  const last = lastDay(c, step)
  return last !== null && c.now <= last
}

/** Until 30 calendar days after closing, one sentence of the reporter opens the report again. The clock goes on. */
export function dispute(c: Case, { reason }: Inputs['dispute']): Change {
  if (c.report.status === 'closed' && !isInTime(c, 'dispute')) return refuse('too-late')
  const set = { disputes: c.report.disputes + 1, ending: null, endedAt: null, resolvedAt: null, respondDue: null }
  return { ok: true, set, data: { text: reason, count: c.report.disputes + 1 } }
}

export function rate(_: Case, { rating, remark }: Inputs['rate']): Change {
  return { ok: true, set: {}, data: { rating, ...(remark ? { text: remark } : {}) } }
}

export function archive(c: Case, { reason, detail, ...facts }: Inputs['archive']): Change {
  if (facts.earlier === c.report.reference) return refuse('same-report')
  return { ok: true, set: ended(c, reason), data: { reason, ...facts, ...(detail ? { text: detail } : {}) } }
}

/** Once, within 30 calendar days, to the centre; not against one's own withdrawal, a merge or the clock. */
export function appeal(c: Case, { reason }: Inputs['appeal']): Change {
  if (!(archiveReasons as readonly string[]).includes(c.report.ending ?? '')) return refuse('not-allowed')
  if (c.report.appealed) return refuse('appeal-used')
  if (!isInTime(c, 'appeal')) return refuse('too-late')
  const set = { appealed: true, ending: null, endedAt: null, verifyDue: due(c, 'verify', c.now) }
  const change: Change = { ok: true, set, data: { text: reason, was: c.report.ending } }
  return c.report.holderId === c.centreId ? change : { ...change, custody: { lead: c.centreId, ended: 'appealed' } }
}

/** Whose problem others have as well cannot take the case away from them. */
export function withdraw(c: Case, { reason }: Inputs['withdraw']): Change {
  if (c.report.reporters > 1) return refuse('shared')
  return { ok: true, set: ended(c, 'withdrawn'), data: reason ? { text: reason } : {} }
}

/** Secret reports are never joined with others: their reporters would read of each other. Nor are two that accuse different
 *  agencies: those of the one would read the other. */
export function merge(c: Case): Change {
  const { report, target } = c
  if (
    !target ||
    target.id === report.id ||
    !isOpen(target.status) ||
    target.secret ||
    report.secret ||
    !alike(report, target)
  )
    return refuse('not-mergeable')
  return { ok: true, set: { ...ended(c, 'merged'), mergedInto: target.id }, data: { into: target.reference } }
}

const alike = (one: Case['report'], other: Case['report']) =>
  [...(one.accused ?? [])].sort().join() === [...(other.accused ?? [])].sort().join()

/** What takes an oversight complaint in is read by the inspectors as well. */
export function join(c: Case, { from }: Inputs['join'], count: number, inspected = false): Change {
  return {
    ok: true,
    set: { reporters: c.report.reporters + count, ...(inspected ? { wasOversight: true } : {}) },
    data: { from, reporters: c.report.reporters + count },
  }
}
