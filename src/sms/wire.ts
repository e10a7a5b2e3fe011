/** What gateways write into addresses. Pure. */

/** The fields of a request as bytes: a message is in the charset of its network, not in that of the web. */
export function bytesOf(url: string): Map<string, Buffer> {
  const query = url.slice(url.indexOf('?') + 1)
  const fields = query.split('&').map((field): [string, Buffer] => {
    const at = field.indexOf('=')
    const [name, value] = at < 0 ? [field, ''] : [field.slice(0, at), field.slice(at + 1)]
    return [name, unescaped(value)]
  })
  return new Map(fields)
}

function unescaped(text: string): Buffer {
  const bytes: number[] = []
  for (let n = 0; n < text.length; n++) {
    const hex = text[n] === '%' ? /^[0-9a-f]{2}/i.exec(text.slice(n + 1, n + 3))?.[0] : undefined
    if (hex) {
      bytes.push(Number.parseInt(hex, 16))
      n += 2
    } else bytes.push(...Buffer.from(text[n] === '+' ? ' ' : (text[n] ?? '')))
  }
  return Buffer.from(bytes)
}

/** Words of a message: UTF-8 as Kannel usually gives them, UTF-16 where it says so, else letter by letter. */
export function wordsOf(bytes: Buffer, charset: string): string {
  if (/^utf-?16(be)?$|^ucs-?2$/i.test(charset)) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
