import type { Report } from '../report/report.ts'

/** What words do to a report in this state; none where they would be lost. Pure. */
export function moveFor({ status, ending }: Pick<Report, 'status' | 'ending'>): 'complete' | 'reply' | undefined {
  if (status === 'incomplete' || (status === 'archived' && ending === 'expired')) return 'complete'
  return status === 'closed' || status === 'archived' ? undefined : 'reply'
}
