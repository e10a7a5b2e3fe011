import type { Enclosure } from '../letter.ts'
import { decompress } from './lzfu.ts'
import { type Props, readProps } from './mapi.ts'
import { pageOf } from './page.ts'
import { type Rich, readRtf } from './rtf.ts'

/** What lies in a `winmail.dat`, in which Outlook wraps a letter and its files (MS-OXTNEF). Bounded and pure. */

export type Unwrapped = Readonly<{ text: string; html: string; files: Enclosure[] }>

const mostFiles = 100
const mostAttributes = 2_000

const name = { body: 0x800c, title: 0x8010, data: 0x800f, begin: 0x9002, file: 0x9005, props: 0x9003, page: 0x9007 }

export const isTnef = (bytes: Uint8Array): boolean =>
  bytes.length > 6 && bytes[0] === 0x78 && bytes[1] === 0x9f && bytes[2] === 0x3e && bytes[3] === 0x22

type Attribute = Readonly<{ name: number; data: Buffer }>

/** Level, name, length, data, checksum; what is cut off in the midst ends the list. */
function* attributes(bytes: Buffer): Generator<Attribute> {
  for (let at = 6, n = 0; at + 9 <= bytes.length && n < mostAttributes; n++) {
    const length = bytes.readUInt32LE(at + 5)
    const end = at + 9 + length
    if (end > bytes.length) return
    yield { name: bytes.readUInt16LE(at + 1), data: bytes.subarray(at + 9, end) }
    at = end + 2
  }
}

type Open = { name: string; type: string; data: Buffer | undefined }
type Found = { body: string; props: Props; page: string; files: Open[] }

/** @returns undefined for what is no TNEF or holds nothing. */
export function readTnef(given: Uint8Array): Unwrapped | undefined {
  if (!isTnef(given)) return undefined
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const found: Found = { body: '', props: new Map(), page: 'windows-1252', files: [] }
  for (const one of attributes(bytes)) note(found, one)
  const files = found.files.flatMap(({ name, type, data }): Enclosure[] =>
    data && data.length > 0 ? [{ name, type, bytes: data, inline: false }] : [],
  )
  const plain = words(found.props.get(0x1000), found.page) || found.body
  const page = words(found.props.get(0x1013), found.page)
  const rich = plain || page ? undefined : richIn(found.props)
  const [text, html] = [plain || rich?.text || '', page || rich?.html || '']
  return text || html || files.length > 0 ? { text, html, files } : undefined
}

/** Some letters have no words but in rich text. */
function richIn(props: Props): Rich | undefined {
  const rtf = decompress(props.get(0x1009)?.data ?? Buffer.of())
  return rtf && readRtf(rtf.toString('latin1'))
}

function note(found: Found, { name: what, data }: Attribute): void {
  const last = found.files.at(-1)
  if (what === name.page && data.length >= 4) found.page = pageOf(data.readUInt32LE(0))
  else if (what === name.body) found.body = decode(data, found.page)
  else if (what === name.props) found.props = readProps(data)
  else if (what === name.begin && found.files.length < mostFiles)
    found.files.push({ name: '', type: 'application/octet-stream', data: undefined })
  else if (last && what === name.title) last.name ||= decode(data, found.page)
  else if (last && what === name.data) last.data = data
  else if (last && what === name.file) describe(last, readProps(data), found.page)
}

/** The long name and the type are among the properties; the bytes may be, too. */
function describe(file: Open, props: Props, page: string): void {
  file.name = words(props.get(0x3707), page) || words(props.get(0x3704), page) || file.name
  file.type = words(props.get(0x370e), page) || file.type
  file.data ??= props.get(0x3701)?.data
}

const words = (value: { unicode: boolean; data: Buffer } | undefined, page: string): string =>
  value ? decode(value.data, value.unicode ? 'utf-16le' : page) : ''

const decode = (data: Uint8Array, page: string): string => new TextDecoder(page).decode(data).replace(/\0+$/, '')
