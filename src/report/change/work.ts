import { addCalendarDays } from '../../agency/working-days.ts'
import { type Case, type Change, refuse } from '../case.ts'
import { due, endOfDay, legalCap } from '../deadline.ts'
import type { Inputs } from '../input.ts'
import { placed } from './verify.ts'

/** Asking, drafting, answering, visiting, asking for time, being instructed: the work of the holder. Pure. */

/** The holder's clock pauses until the reply or the limit; the citizen's never does. One question at a time. */
export function question(c: Case, { text }: Inputs['question']): Change {
  if (c.question) return refuse('already-open')
  return { ok: true, set: {}, data: { text, due: due(c, 'question', c.now) } }
}

export function reply(c: Case, { text, where }: Inputs['reply']): Change {
  return { ok: true, set: placed(c, where), data: { text, answers: c.question?.id } }
}

export const draft = (_: Case, { text }: Inputs['draft']): Change => ({ ok: true, set: {}, data: { text } })

export function sendBack(c: Case, { remark }: Inputs['sendBack']): Change {
  return c.draft ? { ok: true, set: {}, data: { remark } } : refuse('nothing-open')
}

export function answer(c: Case, { text }: Inputs['answer']): Change {
  return { ok: true, set: { answeredAt: c.report.answeredAt ?? c.now }, data: { text } }
}

/** Nobody means a task or an instruction for later than this; a year was mistyped. */
const nextYear = (c: Case) => addCalendarDays(c.now, 366, c.zone)

export function dispatch(c: Case, { officerId, agencyId, due: day }: Inputs['dispatch']): Change {
  const until = endOfDay(day, c.zone)
  if (until < c.now) return refuse('due-past')
  if (until > nextYear(c)) return refuse('due-year')
  const helper = agencyId && agencyId !== c.report.holderId ? agencyId : undefined
  return {
    ok: true,
    set: { officerId: officerId ?? null, fieldDue: until },
    data: { due: until, agencyId: helper },
    ...(helper ? { custody: { assist: [helper] } } : {}),
  }
}

/** Clocks on the wall say no seconds. */
const minuteOf = (at: Date) => at.getTime() - (at.getTime() % 60_000)

export function visit(c: Case, { visitedAt, outcome, findings, place }: Inputs['visit']): Change {
  if (visitedAt > c.now || visitedAt.getTime() < minuteOf(c.report.filedAt)) return refuse('due-visit')
  return { ok: true, set: { visits: c.report.visits + 1 }, data: { visitedAt, outcome, text: findings, place } }
}

/** Work in the field is settled only with evidence from the field. */
export function resolve(c: Case, { text }: Inputs['resolve']): Change {
  if (c.report.fieldDue && c.visitsWithEvidence === 0) return refuse('evidence')
  const set = { resolvedAt: c.now, answeredAt: c.report.answeredAt ?? c.now, respondDue: due(c, 'respond', c.now) }
  return { ok: true, set, data: { text } }
}

/** A promise can be lengthened once it was given, and by somebody above. */
export const isExtensible = ({ report, parentId }: Case) => report.settleDue !== null && parentId !== null

export function extend(c: Case, { reason, sentence, newDue }: Inputs['extend']): Change {
  if (c.extension) return refuse('already-open')
  if (!isExtensible(c)) return refuse('not-allowed')
  const until = endOfDay(newDue, c.zone)
  if (until <= c.now || (c.report.settleDue && until <= c.report.settleDue)) return refuse('due-past')
  if (until > legalCap(c, c.report)) return refuse('due-far')
  return { ok: true, set: {}, data: { reason, sentence, due: until, agencyId: c.report.holderId } }
}

/** The first due date stays in the statistics: only the running one moves, and never back: a new class may have given more
 *  time since it was asked for. */
export function grant(c: Case): Change {
  if (!c.extension) return refuse('nothing-open')
  const { settleDue: was } = c.report
  const until = was && was > c.extension.newDue ? was : c.extension.newDue
  return { ok: true, set: { settleDue: until }, data: { due: until, was } }
}

export function refuseExtension(c: Case, { remark }: Inputs['refuse']): Change {
  return c.extension ? { ok: true, set: {}, data: { remark, due: c.report.settleDue } } : refuse('nothing-open')
}

/** What the supervisor wrote stands in the instruction, for staff; everyone else sees only that there is one. */
export function instruct(c: Case, { due: day }: Inputs['instruct']): Change {
  const until = endOfDay(day, c.zone)
  if (until < c.now) return refuse('due-past')
  return until > nextYear(c) ? refuse('due-year') : { ok: true, set: {}, data: { due: until } }
}

export function heed(c: Case, { text }: Inputs['heed']): Change {
  return c.instruction ? { ok: true, set: {}, data: { text, answers: c.instruction.id } } : refuse('nothing-open')
}
