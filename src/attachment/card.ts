/** Calendars and visiting cards: plain lines, made anew as they were said, without anything that cannot be seen. Pure. */

export const cardTypes = ['text/calendar', 'text/vcard'] as const
export type CardType = (typeof cardTypes)[number]

export const isCard = (type: string): type is CardType => (cardTypes as readonly string[]).includes(type)

const begins: Readonly<Record<CardType, string>> = { 'text/calendar': 'VCALENDAR', 'text/vcard': 'VCARD' }
const mostCardBytes = 200_000

/** @returns the kind of a card by its own first line. */
export function cardType(bytes: Uint8Array): CardType | null {
  const first = Buffer.from(bytes.subarray(0, 40))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
  return cardTypes.find((type) => new RegExp(`^BEGIN:${begins[type]}[ \\t]*\\r?\\n`, 'i').test(first)) ?? null
}

/** @returns the lines from the first to the last, or undefined for what is not text, has no end or is too large for a card. */
export function remadeCard(bytes: Uint8Array, type: CardType): Uint8Array | undefined {
  if (bytes.length > mostCardBytes) return undefined
  const text = textOf(bytes)
  if (text?.includes('\0') !== false) return undefined
  const lines = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
    .replace(/[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .split(/\r\n?|\n/)
    .filter((line) => /^[ \t]|^[A-Za-z][\w.-]*[;:]/.test(line))
  const end = lines.findLastIndex((line) => line.trim().toUpperCase() === `END:${begins[type]}`)
  if (end < 1) return undefined
  const [, ...rest] = lines.slice(0, end + 1)
  return Buffer.from([`BEGIN:${begins[type]}`, ...rest, ''].join('\r\n'))
}

/** Old programs write them in Windows-1252; what is neither is no text. */
function textOf(bytes: Uint8Array): string | undefined {
  for (const charset of ['utf-8', 'windows-1252'])
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes)
    } catch {
      // The next one may fit.
    }
  return undefined
}
