/** Units of SMPP 3.4: sixteen bytes of head, and a body. Pure. */

export type Pdu = Readonly<{ command: number; status: number; sequence: number; body: Buffer }>

export const command = { submit: 0x04, deliver: 0x05, unbind: 0x06, bind: 0x09, enquire: 0x15 } as const
const answerBit = 0x8000_0000
export const nack = 0x8000_0000

export const status = {
  ok: 0x00,
  badLength: 0x01,
  badCommand: 0x03,
  badReceiver: 0x0b,
  queueFull: 0x14,
  throttled: 0x58,
  temporary: 0x64,
  permanent: 0x65,
  refused: 0x66,
} as const

export const headLength = 16
export const longest = 64 * 1024

export const isAnswer = (code: number): boolean => code >= answerBit
export const answerTo = (code: number): number => code + answerBit

export function encode({ command, status, sequence, body }: Pdu): Buffer {
  const bytes = Buffer.alloc(headLength + body.length)
  for (const [n, value] of [bytes.length, command, status, sequence].entries()) bytes.writeUInt32BE(value, n * 4)
  body.copy(bytes, headLength)
  return bytes
}

/** @param bytes one whole unit */
export const decode = (bytes: Buffer): Pdu => ({
  command: bytes.readUInt32BE(4),
  status: bytes.readUInt32BE(8),
  sequence: bytes.readUInt32BE(12),
  body: bytes.subarray(headLength),
})

/** Cuts what comes into units. A length that cannot be is `undefined`: nothing behind it can be found again. */
export function cutter() {
  let left: Buffer = Buffer.alloc(0)
  const push = (chunk: Buffer): Pdu[] | undefined => {
    left = left.length === 0 ? chunk : Buffer.concat([left, chunk])
    const units: Pdu[] = []
    while (left.length >= 4) {
      const length = left.readUInt32BE(0)
      if (length < headLength || length > longest) return undefined
      if (left.length < length) break
      units.push(decode(left.subarray(0, length)))
      left = left.subarray(length)
    }
    return units
  }
  return { push, waits: () => left.length > 0 }
}
