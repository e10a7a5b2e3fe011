import { withActor } from '../../db/actor.ts'
import type { Db } from '../../db/database.ts'
import type { Kept } from '../../inbox/read.ts'
import { type Keys, unsealJson } from '../../person/seal.ts'
import { keptText } from '../heard.ts'
import { missingPart } from '../words.ts'
import { groupsOf, isLateRest, isWhole, type Part, patience, wordsIn } from './join.ts'
import { type Bytes, keptPart } from './kept.ts'
import { nearby } from './near.ts'

/** Joins the parts of a message where they are kept: once, whoever reads which of them first. */

type Where = Readonly<{ db: Db; keys: Keys; now: () => Date }>

/** @returns the parts, when this row speaks for them and all are there or have been waited for long enough; `late` when their message
 *  was read without them. */
export async function gather({ db, keys, now }: Where, kept: Kept): Promise<Bytes[] | 'late' | undefined> {
  return withActor(db, { kind: 'system' }, async (tx) => {
    const rows = await nearby(tx, kept)
    const parts = rows.map(({ id, receivedAt, partOf, sealed }): Part => {
      const { part } = keptPart.parse(unsealJson(keys, sealed))
      return { id, at: receivedAt, partOf, bytes: part }
    })
    const groups = groupsOf(parts)
    const group = groups.find((one) => one.parts.some(({ id }) => id === kept.id))
    if (!group) return undefined
    const late = now().getTime() - group.first >= patience
    if (group.head === undefined && !late && !isWhole(group)) return undefined
    const head = group.head ?? Math.min(...group.parts.map(({ id }) => id))
    const loose = group.parts.filter(({ partOf }) => partOf === null).map(({ id }) => id)
    if (loose.length > 0) await tx`select join_parts(${loose}, ${head}, ${kept.id}, ${now()})`
    if (head !== kept.id) return undefined
    return isLateRest(group, groups) ? 'late' : group.parts.map(({ bytes }) => bytes)
  })
}

/** A message in one text again; what is missing is said where it is missing. */
export const joined = (parts: readonly Bytes[]): string | undefined => wordsIn(parts, missingPart)

/** The words of a message that was read before. */
export async function wordsAgain({ db, keys }: Pick<Where, 'db' | 'keys'>, id: number): Promise<string | undefined> {
  const rows = await withActor(
    db,
    { kind: 'system' },
    (tx) => tx<{ sealed: Uint8Array }[]>`
      select sealed from inbox where (id = ${id} or part_of = ${id}) and sealed is not null order by id`,
  )
  const messages = rows.map(({ sealed }) => unsealJson(keys, sealed))
  const parts = messages.map((message) => keptPart.safeParse(message))
  if (parts.every((part) => part.success)) return joined(parts.map(({ data }) => data.part))
  return keptText.safeParse(messages[0]).data?.text
}
