import type * as id from '../../id/supervision/list.ts'

export const supervisionList: typeof id.supervisionList = {
  titles: {
    open: 'Open',
    late: 'Past their promise',
    returned: 'Returned before, still open',
    disputed: 'Disputed, still open',
    disputedTwice: 'Disputed twice or more',
    lapsed: 'Ended without confirmation this month',
    instructed: 'Waiting for an answer to an instruction',
    extensions: 'Asking for more time',
    authority: 'Disputed authority',
  },
  arrived: 'Reports that arrived',
  elsewhere: (n) =>
    `${n} other reports on this page are counted too, but are with an agency above now and not visible from here.`,
  absent: 'Agencies that never signed in',
  absentRow: (accounts) =>
    accounts === 0 ? 'no account yet' : accounts === 1 ? '1 account, never used' : `${accounts} accounts, never used`,
  absentHeld: (n) => (n === 1 ? 'holds 1 open report' : `holds ${n} open reports`),
  agency: 'Agency',
  accounts: 'Accounts',
  held: 'Open reports',
  back: 'Back to supervision',
  none: 'There is nothing to look at here.',
  age: (age) => `age ${age} working days`,
}
