import type { Lang } from './date.ts'
import type { Language } from './kind.ts'
import { en } from './words/en.ts'
import { id } from './words/id.ts'

/** The words of every notice, in every language. */
export const languages: Readonly<Record<Lang, Language>> = { id, en }
