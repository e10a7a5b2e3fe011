import { createHash } from 'node:crypto'
import { type Keeping, keepUpload, mostFiles } from '../../attachment/keep.ts'
import { holdDraft, type Kind } from '../../attachment/read.ts'
import { type Actor, withActor } from '../../db/actor.ts'
import type { Enclosure } from '../letter.ts'

/** Files of a letter go the safe way of the web. What an earlier try has kept is not kept again. */

/** More are not looked at; they are told of like what cannot be kept. */
const mostLooks = 4 * mostFiles

/** @returns what was not kept.
 *  @throws when there is no room just now: the letter is read again later, and no photo is lost. */
export async function enclose(
  keeping: Keeping,
  actor: Actor,
  enclosures: readonly Enclosure[],
  to: { reportKey: string; kind: Kind },
  now: Date,
): Promise<readonly Enclosure[]> {
  if (enclosures.length === 0) return []
  const known = await withActor(keeping.db, actor, async (tx) => {
    if (to.kind === 'report') await holdDraft(tx, to.reportKey)
    return tx<{ sha256: Buffer }[]>`
      select sha256 from attachment where report_key = ${to.reportKey} and kind = ${to.kind} and event_n is null and removed_at is null`
  })
  const seen = new Set(known.map(({ sha256 }) => sha256.toString('hex')))
  const leftOut = enclosures.slice(mostLooks)
  for (const one of enclosures.slice(0, mostLooks)) {
    const digest = createHash('sha256').update(one.bytes).digest('hex')
    if (seen.has(digest)) continue
    const kept = await keepUpload(keeping, actor, { ...to, name: one.name, bytes: one.bytes, now })
    if (kept.ok) seen.add(digest)
    else if (kept.refusal === 'unavailable' || kept.refusal === 'busy')
      throw new Error(`a file was not kept: ${kept.refusal}`, { cause: kept.cause })
    else leftOut.push(one)
  }
  return leftOut
}
