import { fromSeptets } from '../gsm7.ts'
import { isReadable } from './header.ts'
import type { Bytes } from './kept.ts'

/** What bytes of a short message say, by the coding that the network names (SMPP 3.4, 5.2.19). Pure. */

type Alphabet = 'gsm7' | 'latin1' | 'ucs2'

/** The general and the message class groups of 3GPP 23.038 say the same in other bits. */
export function alphabetOf(coding: number): Alphabet | undefined {
  const named: Readonly<Record<number, Alphabet>> = { 0: 'gsm7', 1: 'latin1', 3: 'latin1', 8: 'ucs2' }
  if (coding < 0x10) return named[coding]
  if (coding < 0x40) return (['gsm7', undefined, 'ucs2', undefined] as const)[(coding >> 2) & 3]
  return coding >= 0xf0 && (coding & 4) === 0 ? 'gsm7' : undefined
}

/** @returns undefined when it is no text, or none that we can read. */
export function textIn(parts: readonly Bytes[]): string | undefined {
  const readable = parts.every((part) => isReadable(Buffer.from(part.header, 'hex')))
  const alphabets = new Set(parts.map(({ coding }) => alphabetOf(coding)))
  if (!readable || alphabets.has(undefined)) return undefined
  return runs(parts)
    .map(({ alphabet, bytes }) => decoded(alphabet, bytes))
    .join('')
}

/** A letter may be cut between two parts, so neighbours of one alphabet are read as one. */
function runs(parts: readonly Bytes[]) {
  const all: { alphabet: Alphabet | undefined; bytes: Buffer }[] = []
  for (const { coding, hex } of parts) {
    const [alphabet, bytes, last] = [alphabetOf(coding), Buffer.from(hex, 'hex'), all.at(-1)]
    if (last?.alphabet === alphabet && last) last.bytes = Buffer.concat([last.bytes, bytes])
    else all.push({ alphabet, bytes })
  }
  return all
}

function decoded(alphabet: Alphabet | undefined, bytes: Buffer): string {
  if (alphabet === 'latin1') return bytes.toString('latin1')
  if (alphabet === 'gsm7') return fromSeptets(bytes)
  return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes)
}
