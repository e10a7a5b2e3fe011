/** What somebody wrote now, apart from what they quote and how they sign. Linear time: every pattern is of one line. Pure. */

const wrote =
  /^[>\s]*(pada|on|am|le|el|em|op)\b.{0,200}\b(menulis|wrote|schrieb|écrit|escribió|escreveu|schreef)\b.{0,20}:\s*$/i
const original = /^[>\s]*-{2,}\s*(original message|pesan asli|pesan asal|forwarded message|pesan terusan)\s*-{2,}\s*$/i
const ruled = /^\s*_{20,}\s*$/
const heading = /^[>\s*]*(from|dari|sent|dikirim|to|kepada|date|tanggal|subject|perihal|subjek)\s*:\s*\*?\s*\S/i
const sentFrom = /^\s*(sent from|dikirim dari|get outlook for)\b.{0,80}$/i

/** A mail program puts three or more headings above what it quotes. */
const quotesBelow = (lines: readonly string[], at: number) =>
  heading.test(lines[at] ?? '') && lines.slice(at, at + 6).filter((line) => heading.test(line)).length >= 3

/** The words above the quotation, without signature. A letter that would be empty then is taken whole: what a citizen wrote is
 *  never lost. */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const end = lines.findIndex(
    (line, at) => original.test(line) || ruled.test(line) || wrapped(lines, at) || quotesBelow(lines, at),
  )
  const own = withoutSignature(lines.slice(0, end < 0 ? undefined : end).filter((line) => !/^\s*>/.test(line)))
  return own || withoutSignature(lines) || text.trim()
}

/** "Pada Sel, 24 Nov 2026 … menulis:" is often broken over two lines. */
const wrapped = (lines: readonly string[], at: number) =>
  wrote.test(lines[at] ?? '') || wrote.test(`${lines[at] ?? ''} ${lines[at + 1] ?? ''}`.slice(0, 400))

/** Everything above the signature; forwarded words stay. */
export function withoutSignature(lines: readonly string[]): string {
  const sign = lines.findIndex((line) => /^-- ?$/.test(line))
  const kept = lines.slice(0, sign < 0 ? undefined : sign)
  while (kept.length > 0 && (kept.at(-1)?.trim() === '' || sentFrom.test(kept.at(-1) ?? ''))) kept.pop()
  return kept.join('\n').trim()
}

/** A new letter: everything that is there but the signature, under its subject when that says more. */
export function newWords(subject: string, text: string): string {
  const title = subject.replace(/^\s*((re|fwd?|fw|bls|balas|terusan)\s*:\s*)+/i, '').trim()
  const words = withoutSignature(text.replace(/\r\n?/g, '\n').split('\n')) || text.trim()
  if (words === '') return title
  const said = words.replace(/\s+/g, ' ').toLowerCase()
  return title === '' || said.startsWith(title.replace(/\s+/g, ' ').toLowerCase()) ? words : `${title}\n\n${words}`
}
