import { isCard } from './card.ts'
import type { MediaType } from './sniff.ts'

/** What a file is called and how it leaves the house. */

const longest = 100
export const endings: Record<MediaType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'text/calendar': 'ics',
  'text/vcard': 'vcf',
}

/** A name that is safe to show and to save: no path, no ending, no control, invisible or direction-changing characters.
 *  @returns null when nothing is left. */
export function cleanName(name: string): string | null {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const plain = last
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}\ufffd<>:"|?*%]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/\.[\p{L}\d]{1,5}\s*$/u, '')
    .replace(/^[\s.]+/u, '')
  const short = [...plain].slice(0, longest).join('').slice(0, longest).toWellFormed()
  return short.replace(/[\s.\ufffd]+$/u, '') || null
}

/** RFC 6266: a name for old readers and the exact one for the rest. */
function disposition(how: 'inline' | 'attachment', file: string): string {
  const ascii = file.replace(/[^\w .()-]/g, '_')
  const exact = encodeURIComponent(file).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${how}; filename="${ascii}"; filename*=UTF-8''${exact}`
}

export type Served = { id: number; name: string | null; mediaType: MediaType; bytes: number }

/** Headers under which a kept file can do nothing but be looked at. A file without a name is called by its number;
 *  `as: 'thumb'` is for the small picture, which is always WebP. */
export function serveHeaders(
  { id, name, mediaType, bytes }: Served,
  as: 'file' | 'thumb' = 'file',
): Record<string, string> {
  const type = as === 'thumb' ? 'image/webp' : mediaType
  const how = type.startsWith('image/') ? 'inline' : 'attachment'
  return {
    // A card is saved as it is, and no program is called to act on it.
    'Content-Type': isCard(type) ? 'text/plain; charset=utf-8' : type,
    ...(as === 'file' && { 'Content-Length': String(bytes) }),
    'Content-Disposition': disposition(how, `${name ?? `lampiran-${id}`}.${endings[type]}`),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  }
}
