import type { moved as id } from '../../id/admin/moved.ts'

/** What a holiday that was announced or taken back late has moved. */
export const moved: typeof id = {
  title: 'Due dates that moved',
  hint: 'A holiday that is added or removed moves due dates that still run by one working day. Dates that a person chose, the limit of the law and settled reports do not move.',
  day: 'Day',
  change: 'Change',
  added: 'Added',
  removed: 'Removed',
  count: 'Moved',
  reports: (n: number) => (n === 1 ? '1 report' : `${n} reports`),
  none: 'None',
  running: 'Being counted. Load this page again in a moment.',
  dates: (day: string) => `What moved because of ${day}`,
  report: 'Report',
  promise: 'Promise',
  from: 'Before',
  to: 'Now',
  unread: 'You may read none of these reports.',
  readable: (most: number) => `Only reports that you may read, at most ${most}.`,
}
