import type * as id from '../../id/moves/supervising.ts'
import type { Said } from '../../id/moves.ts'

export const supervising: Record<keyof typeof id.supervising, Said> = {
  speak: {
    button: 'Send the answer of the head',
    confirm: () => '',
    reporter: ({ parent }) => `The head of ${parent} wrote to you.`,
    staff: ({ officer, parent }) =>
      `Answer of the head of ${parent}, written by ${officer}. The agency’s clock goes on.`,
  },
  reassign: {
    button: '',
    confirm: () => '',
    reporter: ({ agency }) => `Moved to ${agency}: the government is being reorganised.`,
    staff: ({ agency, note, officer }) => `Moved to ${agency} by reorganisation: ${note}, signed by ${officer}.`,
  },
  relieve: {
    button: '',
    confirm: () => '',
    reporter: () => '',
    staff: ({ note, officer }) => `An assisting agency was replaced by reorganisation: ${note}, signed by ${officer}.`,
  },
  audit: {
    button: '',
    confirm: () => '',
    reporter: () => '',
    staff: ({ officer, reason, note }) => `Audited by ${officer}: ${reason}.${note && ` ${note}`}`,
  },
  reopen: {
    button: 'Open again',
    confirm: () => '',
    reporter: ({ parent }) => `A supervisor of ${parent} opened this report again.`,
    staff: ({ officer, reason }) => `Opened again by ${officer}: ${reason}`,
  },
}
