import type * as id from '../id/inspectorate.ts'

export const inspectorate: typeof id.inspectorate = {
  title: 'Inspectorate',
  says: (agency) =>
    `Every oversight complaint at ${agency} and below it, whatever a unit does with it. Every opening is logged.`,
  shelves: {
    open: 'Open',
    overdue: 'Overdue',
    away: 'No longer oversight',
    archived: 'Archived',
    ended: 'Ended',
    all: 'All',
  },
  empty: {
    open: 'No open oversight complaint.',
    overdue: 'Nothing is overdue.',
    away: 'No complaint was made something else.',
    archived: 'None was archived.',
    ended: 'None has ended yet.',
    all: 'No oversight complaint in your area yet.',
  },
  more: (n) => `more than ${n}`,
  about: (agency) => `Only about ${agency}.`,
  everybody: 'Show all',
  away: (kind) => `Made ${kind}`,
  untouched: 'Never returned, reclassified or archived.',
}
