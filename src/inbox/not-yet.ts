/** Whoever has to be asked cannot be asked now and said until when, or is away: the message waits, however often it was tried. */
export class NotYet extends Error {
  override name = 'NotYet'
}
