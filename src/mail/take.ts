import { createHash } from 'node:crypto'
import { type RuleBook, rulesFor } from '../agency/rulebook.ts'
import type { Zone } from '../agency/working-days.ts'
import type { Keeping } from '../attachment/keep.ts'
import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'
import type { Kept, Outcome } from '../inbox/read.ts'
import { remarksIn } from '../notice/words/remarks.ts'
import type { Keys } from '../person/seal.ts'
import { draft } from '../report/draft.ts'
import { fileReport } from '../report/file.ts'
import { shorten } from '../report/input.ts'
import type { Intake } from '../report/intake.ts'
import { enclose } from './enclosure/keep.ts'
import { remarks, withRemarks } from './enclosure/remark.ts'
import type { Letter } from './letter.ts'
import { newWords } from './own-words.ts'

/** A new letter becomes a report, once for each message however often it is read. */

export type Taking = Keeping & Readonly<{ keys: Keys; intake: Intake; rules: () => Promise<RuleBook>; now: () => Date }>

/** The key of the report that a message becomes: the same at every try. */
export function reportKeyOf(messageKey: string): string {
  const hex = createHash('sha256').update(`report ${messageKey}`).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** More than a report can hold is still in the original. */
const longest = 9_700
/** Nobody knows the language of a first letter. */
const language = 'id'
const cut = (words: string) =>
  words.length <= longest ? words : `${shorten(words, longest)}\n${remarksIn(language).cut}`

export async function takeLetter(taking: Taking, letter: Letter, kept: Kept): Promise<Outcome> {
  const { db, keys, intake } = taking
  const key = reportKeyOf(kept.key)
  const leftOut = await enclose(
    taking,
    { kind: 'public' },
    letter.enclosures,
    { reportKey: key, kind: 'report' },
    taking.now(),
  )
  const read = draftOf(
    letter,
    withRemarks(language, cut(newWords(letter.subject, letter.text)), remarks(language, letter, leftOut)),
  )
  if (!read.success) return { outcome: 'parked', reason: 'not-a-report' }
  const [book, root] = await Promise.all([taking.rules(), rootOf(db)])
  const place = { rules: rulesFor(book, root.areaCode), holder: root, channel: kept.channel, language } as const
  const filed = await fileReport({ intake, keys, ...place }, read.data, key, kept.receivedAt)
  return filed.ok ? { outcome: 'report', reportId: filed.reportId } : { outcome: 'parked', reason: filed.refusal }
}

/** An address that nobody can write to is no way to reach its owner, and no reason to lose the words. */
function draftOf({ from }: Letter, text: string) {
  const words = { text, readers: 'public' }
  const reached = draft.safeParse({ ...words, reach: 'email', email: from?.address, consent: true })
  return reached.success ? reached : draft.safeParse({ ...words, reach: 'none' })
}

/** Where every report begins. */
export async function rootOf(db: Db) {
  const [root] = await withActor(
    db,
    { kind: 'public' },
    (tx) => tx<{ id: number; zone: Zone; areaCode: string | null }[]>`
      select id, zone, area_code from agency where parent_id is null`,
  )
  if (!root) throw new Error('there is no agency yet')
  return root
}
