import type * as id from '../id/refusals.ts'

const notFound = 'We did not find this page or report, or it is not for you. Check the reference and the receipt.'

export const refusals: typeof id.refusals = {
  move: {
    'not-found': () => notFound,
    'not-yours': () => notFound,
    'not-allowed': ({ status }) => `This step is not possible yet: the report is still ${status}.`,
    conflict: ({ by, status }) =>
      `${by} was first: this report is now ${status}. Your text is kept below. Look, then decide again.`,
    'too-late': ({ date, reference }) =>
      `The 30 days to reopen ended on ${date}. Send a new report and mention ${reference}.`,
    'too-long-ago': () => 'This report ended more than a year ago and cannot be opened again.',
    final: () => 'A decision on authority cannot be returned.',
    'appeal-used': () => 'The one appeal was already used.',
    'agency-same': () => 'Choose another agency; it is here already.',
    'agency-unknown': () => 'We did not find this agency. Choose one from the list.',
    'due-past': () => 'Choose a day that has not passed. An extension must go beyond the running due date.',
    'due-visit': () => 'The visit must be after the report came in and not in the future.',
    'due-far': () => 'The law allows 60 calendar days from a complete file. Choose a day before that.',
    'due-year': () => 'This is more than a year away. Check the year.',
    evidence: () => 'Before you mark it done, record at least one visit with evidence.',
    'nothing-open': () => 'Nothing waits here any more. It may have been answered.',
    'already-open': () => 'One is still waiting for an answer. Wait for that first.',
    'not-mergeable': () => 'These two reports cannot be merged. Check the reference and the status.',
    'same-report': () => 'This is the number of this very report. Give that of the earlier one.',
    'too-few-returns': () => 'The centre decides after three returns.',
    'no-parent': () => 'There is no agency above yours to return this report to.',
    'officer-unknown': () => 'This officer is not in your agency or the account is disabled.',
    'category-unknown': () => 'We cannot find this category. Choose from the list.',
    accused: () =>
      'That agency, or one above it, is reported in this complaint. Choose another one; there is no exception.',
    'accused-plain': () =>
      'Who is reported is kept with oversight complaints only. Choose Complaint and tick oversight.',
    'accused-centre': () => 'The centre cannot be named: no agency stands above it that could take this report.',
    'accused-same': () => 'The list of who is reported has not changed.',
    shared: () => 'This report belongs to other reporters as well, so one person cannot withdraw it.',
  },
  soon: 'in a moment',
  conflictReporter: 'This report has just changed. Your text is still here; look at the latest state first.',
  goneTitle: 'This report has moved on',
  gone: (reference) =>
    `${reference} is no longer with your agency, so this step was not kept. What you wrote is below; copy it if you still need it.`,
  goneBack: 'Back to the desk',
  somebody: 'Somebody',
  notFound,
  notFoundTitle: 'Not found',
  forbidden: 'This request did not come from our pages. Open the page again, then repeat it.',
  forbiddenTitle: 'Refused',
  signIn: 'User name or password does not match. Forgotten? Ask for a new link.',
  reauth: 'This step matters. Sign in once more.',
  idle: 'You were idle, so we signed you out. Your draft is kept.',
  tooMany: (when) => `Too many requests from this network. Your text stays on the screen. Try again ${when}.`,
  slow: 'This page took too long to prepare. Narrow the search or the filters, or try again in a moment.',
  slowTitle: 'Too slow',
  tooManyTitle: 'Too many requests',
  tooLarge: 'This is too large. Send fewer photos.',
  tooLargeTitle: 'Too large',
  busy: (when) =>
    `We have not received your report; we are very busy. Your text is still here. Press Send again ${when}; it will not be doubled.`,
  busyTitle: 'Not sent yet',
  unknown: 'We are not sure that your report was kept. Press Send again: if it was, you get the same reference.',
  server: (code) => `Something failed on our side. Your text is still here. If it goes on, mention code ${code}.`,
  serverTitle: 'Something failed',
  expiredLink: 'This link was used or is too old.',
  expiredLinkTitle: 'This link is no longer valid',
  newLink: 'Ask for a new link',
}
