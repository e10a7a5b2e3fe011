import type { remarks as id } from '../id/remarks.ts'

export const remarks: typeof id = {
  leftOut: (n) => `[${n} ${n === 1 ? 'file was' : 'files were'} not kept.]`,
  letterLeftOut: (n, kinds) => `[${n} ${n === 1 ? 'file' : 'files'} of the letter not kept: ${kinds}.]`,
  sender: '[The sender of this letter cannot be established.]',
  enclosure: '[file]',
  cut: '[…]',
  video: (n) => `[${n} ${n === 1 ? 'video' : 'videos'} not kept.]`,
  audio: (n) => `[${n} ${n === 1 ? 'sound recording' : 'sound recordings'} not kept.]`,
  quoted: (by, text) => `[In answer to ${by ? `a post of ${by}` : 'another post'}: “${text}”]`,
  changed: (text) => `[Changed by its author:] ${text}`,
  deleted: (service) => `[Taken out: its author deleted this post on ${service}.]`,
  place: (place) => `Place: ${place}`,
  photo: 'Sent a photo.',
}
