import { limitFor, type Promises, type Step } from '../../agency/promise.ts'
import { rulesFor } from '../../agency/rulebook.ts'
import { type Calendar, dueAfter, type Zone } from '../../agency/working-days.ts'
import type { Tx } from '../../db/database.ts'
import type { Class } from '../../report/report.ts'
import { closedBefore, type HolidayChange, moved } from './holiday.ts'

/** Moves the open promises that a change of the calendar concerns, one page in one transaction. */

type Open = {
  id: number
  status: 'received' | 'incomplete' | 'assigned' | 'in_progress' | 'resolved'
  class: Class | null
  oversight: boolean
  filedAt: Date
  verifiedAt: Date | null
  answeredAt: Date | null
  verifyDue: Date
  answerDue: Date | null
  settleDue: Date | null
  firstSettleDue: Date | null
  respondDue: Date | null
  checkedFrom: Date | null
  respondsFrom: Date | null
  grantedUntil: Date | null
  areaCode: string | null
  zone: Zone
}
export type Moving = HolidayChange & { id: number }
type Line = { clock: 'verify' | 'answer' | 'settle' | 'first_settle' | 'respond'; step: Step; from: Date; due: Date }

/** Rules are remembered this long: what was promised just after a change may have been counted with the days before it. */
const remembered = 60_000

/** Changes that everybody knows of by now, in order; the first is worked off before the next. */
export const openChanges = (tx: Tx, now: Date) => tx<Moving[]>`
  select id, day::text, area_code, added, at from holiday_change
  where id >= (select min(id) from holiday_change where done_at is null and at <= ${new Date(now.getTime() - remembered)}) order by id`

export async function reschedule(tx: Tx, promises: Promises, changes: readonly Moving[], now: Date, page: number) {
  const [change] = changes
  if (!change) return
  const open = await tx<Open[]>`select * from holiday_page(${change.id}, ${page})`
  const closed = await tx<{ day: string; areaCode: string | null }[]>`select day::text, area_code from holiday`
  const before = { promises, closed: closedBefore(closed, changes) }
  const same = ({ day, areaCode }: (typeof closed)[number]) => day === change.day && areaCode === change.areaCode
  const without = { promises, closed: before.closed.filter((one) => !same(one)) }
  const lines = open.flatMap((one) => {
    const others = rulesFor(without, one.areaCode).calendar
    const old = rulesFor(before, one.areaCode).calendar
    return running(one).flatMap((line) => {
      if (!isCounted(one, line, promises, change, old)) return []
      const due = moved(line, change, { others, zone: one.zone })
      return due ? [{ report: one.id, clock: line.clock, was: line.due, due }] : []
    })
  })
  const shown = [...Map.groupBy(lines, ({ report }) => report).values()].map(([first]) => first)
  const last = open.length < page ? null : (open.at(-1)?.id ?? null)
  await tx`select holiday_moves(${change.id}, ${tx.json(lines as never)}, ${tx.json(shown as never)}, ${last}, ${now})`
}

/** What is promised still. What was settled, and what a person chose, stays. */
function running(one: Open): Line[] {
  const { status, verifiedAt, answeredAt, settleDue, grantedUntil } = one
  const lines: (Omit<Line, 'from' | 'due'> & { from: Date | null; due: Date | null })[] = []
  if (status === 'incomplete' || status === 'resolved')
    lines.push({ clock: 'respond', step: 'respond', from: one.respondsFrom, due: one.respondDue })
  if (status === 'received')
    lines.push({ clock: 'verify', step: 'verify', from: one.checkedFrom ?? one.filedAt, due: one.verifyDue })
  if (status !== 'resolved') {
    if (!answeredAt) lines.push({ clock: 'answer', step: 'answer', from: verifiedAt, due: one.answerDue })
    if (settleDue?.getTime() !== grantedUntil?.getTime())
      lines.push({ clock: 'settle', step: 'settle', from: verifiedAt, due: settleDue })
    lines.push({ clock: 'first_settle', step: 'settle', from: verifiedAt, due: one.firstSettleDue })
  }
  return lines.filter((line): line is Line => line.from !== null && line.due !== null)
}

/** In working days, and with the days as they were before the change. */
function isCounted(one: Open, { step, from, due }: Line, promises: Promises, change: Moving, old: Calendar): boolean {
  const asked =
    step === 'settle' ? ([one.class ?? 'complaint', one.oversight] as const) : (['complaint', false] as const)
  const limit = limitFor(promises, step, ...asked)
  if (limit.unit !== 'working') return false
  return from <= change.at || dueAfter(from, limit, old, one.zone).getTime() === due.getTime()
}
