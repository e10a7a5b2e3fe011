import type { Ending, Status } from '../report/report.ts'

/** A report of somebody who writes from a number. Pure. */

export type Own = Readonly<{
  reporterId: number
  /** Of the report that they sent. */
  reference: string
  status: Status
  ending: Ending | null
  secret: boolean
  asked: boolean
  holder: string
  dueAt: Date | null
  language: 'id' | 'en'
  code: string | null
}>

export const isOpen = ({ status }: Own) => status !== 'closed' && status !== 'archived'
