import { sizeOf, toSeptets } from '../gsm7.ts'

/** A text as the messages that it is sent in: bytes, their coding, and a header that joins them. Pure. */

export type Piece = Readonly<{ coding: 0 | 8; header: Buffer; bytes: Buffer }>

/** @param reference from 0 to 255: the receiver's telephone joins parts by it. */
export function piecesOf(text: string, reference: number): Piece[] {
  const { encoding, parts } = sizeOf(text)
  const coding = encoding === 'gsm7' ? 0 : 8
  const letters = Array.from(text, coding === 0 ? septets : units)
  if (parts === 1) return [{ coding, header: Buffer.alloc(0), bytes: Buffer.concat(letters) }]
  const filled = fill(letters, coding === 0 ? 153 : 134)
  return filled.map((bytes, n) => ({
    coding,
    header: Buffer.of(5, 0, 3, reference & 0xff, filled.length, n + 1),
    bytes,
  }))
}

const septets = (letter: string) => Buffer.from(toSeptets(letter) ?? [])
const units = (letter: string) => Buffer.from(letter, 'utf16le').swap16()

/** A letter of two units is never cut. */
function fill(letters: readonly Buffer[], room: number): Buffer[] {
  const parts: Buffer[][] = [[]]
  let left = room
  for (const letter of letters) {
    if (letter.length > left) {
      parts.push([])
      left = room
    }
    parts.at(-1)?.push(letter)
    left -= letter.length
  }
  return parts.map((part) => Buffer.concat(part))
}
