import { type Keys, sign, verify } from '../person/seal.ts'

/** Links in letters. They carry a signed statement about one correspondent that expires, never the receipt. */

const days = (n: number) => n * 24 * 3_600_000

/** Opens the report's page for one reporter, for 90 days. It tells whether it went to what was given when filing (`r`) or to a
 *  joined contact (`j`). */
export function pageLink(
  keys: Keys,
  publicUrl: string,
  reference: string,
  reporterId: number,
  now: Date,
  joined = false,
): string {
  const token = sign(keys.link, `${joined ? 'j' : 'r'}${reporterId}`, new Date(now.getTime() + days(90)))
  return `${publicUrl}/laporan/${reference}/buka?t=${token}`
}

/** Ends the letters to one reporter; good for a year, because old mail is read late. */
export function stopLink(keys: Keys, publicUrl: string, reporterId: number, now: Date): string {
  return `${publicUrl}/berhenti?t=${sign(keys.link, `s${reporterId}`, new Date(now.getTime() + days(365)))}`
}

/** @returns the reporter whose page the statement opens, if it is ours and not too old. */
export const readPageToken = (keys: Keys, token: string, now: Date) =>
  read(keys, 'r', token, now) ?? read(keys, 'j', token, now)
/** Whoever has this link reads the mailbox that was named when filing. */
export const isFromFiled = (keys: Keys, token: string, now: Date) => read(keys, 'r', token, now) !== undefined
/** @returns the reporter whose letters the statement ends. */
export const readStopToken = (keys: Keys, token: string, now: Date) => read(keys, 's', token, now)

function read(keys: Keys, letter: string, token: string, now: Date): number | undefined {
  const [, found, id] = /^([a-z])(\d{1,15})$/.exec(verify(keys.link, token, now) ?? '') ?? []
  return found === letter ? Number(id) : undefined
}
