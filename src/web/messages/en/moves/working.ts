import type * as id from '../../id/moves/working.ts'
import type { Said } from '../../id/moves.ts'

export const working: Record<keyof typeof id.working, Said> = {
  question: {
    button: 'Ask the reporter',
    confirm: () => "Send this question? The agency's clock stops until the reporter answers, the citizen's does not.",
    reporter: ({ agency }) => `${agency} asked you.`,
    staff: ({ date }) => `Question to the reporter, awaited until ${date}.`,
  },
  reply: {
    button: 'Send details',
    confirm: () => 'Send these details? The earlier ones are kept.',
    reporter: () => 'You added details.',
    staff: () => 'New details from the reporter.',
  },
  draft: {
    button: 'Save draft',
    confirm: () => '',
    reporter: () => '',
    staff: () => 'Draft answer waits for approval.',
  },
  sendBack: {
    button: 'Ask for changes',
    confirm: ({ officer }) => `Give this draft back to ${officer}?`,
    reporter: () => '',
    staff: ({ note }) => `Draft needs changes: ${note}`,
  },
  answer: {
    button: 'Approve and send',
    confirm: ({ agency }) => `Send this answer to the reporter for ${agency}?`,
    reporter: ({ agency }) => `${agency} answered.`,
    staff: () => 'Answer sent.',
  },
  dispatch: {
    button: 'Send to the field',
    confirm: ({ officer, date }) => `Send ${officer}, due ${date}?`,
    reporter: () => 'An officer was named to check the place.',
    staff: ({ date }) => `Field task until ${date}.`,
  },
  visit: {
    button: 'Record visit',
    confirm: () => 'Save the visit? Location and device data are removed from photos.',
    reporter: () => 'An officer visited the place.',
    staff: ({ n }) => `Visit recorded with ${n} pieces of evidence.`,
  },
  extend: {
    button: 'Ask for more time',
    confirm: ({ date }) => `Ask for ${date}? The first due date stays in the statistics.`,
    reporter: ({ agency, date }) => `${agency} asked for time until ${date}.`,
    staff: ({ parent }) => `Extension waits for ${parent}.`,
  },
  grant: {
    button: 'Grant',
    confirm: ({ date }) => `Grant ${date}?`,
    reporter: ({ date }) => `The due date is now ${date}.`,
    staff: () => 'Extension granted.',
  },
  refuse: {
    button: 'Refuse',
    confirm: ({ date }) => `Refuse? The due date stays ${date}.`,
    reporter: ({ date }) => `More time was refused. Still due ${date}.`,
    staff: ({ note }) => `Extension refused: ${note}`,
  },
  instruct: {
    button: 'Instruct',
    confirm: ({ agency }) => `Send? It stays on top of the desk of ${agency} until answered.`,
    reporter: () => 'A supervisor is following this report.',
    staff: ({ date, note }) => `Instruction, due ${date}: ${note}`,
  },
  heed: {
    button: 'Answer the instruction',
    confirm: () => '',
    reporter: () => '',
    staff: ({ note }) => `Instruction answered: ${note}`,
  },
  handover: {
    button: 'Hand over',
    confirm: () => '',
    reporter: () => '',
    staff: ({ officer }) => `Work handed over to ${officer}.`,
  },
  remind: {
    button: '',
    confirm: () => '',
    reporter: () => '',
    staff: ({ date, parent }) => `Reminded: due on ${date}${parent && ` (${parent})`}.`,
  },
  escalate: {
    button: '',
    confirm: () => '',
    reporter: ({ date, parent }) => `The due date ${date} was missed. This was passed on to ${parent}.`,
    staff: ({ date, parent }) =>
      parent
        ? `The due date ${date} was missed: risen to ${parent}.`
        : `The due date ${date} was missed: the desk and its head were told.`,
  },
  reschedule: {
    button: '',
    confirm: () => '',
    reporter: ({ date, from, note }) => `The due date moved from ${from} to ${date}: a holiday changed (${note}).`,
    staff: ({ date, from, note }) => `The due date moved from ${from} to ${date}: a holiday changed (${note}).`,
  },
  retract: {
    button: '',
    confirm: () => '',
    reporter: ({ channel }) =>
      `Its author deleted this post on ${channel}. Its words are gone here too; the work goes on.`,
    staff: ({ channel }) =>
      `Its author deleted this post on ${channel}. Its words are gone here too; the work goes on.`,
  },
}
