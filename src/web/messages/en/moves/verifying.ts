import type * as id from '../../id/moves/verifying.ts'
import type { Said } from '../../id/moves.ts'

export const verifying: Record<keyof typeof id.verifying, Said> = {
  file: {
    button: 'Send report',
    confirm: () => 'Send this report? You can still add details.',
    reporter: () => 'You sent the report.',
    staff: ({ channel }) => `New report by ${channel}.`,
  },
  ask: {
    button: 'Ask for details',
    confirm: () => 'Send these questions? The reporter has 10 working days.',
    reporter: () => 'We asked you.',
    staff: ({ date }) => `Waiting for the reporter until ${date}.`,
  },
  complete: {
    button: 'Send details',
    confirm: () => 'Send these details? The earlier ones are kept.',
    reporter: () => 'You added details.',
    staff: () => 'The reporter has answered.',
  },
  forward: {
    button: 'Forward',
    confirm: ({ agency }) => `Forward to ${agency} as lead?`,
    reporter: ({ agency }) => `Forwarded to ${agency}.`,
    staff: ({ parent, agency, note }) => `Assigned by ${parent} to ${agency}${note && `: ${note}`}`,
  },
  return: {
    button: 'Return',
    confirm: ({ parent }) => `Return to ${parent}? The citizen's clock goes on, this return is counted.`,
    reporter: ({ agency }) => `${agency} says it is not responsible.`,
    staff: ({ agency, reason, suggested }) =>
      `Returned by ${agency}: ${reason}.${suggested && ` Suggested: ${suggested}.`}`,
  },
  arbitrate: {
    button: 'Decide authority',
    confirm: ({ agency }) => `Decide for ${agency}? It cannot be returned.`,
    reporter: ({ agency }) => `Decided: ${agency} handles it.`,
    staff: ({ agency }) => `Decision on authority: ${agency}. Cannot be returned.`,
  },
  merge: {
    button: 'Merge',
    confirm: ({ reference }) => `Merge into ${reference}? The reporter becomes a co-reporter and keeps getting news.`,
    reporter: () => 'Merged with a report on the same problem.',
    staff: ({ reference }) => `Merged into ${reference}.`,
  },
  join: {
    button: 'Merge into this',
    confirm: () => '',
    reporter: () => 'Somebody else reported the same problem.',
    staff: ({ n }) => `Co-reporters: now ${n}.`,
  },
  reclassify: {
    button: 'Reclassify',
    confirm: ({ from, to }) => `Change ${from} to ${to}? The due date changes too, and it is logged.`,
    reporter: ({ to }) => `The class is now ${to}.`,
    staff: ({ from, to, officer }) => `Class: ${from} to ${to}, by ${officer}.`,
  },
  edit: {
    button: 'Save changes',
    confirm: () => "Save? The reporter's own words are kept.",
    reporter: () => 'An operator tidied the report. Your own words are kept.',
    staff: ({ officer }) => `Edited by ${officer}; see the original.`,
  },
  accuse: {
    button: 'Save whom it is about',
    confirm: () => 'Save? Whoever is reported cannot read this report from now on.',
    reporter: () => 'We wrote down who is reported. They cannot read this report.',
    staff: ({ officer, note }) => `Whom it is about was changed by ${officer}${note && `: ${note}`}`,
  },
}
