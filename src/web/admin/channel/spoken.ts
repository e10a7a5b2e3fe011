/** What a person can read of a message as it came. Pure. */

/** Where services put words. */
const spoken = new Set(['text', 'message', 'caption', 'body', 'title', 'name', 'username', 'filename', 'emoji'])
const most = 4_000

/** Words of a short message, the beginning of a letter, or whatever a service calls words. */
export function wordsOf(message: unknown): string {
  const { text, raw, from, event } = message as { text?: unknown; raw?: unknown; from?: unknown; event?: unknown }
  if (event !== undefined) return wordsIn(event, 0).join('\n').slice(0, most).toWellFormed()
  if (typeof text === 'string') return text
  const letter = typeof raw === 'string' ? Buffer.from(raw, 'base64').toString('utf8').slice(0, most) : ''
  return `${typeof from === 'string' ? `${from}\n\n` : ''}${letter.toWellFormed()}`
}

function wordsIn(value: unknown, depth: number, name = ''): string[] {
  if (typeof value === 'string') return spoken.has(name) ? [value] : []
  if (typeof value !== 'object' || value === null || depth > 12) return []
  return Object.entries(value).flatMap(([key, inner]) => wordsIn(inner, depth + 1, Array.isArray(value) ? name : key))
}
