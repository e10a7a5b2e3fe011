import type { Kind, Words } from '../../kind.ts'

const open = { buttons: ['See the report'] }
const notDone = { buttons: [['Not done', 'sanggahan']] } as const
const decide = {
  buttons: [
    ['Yes, it is done', 'selesai'],
    ['Not done', 'sanggahan'],
  ],
} as const

/** How a report ends, and how it comes back. */
export const ending = {
  resolved: {
    mail: {
      subject: 'Is it done? We need your answer, report {ref}',
      body: [
        '{agency} says report {ref} is done:',
        '{text}',
        'What do you say? You decide:',
        decide,
        'Answer until {date}. Without an answer it closes unconfirmed and does not count as a success.',
      ],
    },
  },
  reminderConfirm: {
    mail: {
      subject: '{left} to answer: is report {ref} done?',
      body: [
        '{agency} says report {ref} is done. We have not heard from you.',
        decide,
        'The deadline is {date}. After that it closes unconfirmed. You can still reopen it for 30 days.',
      ],
    },
  },
  confirmed: {
    mail: {
      subject: 'Thank you, report {ref} is closed',
      body: [
        'You said report {ref} is done. Thank you for telling us.',
        'If you like, rate how it was handled. You may skip it; we never fill in a rating for you.',
        { buttons: [['Give a rating', 'penilaian']] },
        'The problem is back, or it was not you who answered? Press until {date}:',
        notDone,
      ],
    },
  },
  confirmedByOther: {
    mail: {
      subject: 'Another reporter said report {ref} is done',
      body: [
        'A co-reporter said report {ref} is done, so it was closed.',
        'You see it otherwise? Press until {date} and it reopens at once:',
        notDone,
      ],
    },
  },
  disputed: {
    mail: {
      subject: 'Report {ref} is open again',
      body: [
        'You said report {ref} is not done. It is back with {agency} and this is on record.',
        'The clock goes on from the start. Due: {date}.',
        'A photo of how it looks now? Send it on the page of the report. Photos are not required.',
        open,
      ],
    },
  },
  disputedByOther: {
    mail: {
      subject: 'Report {ref} is open again',
      body: [
        'A co-reporter said report {ref} is not done. It is back with {agency}.',
        'The clock goes on from the start. Due: {date}.',
        open,
      ],
    },
  },
  lapsed: {
    mail: {
      subject: 'Report {ref} closed without confirmation',
      body: [
        'Report {ref} closed because nobody answered in time. It does not count as a success of {agency}.',
        'Not settled after all? Press this until {date} and the report reopens at once:',
        notDone,
      ],
    },
  },
  archived: {
    mail: {
      subject: 'Report {ref} was archived: why, and what you can do',
      body: [
        'We cannot send report {ref} on. Reason: {reason}.',
        { if: 'text', text: '{text}' },
        'What you can do: {steps}',
        'You disagree? Appeal once until {date}, and the centre checks it:',
        { buttons: [['Appeal', 'keberatan']] },
        'Your text is kept on the page of the report.',
      ],
    },
  },
  expired: {
    mail: {
      subject: 'Report {ref} archived, waiting for your details',
      body: [
        'The details for report {ref} did not reach us in time, so it is archived.',
        'Nothing is lost. Answer at any time and it revives:',
        '{question}',
        { buttons: [['Answer the question', 'jawab']] },
      ],
    },
  },
  merged: {
    mail: {
      subject: 'Report {ref} joined {ref2}',
      body: [
        'Others reported the same problem. To have it handled once, report {ref} joined {ref2}.',
        'You are now a co-reporter. News of {ref2} reaches you too, and you are asked whether it is done. Other reporters do not see who you are.',
        'Yours is different? Write it on the page of the report.',
        open,
      ],
    },
  },
  withdrawn: {
    mail: {
      subject: 'Report {ref} is withdrawn',
      body: [
        'Report {ref} was withdrawn as you asked. The work stops.',
        'Its history is kept, not shown to the public.',
        'It was not you, or somebody put pressure on you? Send a new report and name {ref}.',
        open,
      ],
    },
  },
} as const satisfies Partial<Record<Kind, Words>>
