import { createHmac } from 'node:crypto'
import type { Keys } from '../person/seal.ts'

/** The receipt: a secret of 125 bits that opens a report without a contact. Only a hash of it is kept. */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 25

/** Derived from the key of the submission, so that a retry after a cut connection shows the same receipt. */
export function receiptFor(keys: Keys, key: string): string {
  const bytes = createHmac('sha256', keys.receipt).update(`receipt ${key}`).digest()
  return Array.from(bytes.subarray(0, letters), (byte) => alphabet[byte & 31]).join('')
}

/** In groups of five: easy to write on paper. */
export const showReceipt = (receipt: string) => receipt.match(/.{5}/g)?.join('-') ?? receipt

/** @returns the letters of a typed receipt, or undefined when it cannot be one. */
export function readReceipt(typed: string): string | undefined {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return text.length === letters && [...text].every((letter) => alphabet.includes(letter)) ? text : undefined
}

/** Enough random bits need no stretching: one HMAC. */
export const receiptHash = (keys: Keys, receipt: string) =>
  createHmac('sha256', keys.receipt).update(`kept ${receipt}`).digest()

/** Tells whether the same words came again. With a key: a draft holds name and contact, and those can be guessed. */
export const draftHash = (keys: Keys, draft: object) =>
  createHmac('sha256', keys.receipt)
    .update(`draft ${JSON.stringify(draft)}`)
    .digest()
