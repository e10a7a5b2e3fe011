import type { Enclosure } from '../letter.ts'

/** Files that stand in the words themselves, as letters had them before MIME. Linear time, pure. */

const begins = /^begin [0-7]{3,4} (\S.{0,200})$/
const mostFiles = 20

/** @returns the words without the files, and the files. A block without an end is words. */
export function takeUuencoded(text: string): { text: string; files: Enclosure[] } {
  if (!/^begin [0-7]{3,4} /m.test(text)) return { text, files: [] }
  const files: Enclosure[] = []
  const words: string[] = []
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  // Looked for once from behind: many beginnings and no end would take quadratic time.
  const lastEnd = lines.findLastIndex((line) => line.trimEnd() === 'end')
  for (let at = 0; at < lines.length; at++) {
    const name = begins.exec(lines[at] ?? '')?.[1]
    if (name === undefined || at > lastEnd || files.length >= mostFiles) {
      words.push(lines[at] ?? '')
      continue
    }
    const end = lines.indexOf('end', at)
    if (end < 0) return { text, files: [] }
    const parts = lines.slice(at + 1, end).map(lineOf)
    files.push({ name: name.trim(), type: 'application/octet-stream', bytes: Buffer.concat(parts), inline: false })
    at = end
  }
  return { text: words.join('\n'), files }
}

const six = (line: string, at: number) => (line.charCodeAt(at) - 32) & 63 || 0

/** The first letter says how many bytes there are. */
function lineOf(line: string): Buffer {
  const length = six(line, 0)
  const bytes = Buffer.alloc(Math.ceil(length / 3) * 3)
  for (let from = 1, to = 0; to < length; from += 4, to += 3) {
    const word =
      (six(line, from) << 18) | (six(line, from + 1) << 12) | (six(line, from + 2) << 6) | six(line, from + 3)
    bytes.writeUIntBE(word, to, 3)
  }
  return bytes.subarray(0, length)
}
