import { isIPv4, isIPv6 } from 'node:net'
import type { Tx } from '../../db/database.ts'
import { contactHash, type Keys } from '../seal.ts'

/** How often somebody may try. A window that slides, for an account and for a network apart; what is refused does not count,
 *  so that nobody can keep the door shut for somebody else by knocking. */

export type Bucket = Readonly<{ name: string; most: number; minutes: number }>

/** The part of an address that one subscriber has: /24 of IPv4, /64 of IPv6. Pure. */
export function networkOf(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '')
  if (isIPv4(plain)) return plain.split('.').slice(0, 3).join('.')
  if (!isIPv6(plain)) return 'unknown'
  const [head = '', tail] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** With a key: without one, whoever reads the table could count through all networks, and see from where somebody came. */
const keyed = (keys: Keys, kind: string, text: string) =>
  `${kind}:${contactHash(keys, `${kind} ${text}`).toString('base64url').slice(0, 22)}`

/** Tries to sign in. A device on which this account has signed in before has its own window: strangers who guess elsewhere
 *  do not lock its owner out. */
export const signInBuckets = (
  keys: Keys,
  username: string,
  address: string,
  knownDevice: string | undefined,
): Bucket[] => [
  knownDevice
    ? { name: keyed(keys, 'device', knownDevice), most: 10, minutes: 15 }
    : { name: keyed(keys, 'name', username), most: 10, minutes: 15 },
  { name: keyed(keys, 'net', networkOf(address)), most: 100, minutes: 15 },
]

/** Asking for a link to a new password. */
export const resetBuckets = (keys: Keys, who: string, address: string): Bucket[] => [
  { name: keyed(keys, 'reset', who), most: 3, minutes: 60 },
  { name: keyed(keys, 'reset-net', networkOf(address)), most: 30, minutes: 60 },
]

/** Proving one's own password again. */
export const ownBuckets = (keys: Keys, accountId: number): Bucket[] => [
  { name: keyed(keys, 'own', String(accountId)), most: 10, minutes: 15 },
]

/** Using a one-time link. */
export const linkBuckets = (keys: Keys, address: string): Bucket[] => [
  { name: keyed(keys, 'link-net', networkOf(address)), most: 60, minutes: 15 },
]

/** Opening a report with its receipt: few tries from one network for one number, more for a network that many share. A number is
 *  known to many, so a stranger's tries never shut its owner out; nobody guesses a receipt. */
export function receiptBuckets(keys: Keys, reference: string, address: string): Bucket[] {
  const network = networkOf(address)
  return [
    { name: keyed(keys, 'receipt', `${reference} ${network}`), most: 10, minutes: 60 },
    { name: keyed(keys, 'receipt-net', network), most: 60, minutes: 15 },
  ]
}

/** Sending a code to an address that somebody names: it may be a stranger's, who is to get one an hour and three a day at most,
 *  whoever asks. */
export const contactBuckets = (keys: Keys, to: string, reporterId: number, address: string): Bucket[] => [
  { name: keyed(keys, 'contact', to), most: 1, minutes: 60 },
  { name: keyed(keys, 'contact-day', to), most: 3, minutes: 24 * 60 },
  { name: keyed(keys, 'contact-report', String(reporterId)), most: 5, minutes: 24 * 60 },
  { name: keyed(keys, 'contact-net', networkOf(address)), most: 20, minutes: 60 },
]

/** Choosing where news goes: each choice is told to all contacts. */
export const choiceBuckets = (keys: Keys, reporterId: number): Bucket[] => [
  { name: keyed(keys, 'choice', String(reporterId)), most: 10, minutes: 24 * 60 },
]

const since = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)

/** Counts a try into all its buckets, or into none when one of them is full. Runs in a short transaction of the door. */
export async function mayTry(tx: Tx, buckets: readonly Bucket[], now: Date): Promise<boolean> {
  const names = buckets.map(({ name }) => name).sort()
  await tx`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${names}::text[]) name`
  for (const { name, most, minutes } of buckets) {
    const rows = await tx`select from sign_in_try where bucket = ${name} and at > ${since(now, minutes)} limit ${most}`
    if (rows.length >= most) return false
  }
  await tx`insert into sign_in_try (bucket, at) select name, ${now} from unnest(${names}::text[]) name`
  return true
}

/** A right answer: the account's window is empty again, and the network has not failed. */
export async function forgive(tx: Tx, buckets: readonly Bucket[], now: Date): Promise<void> {
  const [own, ...others] = buckets.map(({ name }) => name)
  await tx`delete from sign_in_try where bucket = ${own ?? ''} or (bucket = any (${others}) and at = ${now})`
}
