/** The alphabet of short messages (GSM 03.38) and how many a text needs. Pure. */

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const extended: Readonly<Record<string, number>> = {
  '\f': 0x0a,
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
}
const toExtended = 0x1b
const codes = new Map([...basic].map((letter, code) => [letter, code]))
const letters = new Map(Object.entries(extended).map(([letter, code]) => [code, letter]))

/** One septet a byte, or undefined when a letter has none. */
export function toSeptets(text: string): number[] | undefined {
  const septets: number[] = []
  for (const letter of text) {
    const code = letter === '\u001b' ? undefined : codes.get(letter)
    const other = extended[letter]
    if (code !== undefined) septets.push(code)
    else if (other !== undefined) septets.push(toExtended, other)
    else return undefined
  }
  return septets
}

/** Whatever the bytes are, a text: an unknown pair is its second letter, as telephones show it. */
export function fromSeptets(bytes: Iterable<number>): string {
  let text = ''
  let escaped = false
  for (const byte of bytes) {
    const code = byte & 0x7f
    if (!escaped && code === toExtended) escaped = true
    else {
      text += (escaped ? letters.get(code) : undefined) ?? basic[code] ?? ''
      escaped = false
    }
  }
  return text
}

export type Size = Readonly<{ encoding: 'gsm7' | 'ucs2'; units: number; parts: number }>

/** How long a message is, and as how many it is paid: 160 septets alone and 153 in a chain, or 70 and 67 of UTF-16. A pair of
 *  units is never cut. */
export function sizeOf(text: string): Size {
  const septets = toSeptets(text)
  if (septets)
    return {
      encoding: 'gsm7',
      units: septets.length,
      parts: partsOf(
        pairsOf(text, (one) => toSeptets(one)?.length ?? 1),
        160,
        153,
      ),
    }
  return {
    encoding: 'ucs2',
    units: text.length,
    parts: partsOf(
      pairsOf(text, (one) => one.length),
      70,
      67,
    ),
  }
}

const pairsOf = (text: string, units: (letter: string) => number) => Array.from(text, units)

function partsOf(letters: readonly number[], alone: number, chained: number): number {
  const all = letters.reduce((sum, units) => sum + units, 0)
  if (all <= alone) return 1
  let parts = 1
  let room = chained
  for (const units of letters) {
    if (units > room) {
      parts++
      room = chained
    }
    room -= units
  }
  return parts
}

const plainly: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′]/g, "'"],
  [/[“”„‟″]/g, '"'],
  [/[‐‑‒–—―]/g, '-'],
  [/…/g, '...'],
  [/[\u00a0\u2000-\u200a\u202f]/g, ' '],
  [/•/g, '*'],
]

/** The same words in letters that every telephone has, where printing had finer ones. */
export const plain = (text: string): string =>
  plainly.reduce((words, [fine, simple]) => words.replace(fine, simple), text)
