import type { Zone } from '../../agency/working-days.ts'
import type { Ending, Status as ReportStatus } from '../../report/report.ts'
import type { Messages } from '../messages.ts'
import { type Due, date, moment, shortDate, shortMoment, shortTimeLeft, urgency } from './format.ts'
import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'

/** The small words of a report: its status, its number, a day. */

export type Tone = 'ok' | 'wait' | 'late' | 'run' | 'end'
export type StatusWord = keyof Messages['status']

const looks: Readonly<Record<StatusWord, readonly [IconName, Tone]>> = {
  received: ['inbox', 'wait'],
  incomplete: ['ask', 'wait'],
  assigned: ['fwd', 'run'],
  in_progress: ['work', 'run'],
  resolved: ['await', 'run'],
  confirmed: ['check', 'ok'],
  lapsed: ['silent', 'end'],
  archived: ['archive', 'end'],
}

/** `closed` is told apart by how it ended. */
export const statusWord = (status: ReportStatus, ending: Ending | null = null): StatusWord =>
  status === 'closed' ? (ending === 'confirmed' ? 'confirmed' : 'lapsed') : status

export const statusIcon = (word: StatusWord): IconName => looks[word][0]

type StatusProps = { t: Messages; status: ReportStatus; ending?: Ending | null | undefined }

export const Status = ({ t, status, ending = null }: StatusProps) => {
  const word = statusWord(status, ending)
  const [icon, tone] = looks[word]
  return <Sign icon={icon} tone={tone} says={t.status[word]} />
}

/** Icon and word, always both: "Anonim", "Lewat janji 2 hari kerja". */
export const Sign = ({ icon, tone, says }: { icon: IconName; tone: Tone; says: string }) => (
  <span class={`st ${tone}`}>
    <Icon name={icon} />
    {says}
  </span>
)

const pressing = { late: ['late', 'late'], soon: ['clock', 'wait'], fine: ['clock', 'run'] } as const

/** A day by which something is due, and how it stands: "Tugas lapangan sampai Kam, 5 Nov · lewat 2 hari". */
export const DueSign = ({ t, due, says }: { t: Messages; due: Due; says?: string }) => {
  const [icon, tone] = pressing[urgency(due)]
  return <Sign icon={icon} tone={tone} says={[says, shortTimeLeft(due, t)].filter(Boolean).join(' · ')} />
}

export const Ref = ({ reference }: { reference: string }) => <span class="ref">{reference}</span>

const styles = { date, moment, shortDate, shortMoment }
type TimeProps = { at: Date; t: Messages; zone: Zone; as?: keyof typeof styles | undefined }

export const Time = ({ at, t, zone, as = 'date' }: TimeProps) => (
  <time datetime={at.toISOString()}>{styles[as](at, t, zone)}</time>
)
