import type { Kind, Words } from '../../kind.ts'

const open = { buttons: ['See the report'] }
const inbox = { if: 'inbox', text: 'You may also answer this e-mail.' } as const

/** From the first receipt to the work in the field. */
export const progress = {
  received: {
    mail: {
      subject: 'We have received report {ref}',
      body: [
        'Thank you. We have received your report. Its reference is {ref}.',
        'An operator checks it and forwards it to the agency responsible. The deadline: {left}, until {date}.',
        'No need to send it again. We tell you about every change.',
        open,
        'An emergency? Call 112, 110 or 119.',
      ],
    },
  },
  asked: {
    mail: {
      subject: 'We need details for report {ref}',
      body: [
        'We have read your report. To reach the right agency we need to know:',
        '{question}',
        'Answer on the page of the report until {date}. Photos are not required.',
        { buttons: [['Answer the question', 'jawab']] },
        inbox,
        'You do not know? Just say so. It still helps.',
      ],
    },
  },
  questioned: {
    mail: {
      subject: '{agency} has a question on report {ref}',
      body: [
        '{agency} is working on report {ref} and needs to know from you:',
        '{question}',
        'Answer on the page of the report until {date}. The due date stays while we wait.',
        { buttons: [['Answer the question', 'jawab']] },
        inbox,
      ],
    },
  },
  reminderComplete: {
    mail: {
      subject: '{left} to complete report {ref}',
      body: [
        'We are still waiting for your answer on report {ref}:',
        '{question}',
        'The deadline is {date}. After that the report is archived. A later answer still revives it.',
        { buttons: [['Answer the question', 'jawab']] },
        inbox,
      ],
    },
  },
  forwarded: {
    mail: {
      subject: 'Report {ref} was forwarded to {agency}',
      body: [
        'Report {ref} was checked and forwarded to {agency}.',
        { if: 'answerDate', text: 'First answer due: {answerDate}.' },
        'To be settled by: {date}.',
        'If {agency} is not responsible, we find another agency. The clock does not start again.',
        open,
      ],
    },
  },
  returned: {
    mail: {
      subject: 'Report {ref} goes to another agency',
      body: [
        '{agency} says that report {ref} is not its task. Reason: {reason}.',
        '{above} is now finding the right agency. You need not do anything.',
        { if: 'date', text: 'The clock goes on from the start. Still due {date}.' },
        'After three returns the centre decides who must act.',
        open,
      ],
    },
  },
  arbitrated: {
    mail: {
      subject: 'It is decided who handles report {ref}',
      body: [
        'Report {ref} was returned {count} times. The centre decided: {agency} must handle it. This cannot be returned.',
        'The clock does not start again. Due: {date}.',
        open,
      ],
    },
  },
  answered: {
    mail: {
      subject: '{agency} answered report {ref}',
      body: [
        '{agency} answered report {ref}:',
        '{text}',
        'The report is still open. Due: {date}.',
        'Anything to add? Write it on the page of the report.',
        open,
        inbox,
      ],
    },
  },
  spoken: {
    mail: {
      subject: 'The head of {agency} writes about report {ref}',
      body: [
        'The head of {agency} writes to you about report {ref}:',
        '{text}',
        'The agency that handles it still has to answer and to settle it. Its clock has not changed.',
        { if: 'date', text: 'To be settled by {date}.' },
        open,
        inbox,
      ],
    },
  },
  reorganised: {
    mail: {
      subject: 'Report {ref} is now handled by {agency}',
      body: [
        'The duties of the agency that handled report {ref} have moved because the government is being reorganised. Your report moves along, with its whole history.',
        'Now responsible: {agency}. No need to send anything again.',
        'The clock does not start anew.',
        { if: 'date', text: 'Still to be settled by {date}.' },
        open,
      ],
    },
  },
  reopened: {
    mail: {
      subject: 'Report {ref} was opened again by a supervisor',
      body: [
        'A supervisor of {agency} looked at how report {ref} was handled and opened it again:',
        '{text}',
        'Work on it goes on. You need not do anything; we tell you about every change.',
        open,
      ],
    },
  },
  visitPlanned: {
    mail: {
      subject: 'A visit is planned, report {ref}',
      body: [
        'An officer of {agency} plans to check the place of report {ref} by {date}. Plans can change; we will tell you.',
        'You need not be there. Officers take no money or gifts.',
        open,
      ],
    },
  },
  visitDone: {
    mail: {
      subject: 'The place was visited, report {ref}',
      body: [
        'An officer of {agency} checked the place of report {ref} on {date}.',
        'Findings and photos are on the page of the report. Not what you see? Write it there, one sentence is enough.',
        { buttons: ['See findings and photos'] },
        inbox,
        { if: 'date2', text: 'The report is still open, due {date2}.' },
      ],
    },
  },
  extended: {
    mail: {
      subject: 'Report {ref} is now due {date}',
      body: [
        '{agency} asked for more time on report {ref}, and {above} agreed.',
        'Reason: {reason}.',
        'New due date: {date}. First due date: {date2}. The first one stays on record and in the statistics of {agency}.',
        open,
      ],
    },
  },
  escalated: {
    mail: {
      subject: 'Report {ref} is overdue',
      body: [
        '{agency} missed the due date of report {ref}, which was {date}.',
        'We have passed this on to {above}. The delay is on record and in the public statistics.',
        'You need not do anything.',
        open,
      ],
    },
  },
} as const satisfies Partial<Record<Kind, Words>>
