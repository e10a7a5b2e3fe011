import type { Lang } from '../date.ts'
import { remarks as en } from './en/remarks.ts'
import { remarks as id } from './id/remarks.ts'

/** Remarks in the language of the reporter in whose report they stand. */

export type Remarks = typeof id

const languages: Readonly<Record<Lang, Remarks>> = { id, en }

export const remarksIn = (language: Lang): Remarks => languages[language]
