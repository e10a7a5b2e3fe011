import { en } from './messages/en.ts'
import { id } from './messages/id.ts'

/** Every sentence that people read, one typed object a language. A missing sentence does not compile. */

export type Lang = 'id' | 'en'
export type Messages = typeof id

const languages: Readonly<Record<Lang, Messages>> = { id, en }

export const messagesFor = (lang: Lang): Messages => languages[lang]

/** The words for a key that a schema gave; what has none of its own is told in general. */
export function errorIn(t: Messages, key: string): string {
  const words: Readonly<Record<string, string>> = t.errors
  return (Object.hasOwn(words, key) ? words[key] : undefined) ?? t.errors.form
}
