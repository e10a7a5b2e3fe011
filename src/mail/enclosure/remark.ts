import type { Lang } from '../../notice/date.ts'
import { remarksIn } from '../../notice/words/remarks.ts'
import type { Enclosure, Letter } from '../letter.ts'

/** What a reader of a report should know of the letter that it came in, in brackets under its words. Pure. */

/** Signatures and reports of machines are no files that anybody sent. */
const noFile =
  /^(application\/(x-)?(pkcs7-signature|pgp-signature|pgp-keys)|message\/(delivery-status|disposition-notification)|text\/rfc822-headers)$/

/** Of a name only the ending is told: names of files can name people. */
const kindOf = ({ name, type }: Enclosure) =>
  /\.([a-z\d]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? type.replace(/^.*\//, '').slice(0, 20)

export function remarks(language: Lang, letter: Pick<Letter, 'from'>, leftOut: readonly Enclosure[]): string {
  const said = remarksIn(language)
  const files = leftOut.filter(({ type, bytes }) => !noFile.test(type) && bytes.length > 0)
  const kinds = [...new Set(files.map(kindOf))].slice(0, 10).join(', ')
  return [
    ...(letter.from ? [] : [said.sender]),
    ...(files.length > 0 ? [said.letterLeftOut(files.length, kinds)] : []),
  ].join('\n')
}

/** Words, then what is to be said of them. */
export const withRemarks = (language: Lang, words: string, remark: string): string =>
  [words || remarksIn(language).enclosure, remark].filter(Boolean).join('\n\n')
