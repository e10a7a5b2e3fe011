/** Properties of a letter or a file inside a `winmail.dat` (MS-OXTNEF 2.1.3.4). Bounded and pure. */

/** By number; of several values the first. */
export type Props = Map<number, { unicode: boolean; data: Buffer }>

const mostProps = 1_000
const mostValues = 100

/** Of values whose length is known by their type. */
const sizes: Readonly<Record<number, number>> = {
  ...{ 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16 },
}
const unicode = 0x1f
const variable = [0x0d, 0x1e, unicode, 0x0102]

const padded = (length: number) => (length + 3) & ~3

/** Where a reader stands; behind the end there are only zeroes. */
class Cursor {
  at = 0
  readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }
  get ended(): boolean {
    return this.at >= this.bytes.length
  }
  number(size: 2 | 4): number {
    const value = this.at + size <= this.bytes.length ? this.bytes.readUIntLE(this.at, size) : 0
    this.at += size
    return value
  }
  take(length: number): Buffer {
    const part = this.bytes.subarray(this.at, this.at + length)
    this.at += padded(Math.min(length, this.bytes.length))
    return part
  }
}

/** What is of no known type ends the list: its length cannot be known. */
export function readProps(bytes: Buffer): Props {
  const from = new Cursor(bytes)
  const found: Props = new Map()
  const count = Math.min(from.number(4), mostProps)
  for (let n = 0; n < count && !from.ended; n++) {
    const type = from.number(2)
    const id = from.number(2)
    if (id >= 0x8000) skipName(from)
    const data = readValue(from, type)
    if (!data) break
    if (!found.has(id)) found.set(id, { unicode: (type & 0xfff) === unicode, data })
  }
  return found
}

/** Properties with a name of their own: a GUID, then a number or a text. */
function skipName(from: Cursor): void {
  from.take(16)
  if (from.number(4) === 0) from.take(4)
  else from.take(from.number(4))
}

function readValue(from: Cursor, type: number): Buffer | undefined {
  const kind = type & 0xfff
  const many = (type & 0x1000) !== 0
  const loose = variable.includes(kind)
  const size = sizes[kind]
  if (!loose && size === undefined) return undefined
  const count = many || loose ? Math.min(from.number(4), mostValues) : 1
  let first: Buffer | undefined
  for (let n = 0; n < count && !from.ended; n++) {
    const data = from.take(loose ? from.number(4) : (size ?? 0))
    first ??= data
  }
  // A file that is an object has the number of its interface in front.
  return kind === 0x0d ? first?.subarray(16) : (first ?? Buffer.of())
}
