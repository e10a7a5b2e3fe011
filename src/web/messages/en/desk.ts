import type * as id from '../id/desk.ts'

export const desk: typeof id.desk = {
  empty: {
    operator: 'No report waits for verification.',
    liaison: (agency) => `Nothing waits for an answer of ${agency}.`,
    officer: 'No field task today.',
    inspector: 'No open oversight complaint.',
    supervisor: 'Nothing is overdue.',
    arbiter: 'No disputed authority.',
    search: 'No report on your desk matches.',
  },
  next: 'Next: the report with the nearest due date.',
  anonymous: ['Anonymous reporter.', "Do not search, guess, or show the reporter's photo in the field."],
  secret: ['Secret.', 'Do not copy, print or discuss it outside the case. Every opening is logged.'],
  keys: {
    move: 'down, up',
    open: 'open',
    forward: 'forward',
    answer: 'answer',
    ask: 'ask',
    return: 'return',
    merge: 'merge',
    search: 'search',
  },
}
