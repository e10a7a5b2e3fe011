import type * as id from '../id/field.ts'

export const field: typeof id.field = {
  title: 'Field tasks',
  desk: 'To the desk',
  kept: 'The visit is kept. The liaison officer can read it already.',
  lately: 'Visited lately',
  visited: (n) => (n === 1 ? 'one visit' : `${n} visits`),
  over: 'This report no longer waits for a visit.',
  open: 'Open the report',
  photos: 'Photos',
  photoHint: 'The place, not the people. Location and kind of phone are taken out of the photo.',
  done: 'Result',
  outcome: 'How did it go?',
  findings: 'What was found and done',
  findingsHint: 'Measures, numbers, cause, and what is left to do. The reporter reads it.',
  when: 'Time of the visit',
  place: 'Place, if it is another',
  here: 'Add where I am',
  found: 'Kept:',
  useAgain: 'Use this photo nevertheless',
  useAgainHint: 'Say why in the result of the visit.',
  elsewhere: 'another report',
}
