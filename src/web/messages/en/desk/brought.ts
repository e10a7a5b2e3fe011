import type * as id from '../../id/desk/brought.ts'

export const brought: typeof id.brought = {
  title: 'Bring in a post from X',
  hint: 'For a complaint that was written openly on X without naming our account. Its author is told on X like any other reporter.',
  address: 'Address of the post',
  look: 'See the post',
  check: 'Check this post',
  checkHint:
    'This is how X shows it now. As a report it is open like the post, and its author gets a short answer on X: without the number, without what it says. The number goes by private message.',
  by: 'Author',
  at: 'Written',
  quoted: (by) => (by ? `In answer to ${by}` : 'In answer to another post'),
  media: (images, others) =>
    [
      images > 0 && `${images} ${images === 1 ? 'photo' : 'photos'}`,
      others > 0 && `${others} ${others === 1 ? 'film' : 'films'} (films are not kept)`,
    ]
      .filter(Boolean)
      .join(', '),
  files: 'Attached',
  make: 'Make it a report',
  other: 'Another address',
  secrecy: 'Its author asks for secrecy, so this post does not become a report. Point them to the form on the site.',
  taken: 'The post is kept',
  takenHint:
    'The report appears in the queue in a moment, and its author is told. The same post does not become two reports.',
  known: 'This post is a report already',
  knownHint: (reference) => `Its number is ${reference}. There is no second report.`,
  open: 'Open the report',
  desk: 'To the queue',
  refusals: {
    address: 'That is no address of a post on X. An example: https://x.com/name/status/123.',
    elsewhere:
      'That address belongs to another service. Only posts on X can be brought in here; write others down as a spoken report.',
    gone: 'That post is gone, or its account is locked.',
    own: 'That is a post of our own account.',
    repost: 'That is a repost. Take the address of the original post.',
    spent: 'X has cost as much as it may today. Try again tomorrow, or write it down as a spoken report.',
    away: 'X cannot be asked now. Try again in a moment.',
  },
}
