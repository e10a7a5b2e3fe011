/** Words of short messages as people type them. Pure. */

/** Letters of any width, nothing invisible, upper case, one space between words, no punctuation at the end. */
export const typed = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, ' ')
    .toUpperCase()
    .replace(/[.,!?;:]+$/u, (marks) => (text.trim() === '?' ? marks : ''))
    .replace(/\s+/g, ' ')
    .trim()

/** The same word, or one of five letters or more with one letter wrong, missing, too many or swapped. */
export function isLike(written: string, known: string): boolean {
  if (written === known) return true
  if (known.length < 5 || Math.abs(written.length - known.length) > 1) return false
  let from = 0
  while (from < known.length && written[from] === known[from]) from++
  const rest = (text: string, skip: number) => text.slice(from + skip)
  if (written.length > known.length) return rest(written, 1) === rest(known, 0)
  if (written.length < known.length) return rest(written, 0) === rest(known, 1)
  const swapped = written[from] === known[from + 1] && written[from + 1] === known[from]
  return rest(written, 1) === rest(known, 1) || (swapped && rest(written, 2) === rest(known, 2))
}

export type Phrases<T extends string> = Readonly<Record<T, readonly string[]>>

/** The longest phrase with which the words begin. */
export function begins<T extends string>(
  words: readonly string[],
  phrases: Phrases<T>,
): { name: T; length: number } | undefined {
  let best: { name: T; length: number } | undefined
  for (const [name, all] of Object.entries(phrases) as [T, readonly string[]][])
    for (const phrase of all) {
      const wanted = phrase.split(' ')
      const there = wanted.every((word, n) => isLike(words[n] ?? '', word))
      if (there && wanted.length > (best?.length ?? 0)) best = { name, length: wanted.length }
    }
  return best
}
