/** What stays the same when a letter is delivered again by another way: who, when, what, and not the marks of the journey. Pure. */

const telling = /^(from|date|message-id|subject)\s*:/i

/** The telling headers and the body, as bytes. */
export function fingerprint(raw: Uint8Array): Buffer {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const end = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')].filter((at) => at >= 0)
  const at = end.length > 0 ? Math.min(...end) : bytes.length
  const lines = bytes
    .subarray(0, at)
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  const body = bytes.subarray(at).toString('latin1').replace(/\r\n/g, '\n').trim()
  return Buffer.from(`${lines.filter((line) => telling.test(line)).join('\n')}\n\n${body}`, 'latin1')
}

/** The number that the sender gave it, as it stands in the letter. */
export function messageIdOf(raw: Uint8Array): string {
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, 100_000)).toString('latin1')
  return /^message-id\s*:\s*(<[^>\r\n]{1,900}>)/im.exec(head.split(/\r?\n\r?\n/)[0] ?? '')?.[1] ?? ''
}
