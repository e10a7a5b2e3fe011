import type { Enclosure, Letter } from '../letter.ts'

/** What a reader of a report should know of the letter that it came in, in brackets under its words. Pure. */

/** Signatures and reports of machines are no files that anybody sent. */
const noFile =
  /^(application\/(x-)?(pkcs7-signature|pgp-signature|pgp-keys)|message\/(delivery-status|disposition-notification)|text\/rfc822-headers)$/

/** Of a name only the ending is told: names of files can name people. */
const kindOf = ({ name, type }: Enclosure) =>
  /\.([a-z\d]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? type.replace(/^.*\//, '').slice(0, 20)

export function remarks(letter: Pick<Letter, 'from'>, leftOut: readonly Enclosure[]): string {
  const files = leftOut.filter(({ type, bytes }) => !noFile.test(type) && bytes.length > 0)
  const kinds = [...new Set(files.map(kindOf))].slice(0, 10).join(', ')
  return [
    ...(letter.from ? [] : ['[Pengirim surat ini tidak dapat dipastikan.]']),
    ...(files.length > 0 ? [`[${files.length} lampiran surat tidak disimpan: ${kinds}.]`] : []),
  ].join('\n')
}

/** Words, then what is to be said of them. */
export const withRemarks = (words: string, remark: string): string =>
  [words || '[lampiran]', remark].filter(Boolean).join('\n\n')
