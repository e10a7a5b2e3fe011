/** Words as the search of the desk knows them: small letters and figures, without accents. Reports and what is looked for are
 *  taken apart alike. Pure. */

/** What no word is longer than; the rest is a word of its own. */
const word = /[\p{L}\p{N}]{1,60}/gu
const mostAsked = 20

export const wordsIn = (text: string): string[] =>
  text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').match(word) ?? []

const quoted = (one: string) => `'${one}'`

/** A text as PostgreSQL keeps its words; nothing in it needs an escape. */
export const vectorOf = (...texts: readonly (string | null)[]): string =>
  [...new Set(texts.flatMap((text) => wordsIn(text ?? '')))].map(quoted).join(' ')

/** What is looked for: every word, the last one also as the beginning of another, unless it is a single sign. None, where there
 *  is no word. */
export function queryOf(search: string): string | undefined {
  const words = wordsIn(search.slice(0, 2000)).slice(0, mostAsked)
  const last = words.pop()
  if (last === undefined) return undefined
  return [...words.map(quoted), [...last].length > 1 ? `${quoted(last)}:*` : quoted(last)].join(' & ')
}

/** The same where each word may be only begun, as names are looked for. */
export const beginningsOf = (search: string): string | undefined =>
  (search.slice(0, 2000).toLowerCase().match(word) ?? [])
    .slice(0, mostAsked)
    .map((one) => `${quoted(one)}:*`)
    .join(' & ') || undefined
