import { cardType, cardTypes } from './card.ts'

/** What a file is, by its own first bytes. What it is called and what it claims to be is never asked. */

export const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', ...cardTypes] as const
export type MediaType = (typeof mediaTypes)[number]

const latin = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

const isJpeg = (bytes: Uint8Array) => {
  const marker = bytes[3] ?? 0
  return latin(bytes, 0, 3) === '\xff\xd8\xff' && marker >= 0xc0 && marker !== 0xff
}
const isPng = (bytes: Uint8Array) => latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n' && latin(bytes, 12, 16) === 'IHDR'
const isWebp = (bytes: Uint8Array) =>
  latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP' && /^VP8[ LX]$/.test(latin(bytes, 12, 16))
// Readers accept a kilobyte of anything in front of a PDF; that is where polyglots live, so here it starts at once.
const isPdf = (bytes: Uint8Array) => /^%PDF-[12]\.\d/.test(latin(bytes, 0, 8))

/** @returns the type, or null for everything that is not opened here: HTML, SVG, office files, archives, GIF, HEIC. */
export function sniff(bytes: Uint8Array): MediaType | null {
  if (isJpeg(bytes)) return 'image/jpeg'
  if (isPng(bytes)) return 'image/png'
  if (isWebp(bytes)) return 'image/webp'
  if (isPdf(bytes)) return 'application/pdf'
  return cardType(bytes)
}
