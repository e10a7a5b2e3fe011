import { createHash, randomBytes } from 'node:crypto'
import { alphabet, readLetters } from '../../letters.ts'

/** Secrets that somebody holds and we only recognise. */

/** 256 random bits, safe in a link or a cookie. */
export const newToken = () => randomBytes(32).toString('base64url')

export const tokenHash = (token: string) => createHash('sha256').update(token).digest()

/** A token as it was given by somebody: text of the right shape, or nothing. */
export const readToken = (given: unknown): string | undefined =>
  typeof given === 'string' && /^[\w-]{43}$/.test(given) ? given : undefined

const letters = 12

/** Twelve letters for paper, 60 bits, in groups of four. */
export function newCode(bytes: Uint8Array = randomBytes(letters)): string {
  const text = Array.from(bytes.subarray(0, letters), (byte) => alphabet[byte & 31]).join('')
  return text.replace(/(.{4})(?=.)/g, '$1-')
}

/** @returns the letters of a typed code, or undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const text = readLetters(typed)
  return text.length === letters && [...text].every((letter) => alphabet.includes(letter)) ? text : undefined
}

/** Bound to its account: a code is guessed for one person at a time, never for all at once. */
export const codeHash = (accountId: number, code: string) =>
  createHash('sha256').update(`slip ${accountId} ${code}`).digest()
