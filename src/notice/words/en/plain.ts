import type { Kind, Words } from '../../kind.ts'

/** News of secret reports: the date is the only fact. */
export const plain = {
  'neutral.got': {
    mail: {
      subject: 'We have your message',
      body: [
        'We have your message. Keep your number and receipt where only you find them. We do not repeat them here.',
        'If this was not you, ignore this e-mail.',
      ],
    },
  },
  'neutral.act': {
    mail: {
      subject: 'We wait for your answer until {date}',
      body: [
        'A message waits for your answer until {date}. Open the page where you wrote, then enter the number and receipt that you kept.',
        'Do not answer this e-mail; we do not read answers here.',
      ],
    },
  },
  'neutral.news': {
    mail: {
      subject: 'There is news for you',
      body: [
        'There is news for you. Open the page where you wrote, then enter the number and receipt that you kept.',
        'For your safety we do not write it here.',
      ],
    },
  },
  'neutral.proof': {
    mail: {
      subject: 'Your code {code}',
      body: [
        'Your code: {code}',
        'Write it on the page where you asked for it. It is good for 24 hours. Give it to nobody, even if they say they are staff.',
        'You did not ask for it? Ignore this. Without the code we do not use your address.',
      ],
    },
  },
  'neutral.joined': {
    mail: {
      subject: 'A new contact for our news',
      body: [
        'A new address or number can now also get our news about what you wrote.',
        'Was it you? Then there is nothing to do.',
        'Not you? Open the page where you wrote and look at "Manage contacts". Do not pass our letters on to others.',
      ],
    },
  },
  'neutral.chosen': {
    mail: {
      subject: 'Our news goes to another contact',
      body: [
        'Where our news goes was changed. The next news goes to the contact that was chosen on your page.',
        'Was it you? Then there is nothing to do.',
        'Not you? Open the page where you wrote and look at "Manage contacts". Do not pass our letters on to others.',
      ],
    },
  },
  'neutral.leaving': {
    mail: {
      subject: 'Somebody asked to remove your contact',
      body: [
        'Somebody asked us to remove the address or number that you gave first. We do so only with the code sent there, or when asked again after seven days.',
        'Not you? Open the page where you wrote and look at "Manage contacts". Do not pass our letters on to others.',
      ],
    },
  },
  'neutral.removed': {
    mail: {
      subject: 'A contact was removed',
      body: [
        'An address or number was removed. News about what you wrote is no longer sent there.',
        'Was it you? Then there is nothing to do.',
        'Not you? Open the page where you wrote and look at "Manage contacts". Do not pass our letters on to others.',
      ],
    },
  },
} as const satisfies Partial<Record<Kind, Words>>

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
