import type * as id from '../../id/desk/ahead.ts'

export const ahead: typeof id.ahead = {
  look: 'See what will be sent',
  title: 'What will be sent',
  yet: 'Nothing has been sent. The words are shown in Indonesian; around yours they follow the language of each reporter.',
  secret:
    'This report is secret. Only a neutral notice goes out, without the number and without what it says. Reporters read your answer on their page of the report.',
  to: (n, channel) => `${n} ${n === 1 ? 'reporter' : 'reporters'} by ${channel}`,
  page: (n) => `${n} ${n === 1 ? 'reporter reads' : 'reporters read'} it on their page of the report.`,
  words: 'See the words',
  subject: (subject) => `Subject: ${subject}`,
  length: (length, most) => `${length} of at most ${most} characters`,
  whole: (length) => `${length} characters`,
  parts: (parts, length) => `${length} characters, ${parts} SMS`,
  cut: 'Too long for this channel: your words will be cut. All of them stand on the page of the report.',
  remarks: {
    email: 'Your words stand in the letter, with a link to the page of the report.',
    sms: 'The code in it is another for each reporter.',
    whatsapp: 'To a reporter who was silent for more than a day, WhatsApp takes only one line of up to 800 characters.',
    facebook:
      'To a reporter who was silent for more than a week, Facebook does not deliver it; the news goes to another contact.',
    instagram:
      'To a reporter who was silent for more than a week, Instagram does not deliver it; the news goes to another contact.',
    x: 'Sent as a private message. Nothing is written in public.',
  },
}
