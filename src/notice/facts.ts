import { limitFor } from '../agency/promise.ts'
import type { Rules } from '../agency/rules.ts'
import { addCalendarDays, workingDaysBetween } from '../agency/working-days.ts'
import { dueNow, settleBy } from '../report/deadline.ts'
import { mask } from '../report/mask.ts'
import { showReference } from '../report/reference.ts'
import { dateIn, type Lang, shortDateIn } from './date.ts'
import { type Facts, isNeutral, type Kind } from './kind.ts'
import type { About } from './load.ts'
import { languages } from './words.ts'

/** What a notice may say, from the event that it tells of and the report as it stands. Pure. */

export type Known = Readonly<{
  about: About
  language: Lang
  rules: Rules
  now: Date
  service: string
  inbox: boolean
  brief?: boolean
}>

const clockOf = ({ rules, about }: Known) => ({ rules, zone: about.zone })

/** Which day a kind of notice speaks of. */
function dayOf(kind: Kind, known: Known): Date | null {
  const { about, rules } = known
  const { report, data } = about
  const after = (step: 'dispute' | 'appeal') =>
    addCalendarDays(about.at, limitFor(rules.promises, step, 'complaint', false).days, about.zone)
  switch (kind) {
    case 'received':
      return report.verifyDue
    case 'asked':
    case 'reminderComplete':
    case 'resolved':
    case 'reminderConfirm':
      return instant(data.set?.respondDue) ?? report.respondDue
    case 'questioned':
    case 'visitPlanned':
    case 'extended':
    case 'staff.instruction':
    case 'staff.task':
      return instant(data.due)
    case 'visitDone':
      return instant(data.visitedAt)
    case 'escalated':
      return instant(data.due) ?? dueNow(clockOf(known), report)
    case 'confirmed':
    case 'confirmedByOther':
    case 'lapsed':
      return after('dispute')
    case 'archived':
      return after('appeal')
    default:
      return settleBy(clockOf(known), report)
  }
}

/** A neutral notice that waits for an answer speaks of the day of the event behind it. */
const neutralDay = ({ about: { data, report } }: Known) =>
  instant(data.due) ?? instant(data.set?.respondDue) ?? report.respondDue

export function factsOf(kind: Kind, known: Known): Facts {
  const { about, language, rules, now } = known
  const say = known.brief ? shortDateIn : dateIn
  const day = (at: Date | null) => (at ? { date: say(at, language, about.zone) } : {})
  if (kind === 'neutral.act') return day(neutralDay(known))
  if (isNeutral(kind)) return {}
  const at = dayOf(kind, known)
  const left = at && languages[language].left(workingDaysBetween(now, at, rules.calendar, about.zone))
  return { ...plain(kind, known), ...day(at), ...(left ? { left } : {}), ...more(kind, known) }
}

/** Named texts; the absent ones stay absent. */
function plain(kind: Kind, { about, language, service, inbox }: Known): Facts {
  const { report, data } = about
  const reasons = languages[language].reasons
  const [reason, steps] = reasons.archived[data.reason ?? ''] ?? []
  const said = { returned: reasons.returned[data.reason ?? ''], extended: reasons.extended[about.extension ?? ''] }
  return present({
    service,
    inbox: inbox ? 'yes' : null,
    // A mailbox may be read by somebody else: of a secret report an inspector is told no number.
    ref: report.secret && kind === 'staff.oversight' ? null : showReference(report.reference),
    ref2: about.mergedInto && showReference(about.mergedInto),
    agency: kind === 'returned' ? about.from : (about.moved ?? (ofHolder.includes(kind) ? about.holder : about.actor)),
    above: kind === 'returned' ? about.moved : kind === 'extended' ? about.actor : (about.risen ?? about.above),
    by: about.by ?? about.actor,
    text: quoting.includes(kind) && data.text ? quotable(data.text) : null,
    question: kind === 'expired' ? about.question : asking.includes(kind) ? data.text : null,
    reason: kind === 'returned' ? said.returned : kind === 'extended' ? said.extended : reason,
    steps,
    count: String(data.returns ?? report.returns),
  })
}

/** Kinds that quote an agency's words. Nothing quotes a reporter's. */
const quoting: readonly Kind[] = ['answered', 'spoken', 'reopened', 'resolved', 'archived']
const asking: readonly Kind[] = ['asked', 'questioned', 'reminderComplete']

/** Kinds that speak of who holds the report, not of who acted. */
const ofHolder: readonly Kind[] = [
  'extended',
  'escalated',
  'confirmed',
  'confirmedByOther',
  'disputed',
  'disputedByOther',
  'lapsed',
  'staff.instruction',
]

function more(kind: Kind, known: Known): Facts {
  const { about, language, brief } = known
  const { report } = about
  const say = (at: Date | null) => at && (brief ? shortDateIn : dateIn)(at, language, about.zone)
  if (kind === 'forwarded') return present({ answerDate: report.answeredAt ? null : say(report.answerDue) })
  if (kind === 'visitDone') return present({ date2: say(settleBy(clockOf(known), report)) })
  if (kind === 'extended') return present({ date2: say(instant(about.data.was) ?? report.firstSettleDue) })
  return {}
}

/** An agency's words may hold somebody's number; a mailbox may belong to somebody else. */
const quotable = (text: string) =>
  mask(text)
    .map((piece) => ('text' in piece ? piece.text : '•••'))
    .join('')

const instant = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null)

const present = (all: Record<string, string | null | undefined>): Facts =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value))
