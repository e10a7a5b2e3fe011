import type { Move } from '../../report/lifecycle.ts'
import type { StaffPage } from '../../report/read/staff-page.ts'

/** Which step stands open on the report page, before all others. Pure. */

type Seen = Pick<StaffPage, 'moves' | 'draft'> & {
  case: { report: Pick<StaffPage['case']['report'], 'status' | 'answeredAt' | 'fieldDue'>; visitsWithEvidence: number }
}

/** What waits for this person first; then what leads the report on. Undefined when nothing is theirs to do. */
export function nextMove({ moves, draft, case: { report, visitsWithEvidence } }: Seen): Move | undefined {
  const inField = report.fieldDue !== null && visitsWithEvidence === 0
  const wanted: readonly (Move | false)[] = [
    'heed',
    'grant',
    'arbitrate',
    draft?.state === 'waiting' && 'answer',
    'forward',
    report.answeredAt === null && 'answer',
    !inField && 'resolve',
    'answer',
    'draft',
  ]
  return wanted.find((name): name is Move => name !== false && moves.includes(name))
}
