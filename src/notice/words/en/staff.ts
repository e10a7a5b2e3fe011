import type { Kind, Words } from '../../kind.ts'

/** Letters to staff. What a report says is read only after signing in. */
export const staff = {
  'staff.instruction': {
    mail: {
      subject: 'Instruction: answer due {date}',
      body: [
        '{by} gave an instruction on a report at the desk of {agency}.',
        'Answer due: {left}, until {date}. It stays on top of the desk until answered.',
        'Sign in to read it.',
        { buttons: ['Open the desk'] },
      ],
    },
  },
  'staff.task': {
    mail: {
      subject: 'A new field task for you',
      body: [
        '{by} gave you the field task of a report.',
        { if: 'date', text: 'It is due {date}.' },
        'Sign in to read the place and what was reported.',
        { buttons: ['Open my field tasks'] },
      ],
    },
  },
  'staff.sentBack': {
    mail: {
      subject: 'Your draft was sent back',
      body: [
        '{by} sent your draft of an answer back with a remark.',
        'The promise to the reporter goes on. Sign in to read the remark.',
        { buttons: ['Open the desk'] },
      ],
    },
  },
  'staff.waiting': {
    mail: {
      subject: 'Something waits at the desk of {agency}',
      body: [
        'A new report, news from a reporter or a decision waits at the desk of {agency}.',
        { buttons: ['Open the desk'] },
        'We send a letter like this at most once in four hours. Between them, everything new stands on the desk.',
      ],
    },
  },
  'staff.reminder': {
    mail: {
      subject: '{count} due soon at {agency}',
      body: [
        'Due soon at {agency}: {count}, the first on {date}.',
        'There is still time to answer, to forward or to ask for more time.',
        { buttons: ['Open the desk'] },
        'We send a letter like this at most once in four hours.',
      ],
    },
  },
  'staff.overdue': {
    mail: {
      subject: '{count} overdue at {agency}',
      body: [
        'Overdue at {agency}: {count}, the oldest since {date}.',
        'What is not handled rises to the agency above, and its reporter is told.',
        { buttons: ['Open the desk'] },
        'We send a letter like this at most once in four hours.',
      ],
    },
  },
  'staff.escalated': {
    mail: {
      subject: '{count} overdue at {agency}',
      body: [
        'Overdue at {agency}: {count}, the oldest since {date}.',
        'You now see them on your desk too. They remain the task of {agency}.',
        { buttons: ['Open the desk'] },
      ],
    },
  },
  'staff.invitation': {
    mail: {
      subject: 'Your {service} account for {agency}',
      body: [
        'You have an account as {role} at {agency}.',
        'User name: {user}',
        'Create your own sign-in with this link, valid until {time} and only once:',
        { buttons: ['Create my sign-in'] },
        'Do not share it. Every action is logged in your name. Not your task? Ignore this e-mail and tell your superior.',
      ],
    },
  },
  'staff.reset': {
    mail: {
      subject: 'Change your {service} password',
      body: [
        'Somebody asked to change your password.',
        'If it was you, open this link until {time}. It works once:',
        { buttons: ['Change my password'] },
        'If not, ignore this; nothing changes. We never ask for a password by phone, SMS or message.',
      ],
    },
  },
  'staff.digest': {
    mail: {
      subject: 'This week at {agency}: {open} open reports',
      body: [
        'Seven days up to {date}, for {agency} and all agencies below it.',
        'Arrived: {arrived} reports.',
        { if: 'answered', text: 'First answers given: {answered}.' },
        { if: 'ended', text: 'Ended: {ended}.' },
        { if: 'disputed', text: 'Not done, say reporters: {disputed}.' },
        'Open now: {open}.',
        { if: 'overdue', text: 'Past their promise: {overdue}, the oldest since {date2}.' },
        { if: 'unheeded', text: 'Instructions not answered: {unheeded}.' },
        { buttons: ['Open the desk'] },
      ],
    },
  },
  'staff.audit': {
    mail: {
      subject: 'You are asked to look at reports that were closed',
      body: [
        'A supervisor asks you to look at some reports that were closed. They were drawn by lot; you never handled any of them.',
        'The agency that did learns which ones when you have finished. Do not speak of them before.',
        { buttons: ['Open the audit'] },
      ],
    },
  },
  'staff.oversight': {
    mail: {
      subject: 'An oversight complaint in your area',
      body: [
        'There is an oversight complaint at {agency} or below it. You can read it, whatever the unit does with it later.',
        { if: 'ref', text: 'Its number is {ref}.' },
        'Sign in to read it. Every opening is logged.',
        { buttons: ["Open the inspectorate's list"] },
      ],
    },
  },
  'staff.newDevice': {
    mail: {
      subject: 'Your account signed in on a new device',
      body: [
        'Account {user} signed in on a new device at {time}.',
        'If it was you, do nothing.',
        'If not, sign out all devices now, then tell the administrator of {agency}:',
        { buttons: ['Sign out all devices'] },
      ],
    },
  },
} as const satisfies Partial<Record<Kind, Words>>
