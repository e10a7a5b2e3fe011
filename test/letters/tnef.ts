/** Writes a `winmail.dat` as Outlook does, for tests of its reader. */

const u16 = (n: number) => Buffer.from([n & 255, n >> 8])
const u32 = (n: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(n >>> 0)
  return bytes
}

function attribute(level: 1 | 2, id: number, data: Buffer): Buffer {
  const sum = data.reduce((all, byte) => (all + byte) & 0xffff, 0)
  return Buffer.concat([Buffer.from([level]), u32(id), u32(data.length), data, u16(sum)])
}

const pad = (data: Buffer) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
const loose = (type: number, id: number, data: Buffer) =>
  Buffer.concat([u16(type), u16(id), u32(1), u32(data.length), pad(data)])
const text = (id: number, words: string) => loose(0x1f, id, Buffer.from(`${words}\0`, 'utf16le'))
/** A number, one with a name of its own, and a list, as they stand between what is looked for. */
const between = Buffer.concat([
  ...[u16(0x03), u16(0x0e07), u32(7)],
  ...[u16(0x0b), u16(0x8001), Buffer.alloc(16, 9), u32(1), u32(4), Buffer.from('a\0b\0', 'latin1'), u32(1)],
  ...[u16(0x1003), u16(0x0e99), u32(2), u32(1), u32(2)],
])

export type Wrapped = Readonly<{
  body?: string
  html?: string
  /** Rich text as it lies there: compressed. */
  rich?: Buffer
  files?: readonly Readonly<{ name: string; type?: string; bytes: Uint8Array }>[]
}>

export function tnef({ body, html, rich, files = [] }: Wrapped): Buffer {
  const props = [
    between,
    ...(body === undefined ? [] : [text(0x1000, body)]),
    ...(html === undefined ? [] : [loose(0x0102, 0x1013, Buffer.from(html))]),
    ...(rich === undefined ? [] : [loose(0x0102, 0x1009, rich)]),
  ]
  const count = 3 + props.length - 1
  return Buffer.concat([
    u32(0x223e9f78),
    u16(1),
    attribute(1, 0x00069007, Buffer.concat([u32(65001), u32(0)])),
    attribute(1, 0x00069003, Buffer.concat([u32(count), ...props])),
    ...files.flatMap(({ name, type = 'application/octet-stream', bytes }) => [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      attribute(2, 0x00018010, Buffer.from('PENDEK~1.DAT\0')),
      attribute(2, 0x0006800f, Buffer.from(bytes)),
      attribute(2, 0x00069005, Buffer.concat([u32(2), text(0x3707, name), text(0x370e, type)])),
    ]),
  ])
}

/** Rich text in its compression, each byte as it is: what a reader of any file must understand. */
export function lzfu(rtf: string): Buffer {
  const bytes = Buffer.from(rtf, 'latin1')
  const groups = Array.from({ length: Math.ceil(bytes.length / 8) }, (_, n) =>
    Buffer.concat([Buffer.of(0), bytes.subarray(n * 8, n * 8 + 8)]),
  )
  const body = Buffer.concat(groups)
  return Buffer.concat([u32(body.length + 12), u32(bytes.length), Buffer.from('LZFu'), u32(0), body])
}
