/** The header of user data (3GPP 23.040): which part of which message, and what else stands in it. Pure. */

export type Place = Readonly<{ reference: string; seq: number; total: number }>

const parts8 = 0x00
const parts16 = 0x08
/** Applications' ports, and tables of national languages: what follows is no text that we can read. */
const unreadable = [0x04, 0x05, 0x24, 0x25]

type Element = Readonly<{ name: number; value: Buffer }>

/** Parts the header from what follows. @returns undefined when its length or that of an element lies. */
export function headerOf(bytes: Buffer): { header: Buffer; rest: Buffer } | undefined {
  const length = bytes[0]
  if (length === undefined || length + 1 > bytes.length) return undefined
  const header = bytes.subarray(0, length + 1)
  return elementsOf(header) ? { header, rest: bytes.subarray(length + 1) } : undefined
}

function elementsOf(header: Buffer): Element[] | undefined {
  const elements: Element[] = []
  for (let at = 1; at < header.length; ) {
    const [name, length] = [header[at], header[at + 1]]
    if (name === undefined || length === undefined || at + 2 + length > header.length) return undefined
    elements.push({ name, value: header.subarray(at + 2, at + 2 + length) })
    at += 2 + length
  }
  return elements
}

/** Of several the last one counts; one that makes no sense is none. */
export function placeIn(header: Buffer): Place | undefined {
  const places = (elementsOf(header) ?? []).map(({ name, value }) => {
    if (name === parts8 && value.length === 3) return placed(`8:${value[0]}`, value[2] ?? 0, value[1] ?? 0)
    if (name === parts16 && value.length === 4)
      return placed(`16:${value.readUInt16BE(0)}`, value[3] ?? 0, value[2] ?? 0)
    return undefined
  })
  return places.findLast((place) => place !== undefined)
}

export const placed = (reference: string, seq: number, total: number): Place | undefined =>
  total >= 1 && seq >= 1 && seq <= total ? { reference, seq, total } : undefined

export const isReadable = (header: Buffer): boolean =>
  (elementsOf(header) ?? []).every(({ name }) => !unreadable.includes(name))
