/** Fields in bodies of SMPP: texts that end with a zero, numbers, and optional ones with tags. Pure. */

/** What is read may end too soon: whoever sent it wrote nonsense, and is told so. */
export class Malformed extends Error {}

export type Tags = ReadonlyMap<number, Buffer>

export function fieldsOf(body: Buffer) {
  let at = 0
  const bytes = (length: number): Buffer => {
    if (at + length > body.length) throw new Malformed('the body ends too soon')
    at += length
    return body.subarray(at - length, at)
  }
  const number = (): number => bytes(1).readUInt8(0)
  const text = (most: number): string => {
    const end = body.indexOf(0, at)
    if (end < 0 || end - at >= most) throw new Malformed('a text does not end')
    const value = bytes(end - at).toString('latin1')
    at++
    return value
  }
  const tags = (): Tags => {
    const all = new Map<number, Buffer>()
    while (at < body.length) {
      const tag = bytes(2).readUInt16BE(0)
      all.set(tag, bytes(bytes(2).readUInt16BE(0)))
    }
    return all
  }
  return { bytes, number, text, tags }
}

/** @throws when the text is longer than its field, or would end it. */
export function ended(text: string, most: number): Buffer {
  if (text.length >= most || text.includes('\0')) throw new RangeError(`a field of SMPP holds ${most - 1} letters`)
  return Buffer.from(`${text}\0`, 'latin1')
}

export const numbers = (...values: readonly number[]): Buffer => Buffer.from(values)

export function tagged(tags: Tags): Buffer {
  return Buffer.concat(
    [...tags].map(([tag, value]) => {
      const head = Buffer.alloc(4)
      head.writeUInt16BE(tag, 0)
      head.writeUInt16BE(value.length, 2)
      return Buffer.concat([head, value])
    }),
  )
}
