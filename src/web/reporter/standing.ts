import { workingDaysBetween } from '../../agency/working-days.ts'
import { lastDay } from '../../report/change/end.ts'
import { dueNow, settleBy } from '../../report/deadline.ts'
import type { ReporterPage } from '../../report/read/reporter-page.ts'
import type { Messages } from '../messages.ts'
import { date, timeLeft } from '../ui/format.ts'
import { statusWord } from '../ui/status.tsx'

/** Where a report stands, in one sentence to this reporter. Pure. */

type Key = keyof Messages['statusSays']

export function standing(page: ReporterPage, t: Messages): string {
  const { case: c, around } = page
  const { report, zone, now, rules } = c
  const key = keyOf(page)
  const due = dueNow(c, report) ?? report.capDue
  const days = workingDaysBetween(now, due, rules.calendar, zone)
  const ends: Partial<Record<Key, Date | null>> = {
    returned: settleBy(c, report),
    confirmedByOther: lastDay(c, 'dispute'),
  }
  return t.statusSays[key]({
    agency: around.holderName,
    left: timeLeft({ due, now, zone, days }, t),
    date: date(ends[key] ?? due, t, zone),
  })
}

function keyOf({ case: { report }, history, reporterId }: ReporterPage): Key {
  const word = statusWord(report.status, report.ending)
  if (word === 'received' && report.settleDue) return 'returned'
  if (word === 'archived' && (report.ending === 'withdrawn' || report.ending === 'expired')) return report.ending
  const confirmed = history.findLast(({ move }) => move === 'confirm')
  return word === 'confirmed' && confirmed?.reporterId !== reporterId ? 'confirmedByOther' : word
}
