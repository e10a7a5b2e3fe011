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
