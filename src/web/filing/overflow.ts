import { bodyLimit } from 'hono/body-limit'
import { trouble } from '../errors.tsx'
import { collect, type Values } from '../form.ts'
import { formPage } from './form.tsx'
import { type C, keyOf, newKey, tidy } from './given.ts'

/** A form that brings more than we take: the files are left behind, the words come back. */

const megabyte = 1_000_000
/** Five files of ten megabytes and the words with them. */
const most = 55 * megabyte
/** What is larger than this is nobody's album. */
const readAtMost = 250 * megabyte
const words = megabyte / 4

export const withFiles = bodyLimit({ maxSize: most, onError: (c) => wordsBack(c as C) })

async function wordsBack(c: C) {
  const { body } = c.req.raw
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(c.req.header('content-type') ?? '') ?? []
  const boundary = quoted ?? plain
  const length = Number(c.req.header('content-length'))
  if (!body || body.locked || !boundary || !(length <= readAtMost)) return trouble(c, 413)
  const sent = await fieldsOf(body, boundary)
  return formPage(
    c,
    { key: keyOf(sent) ?? newKey(), values: tidy(sent), errors: { berkas: c.var.t.problems.filesTooLarge } },
    413,
  )
}

/** The fields of a multipart form without its files, read as it comes in and never held. */
export async function fieldsOf(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  boundary: string,
): Promise<Values> {
  const between = Buffer.from(`\r\n--${boundary}`)
  const fields: [string, string][] = []
  let held = Buffer.from('\r\n')
  let room = words
  let cut = false
  for await (const chunk of body) {
    held = Buffer.concat([held, chunk])
    for (let end = held.indexOf(between); end >= 0; end = held.indexOf(between)) {
      const field = cut ? undefined : fieldIn(held.subarray(0, end))
      cut = false
      room -= field?.[1].length ?? 0
      if (field && room >= 0) fields.push(field)
      held = held.subarray(end + between.length)
    }
    // The rest of a file is of no use; a boundary may be cut in two.
    if (held.length > words) {
      held = held.subarray(-between.length)
      cut = true
    }
  }
  return collect(fields)
}

function fieldIn(part: Buffer): [string, string] | undefined {
  const start = part.indexOf('\r\n\r\n')
  if (start < 0) return undefined
  const head = part.toString('utf8', 0, start)
  const [, name] = /\bname="([^"]*)"/.exec(head) ?? []
  return name === undefined || /\bfilename/.test(head) ? undefined : [name, part.toString('utf8', start + 4)]
}
