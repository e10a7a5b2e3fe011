import type * as id from '../../id/moves/ending.ts'
import type { Said } from '../../id/moves.ts'

export const ending: Record<keyof typeof id.ending, Said> = {
  resolve: {
    button: 'Mark as done',
    confirm: () => 'Ask the reporter to confirm? They can say "Not done".',
    reporter: ({ agency }) => `${agency} says it is done.`,
    staff: ({ date }) => `Waiting for confirmation until ${date}.`,
  },
  confirm: {
    button: 'Yes, it is done',
    confirm: () => 'Close this report? You can reopen it for 30 days.',
    reporter: () => 'You said it is done.',
    staff: () => 'Confirmed by the reporter.',
  },
  dispute: {
    button: 'Not done',
    confirm: () => 'What is not done? One sentence is enough.',
    reporter: () => 'You said it is not done.',
    staff: ({ reason, n }) => `Not done, says the reporter: ${reason} (no. ${n})`,
  },
  lapse: {
    button: '',
    confirm: () => '',
    reporter: () => 'Closed after 10 working days without an answer.',
    staff: () => 'No confirmation; not counted as a success.',
  },
  rate: {
    button: 'Send rating',
    confirm: () => '',
    reporter: () => 'You gave a rating.',
    staff: ({ n }) => `The reporter's rating: ${n} of 5.`,
  },
  archive: {
    button: 'Archive',
    confirm: ({ reason }) => `Archive as "${reason}"? The reporter can appeal once.`,
    reporter: ({ reason }) => `Archived: ${reason}.`,
    staff: ({ officer, reason, reference, note }) =>
      [`Archived by ${officer}: ${reason}.`, reference, note].filter(Boolean).join(' '),
  },
  appeal: {
    button: 'Appeal',
    confirm: () => 'Send your appeal to the centre? This can be done once.',
    reporter: () => 'The centre is checking your appeal.',
    staff: () => 'Appeal: the centre checks it.',
  },
  expire: {
    button: '',
    confirm: () => '',
    reporter: () => 'Archived because details are missing. Your answer revives it.',
    staff: () => 'Expired without details.',
  },
  withdraw: {
    button: 'Withdraw report',
    confirm: () => 'Withdraw it? The work stops. The history is kept.',
    reporter: () => 'You withdrew the report.',
    staff: () => 'Withdrawn by the reporter.',
  },
}
