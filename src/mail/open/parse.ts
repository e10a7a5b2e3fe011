import { convert } from 'html-to-text'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { clean, shorten } from '../../report/input.ts'
import type { Address, Enclosure, Letter } from '../letter.ts'
import { withoutArmour } from './armour.ts'
import { shallow } from './shallow.ts'
import { readTnef } from './tnef.ts'
import { takeUuencoded } from './uuencode.ts'

/** MIME becomes a letter. Runs in a thread of its own (`opener.ts`): hostile letters may take all its time and memory. */

const settings = {
  keepDeliveryStatus: true,
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
}
const mostParts = 100
/** Letters passed on by somebody who passed them on; what lies deeper stays a file. */
const mostDeep = 5
const longestWords = 100_000
const longestHtml = 2_000_000

/** The words of HTML: no pictures, no capitals for headings, where a link leads only when its words do not say so. */
const asWords = {
  wordwrap: false as const,
  limits: { maxInputLength: longestHtml, maxDepth: 200 },
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
  const { text, enclosures } = await contents(mail)
  if (enclosures.length > mostParts) throw new RangeError('too many parts')
  return {
    from: writerOf(mail, headers),
    subject: line(mail.subject, 300),
    text: clean(text, longestWords),
    messageId: line(mail.messageId, 998) || undefined,
    headers,
    enclosures,
  }
}

type Contents = Pick<Letter, 'text' | 'enclosures'>

/** The words and the files of a letter, also those in a letter that is passed on, a `winmail.dat` or the words themselves. */
async function contents(mail: ParsedMail, depth = 0): Promise<Contents> {
  const inside = await Promise.all(mail.attachments.map((part) => opened(part, depth)))
  const said = mail.text?.trim() || wordsOf(mail.html || '')
  const { text, files } = takeUuencoded(withoutArmour(said))
  const more = inside.filter((one) => one.passedOn || text === '').map((one) => one.text)
  return {
    text: [text, ...more].filter(Boolean).join('\n\n'),
    enclosures: [...inside.flatMap(({ enclosures }) => enclosures), ...files].map(labelled),
  }
}

type Part = ParsedMail['attachments'][number]

async function opened(part: Part, depth: number): Promise<Contents & { passedOn: boolean }> {
  if (part.contentType === 'message/rfc822' && depth < mostDeep) {
    const mail = await simpleParser(part.content, settings)
    const { text, enclosures } = await contents(mail, depth + 1)
    return { text: [line(mail.subject, 300), text].filter(Boolean).join('\n\n'), enclosures, passedOn: true }
  }
  const wrapped = readTnef(part.content)
  if (!wrapped) return { text: '', enclosures: [enclosure(part)], passedOn: false }
  return { text: wrapped.text.trim() || wordsOf(wrapped.html), enclosures: wrapped.files, passedOn: false }
}

const wordsOf = (html: string) => (html ? convert(shallow(html.slice(0, longestHtml)), asWords) : '')

/** Words that stand in one line, however they were coded. */
const line = (words: string | undefined, most: number) => shorten(clean(words ?? '').replace(/\s+/g, ' '), most)

/** Who writes for somebody else is not taken for either. */
function writerOf(mail: ParsedMail, headers: ReadonlyMap<string, readonly string[]>): Address | undefined {
  const writer = headers.get('from')?.length === 1 ? only(mail.from) : undefined
  if (!headers.has('sender')) return writer
  const sender = only(mail.headers.get('sender') as AddressObject)
  return sender?.address === writer?.address ? writer : undefined
}

/** Exactly one address and no group: anything else is a way to look like somebody else. */
function only(field: AddressObject | undefined): Address | undefined {
  const [one, ...more] = field?.value ?? []
  if (!one?.address || one.group || more.length > 0) return undefined
  const address = clean(one.address).toLowerCase()
  // Letters of other scripts look like those of a name that somebody trusts.
  return /^[^\s@<>\u007f-\uffff]{1,64}@[a-z\d.-]{1,255}$/.test(address)
    ? { address, name: line(one.name, 100) }
    : undefined
}

function headersOf({ headerLines }: ParsedMail): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { key, line: written } of headerLines) {
    const value = line(written.slice(written.indexOf(':') + 1), 2000)
    found.set(key, [...(found.get(key) ?? []), value])
  }
  return found
}

const enclosure = (part: Part): Enclosure => ({
  name: part.filename || '',
  type: part.contentType,
  bytes: part.content,
  inline: part.related || part.contentDisposition === 'inline',
})

/** Names as they may be shown, whatever they were made for. */
const labelled = (one: Enclosure): Enclosure => ({
  ...one,
  name: line(one.name, 200).replace(/[/\\]/g, '_'),
  type: line(one.type, 100).toLowerCase(),
})
