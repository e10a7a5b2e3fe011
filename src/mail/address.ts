import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keys } from '../person/seal.ts'

/** Addresses that only we can write: where a correspondent answers, and where a letter that cannot be delivered comes back.
 *  Case is lost on the way, so the signature is in hexadecimal letters (128 bits). */

export type Purpose = 'reply' | 'bounce'
const names: Readonly<Record<Purpose, string>> = { reply: 'r', bounce: 'b' }

const signature = (keys: Keys, text: string) =>
  createHmac('sha256', keys.link).update(`mail ${text}`).digest('hex').slice(0, 32)

/** `lapor+r17.<signature>@lapor.example`: for the one reporter (reply) or notice (bounce) of this number. */
export function signedAddress(keys: Keys, mailbox: string, purpose: Purpose, id: number): string {
  const at = mailbox.lastIndexOf('@')
  const tag = `${names[purpose]}${id}`
  return `${mailbox.slice(0, at)}+${tag}.${signature(keys, tag)}${mailbox.slice(at)}`
}

/** @returns the number in an address that we wrote, or undefined. */
export function readAddress(keys: Keys, mailbox: string, purpose: Purpose, address: string): number | undefined {
  const at = mailbox.lastIndexOf('@')
  const given = address.trim().toLowerCase()
  const [before, after] = [`${mailbox.slice(0, at)}+`.toLowerCase(), mailbox.slice(at).toLowerCase()]
  if (!given.startsWith(before) || !given.endsWith(after) || given.length > 320) return undefined
  const [, tag = '', signed = ''] =
    /^([rb]\d{1,15})\.([0-9a-f]{32})$/.exec(given.slice(before.length, -after.length)) ?? []
  if (!tag.startsWith(names[purpose])) return undefined
  return timingSafeEqual(Buffer.from(signed), Buffer.from(signature(keys, tag))) ? Number(tag.slice(1)) : undefined
}
