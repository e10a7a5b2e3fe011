import { z } from 'zod'
import { mediaTypes, sniff } from '../sniff.ts'

/** What the decoding process says on its way out: a length, a line of JSON, the file, the small picture.
 *  The reader trusts nothing of it, for a hostile file may be speaking. */

export const refusals = ['broken', 'locked', 'tooManyPixels', 'tooManyPages'] as const

const drawn = z.object({
  ok: z.literal(true),
  mediaType: z.enum(mediaTypes),
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  pages: z.int().min(1).max(50).nullable(),
  phash: z
    .string()
    .regex(/^-?\d{1,19}$/)
    .transform(BigInt)
    .nullable(),
  bytes: z.int().min(1),
})
const header = z.discriminatedUnion('ok', [drawn, z.object({ ok: z.literal(false), refusal: z.enum(refusals) })])

type Picture = Omit<z.output<typeof drawn>, 'bytes'>
export type Drawn = Picture & { file: Uint8Array; thumb: Uint8Array }
export type Undrawn = { ok: false; refusal: (typeof refusals)[number] }

export function write(result: Drawn | Undrawn): Uint8Array {
  const { file, thumb, ...rest } = result.ok ? result : { ...result, file: Buffer.of(), thumb: Buffer.of() }
  const line = Buffer.from(
    JSON.stringify({ ...rest, bytes: file.length }, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32BE(line.length)
  return Buffer.concat([length, line, file, thumb])
}

/** @returns null for anything that is not exactly what `write` writes. */
export function read(frame: Buffer): Drawn | Undrawn | null {
  if (frame.length < 4) return null
  const start = 4 + frame.readUInt32BE(0)
  if (frame.length < start) return null
  const said = header.safeParse(json(frame.toString('utf8', 4, start)))
  if (!said.success) return null
  if (!said.data.ok) return said.data
  const { bytes, ...picture } = said.data
  const [file, thumb] = [frame.subarray(start, start + bytes), frame.subarray(start + bytes)]
  if (sniff(file) !== picture.mediaType || sniff(thumb) !== 'image/webp') return null
  return { ...picture, file, thumb }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
