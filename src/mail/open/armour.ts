/** Words between the lines of a PGP signature, which says nothing to us. Linear time, pure. */

const begins = /^-----BEGIN PGP SIGNED MESSAGE-----\s*$/
const ends = /^-----BEGIN PGP SIGNATURE-----\s*$/

export function withoutArmour(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const begin = lines.findIndex((line) => begins.test(line))
  const end = lines.findLastIndex((line) => ends.test(line))
  if (begin < 0 || end < begin) return text
  // Above the first empty line stands the name of the digest.
  const from = lines.indexOf('', begin)
  const words = from < 0 || from > end ? [] : lines.slice(from + 1, end)
  return [...lines.slice(0, begin), ...words.map((line) => line.replace(/^- /, ''))].join('\n')
}
