import { alphabet, readLetters } from '../letters.ts'

/** The public number of a report: speakable, not sequential, with a check character. Pure. */

/** Multiplication in GF(32) with x⁵ + x² + 1. */
function times(a: number, b: number): number {
  let product = 0
  for (let left = a, right = b; right > 0; right >>= 1) {
    if (right & 1) product ^= left
    left = left & 16 ? (left << 1) ^ 0b100101 : left << 1
  }
  return product
}

/** Weights 2, 4, 8 … are all different and none is zero: every wrong letter and every swap of two letters is noticed. */
function checkOf(symbols: readonly number[]): number {
  let weight = 1
  let sum = 0
  for (const symbol of symbols) {
    weight = times(weight, 2)
    sum ^= times(weight, symbol)
  }
  return sum
}

/** @param bytes at least 7 random bytes. @returns eight characters, the last one computed. */
export function newReference(bytes: Uint8Array): string {
  const symbols = Array.from(bytes.subarray(0, 7), (byte) => byte & 31)
  if (symbols.length < 7) throw new RangeError('a reference needs 7 random bytes')
  return [...symbols, checkOf(symbols)].map((symbol) => alphabet[symbol]).join('')
}

/** @returns the eight characters of what a person typed or said, or undefined when the check character does not agree. */
export function readReference(typed: string): string | undefined {
  const text = readLetters(typed)
  if (text.length !== 8) return undefined
  const symbols = [...text].map((letter) => alphabet.indexOf(letter))
  if (symbols.includes(-1)) return undefined
  return checkOf(symbols.slice(0, 7)) === symbols[7] ? text : undefined
}

/** As people read it: K7Q4-M2PX. */
export const showReference = (reference: string) => `${reference.slice(0, 4)}-${reference.slice(4)}`
