/** What the mail server of a mailbox wrote above a letter about its delivery. Pure. */

const address = /[^\s<>,;:"()]+@[^\s<>,;:"()]+/g

/** `to` may hold what the sender wrote: a signed address proves itself, any other says nothing. */
export function envelopeIn(raw: Uint8Array): { from: string; to: string[] } {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, 200_000))
  const head = bytes.toString('latin1').split(/\r?\n\r?\n/, 1)[0] ?? ''
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const [from] = valuesOf(lines, /^return-path:/i)
  const to = valuesOf(lines, /^(delivered-to|x-original-to|envelope-to|to|cc):/i).flatMap(
    (value) => value.match(address) ?? [],
  )
  return { from: from?.match(address)?.[0] ?? '', to: [...new Set(to)].slice(0, 100) }
}

const valuesOf = (lines: readonly string[], name: RegExp): string[] =>
  lines.filter((line) => name.test(line)).map((line) => line.slice(line.indexOf(':') + 1).slice(0, 10_000))
