import { convert } from 'html-to-text'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { clean, shorten } from '../../report/input.ts'
import type { Address, Enclosure, Letter } from '../letter.ts'

/** MIME becomes a letter. Runs in a thread of its own (`opener.ts`): hostile letters may take all its time and memory. */

const settings = {
  keepDeliveryStatus: true,
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
}
const mostParts = 100
const longestWords = 100_000

/** The words of HTML: no pictures, no capitals for headings, where a link leads only when its words do not say so. */
const asWords = {
  wordwrap: false as const,
  limits: { maxInputLength: 2_000_000, maxDepth: 200 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
}

/** @throws on what is no letter at all, or one of more than a hundred parts. */
export async function parse(raw: Uint8Array): Promise<Letter> {
  const mail = await simpleParser(Buffer.from(raw), settings)
  if (mail.attachments.length > mostParts) throw new RangeError('too many parts')
  const headers = headersOf(mail)
  return {
    from: headers.get('from')?.length === 1 ? only(mail.from) : undefined,
    subject: line(mail.subject, 300),
    text: clean(mail.text || (mail.html ? convert(mail.html, asWords) : ''), longestWords),
    messageId: line(mail.messageId, 998) || undefined,
    headers,
    enclosures: mail.attachments.map(enclosure),
  }
}

/** Words that stand in one line, however they were coded. */
const line = (words: string | undefined, most: number) => shorten(clean(words ?? '').replace(/\s+/g, ' '), most)

/** Exactly one address and no group: anything else is a way to look like somebody else. */
function only(field: AddressObject | undefined): Address | undefined {
  const [one, ...more] = field?.value ?? []
  if (!one?.address || one.group || more.length > 0) return undefined
  const address = clean(one.address).toLowerCase()
  return /^[^\s@<>]{1,64}@[^\s@<>]{1,255}$/.test(address) ? { address, name: line(one.name, 100) } : undefined
}

function headersOf({ headerLines }: ParsedMail): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { key, line: written } of headerLines) {
    const value = line(written.slice(written.indexOf(':') + 1), 2000)
    found.set(key, [...(found.get(key) ?? []), value])
  }
  return found
}

const enclosure = (part: ParsedMail['attachments'][number]): Enclosure => ({
  name: line(part.filename, 200).replace(/[/\\]/g, '_'),
  type: line(part.contentType, 100).toLowerCase(),
  bytes: part.content,
  inline: part.related || part.contentDisposition === 'inline',
})
