import { fill } from '../notice/compose.ts'
import type { Lang } from '../notice/date.ts'
import type { Facts } from '../notice/kind.ts'
import { longest } from '../notice/limits.ts'
import * as en from '../notice/words/en/sms.ts'
import * as id from '../notice/words/id/sms.ts'
import type { Status } from '../report/report.ts'
import { plain } from './gsm7.ts'

/** The words of short messages, filled. Pure. */

const languages = { id, en } as const
export type ReplyKind = keyof typeof id.replies
export type ToldKind = keyof typeof id.told

export const statusWords = (status: Status, language: Lang): string => languages[language].statuses[status]

export const isTold = (kind: string): kind is ToldKind => Object.hasOwn(id.told, kind)
export const asksCode = (words: string): boolean => words.includes('{code}')
export const toldWords = (kind: ToldKind, language: Lang): string => languages[language].told[kind]
export const replyWords = (kind: ReplyKind, language: Lang): string => languages[language].replies[kind]

/** In place of parts that never came; whoever reads them reads Indonesian. */
export const missingPart = (from: number, to: number): string =>
  fill(from === to ? id.gaps.one : id.gaps.several, { count: String(from), code: String(to) })

/** A long question or reason is cut before the words that follow it. */

/** @throws when the words ask for a fact that is not there. */
export function filled(words: string, facts: Facts): string {
  const text = plain(fill(words, facts))
  const over = text.length - longest.sms
  const long = facts.question ?? facts.reason
  if (over <= 0 || !long || long.length <= over + 3) return text
  const cut = `${plain(long).slice(0, -over - 3)}...`
  return plain(fill(words, { ...facts, ...(facts.question ? { question: cut } : { reason: cut }) }))
}
