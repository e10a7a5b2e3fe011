import type * as id from '../../id/citizen/around.ts'

export const home: typeof id.home = {
  title: 'Tell government your complaint or idea',
  promise: 'Just write in your own words. We find the agency and follow its answer.',
  free: 'Free of charge. Do not pay anybody.',
  start: 'Write a report',
  track: 'Check a report',
  read: "Read citizens' reports",
}

export const receipt: typeof id.receipt = {
  title: 'We have received your report',
  reference: 'Reference',
  referenceNote: 'You may tell it to anyone.',
  secret: 'Receipt',
  secretNote: 'For you only. Whoever holds it can read and withdraw this report.',
  keep: 'Shown only this once; we cannot send it again. Write it on paper, apart from the reference. Do not photograph it if others see your gallery.',
  saved: 'I have kept it',
  next: (left) => `An operator checks and forwards it, ${left}.`,
  look: 'Look again on that day under Check a report.',
  noContact:
    'We cannot reach you. For a question or a result we wait 10 working days for your answer; please look at least once a week.',
  leave: 'Leave and clear this page',
}

export const track: typeof id.track = {
  title: 'Check a report',
  reference: 'Reference',
  referenceHint: 'For example K7Q4-M2PX.',
  secret: 'Receipt',
  secretHint: 'For reports without contact, or secret.',
  lost: 'Lost the receipt? It cannot be restored, so that nobody else can ask for it. The report goes on. You can send a new one.',
}

export const confirm: typeof id.confirm = {
  question: 'Is the problem settled?',
  yes: 'Yes, it is done',
  yesThen: 'The report is closed. You can reopen it for 30 days.',
  no: 'Not done',
  noThen: 'The report is open again. The days go on; they do not start again.',
  rating: 'How was it handled?',
  ratingHint: 'You may skip this. 1 very poor · 5 very good',
}
