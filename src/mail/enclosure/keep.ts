import { createHash } from 'node:crypto'
import { type Keeping, keepUpload, mostFiles } from '../attachment/keep.ts'
import { holdDraft, type Kind } from '../attachment/read.ts'
import { type Actor, withActor } from '../db/actor.ts'
import type { Enclosure } from './letter.ts'

/** Photos and PDFs of a letter go the safe way of the web. What an earlier try has kept is not kept again. */
export async function enclose(
  keeping: Keeping,
  actor: Actor,
  enclosures: readonly Enclosure[],
  to: { reportKey: string; kind: Kind },
  now: Date,
): Promise<void> {
  const known = await withActor(keeping.db, actor, async (tx) => {
    if (to.kind === 'report') await holdDraft(tx, to.reportKey)
    return tx<{ sha256: Buffer }[]>`
      select sha256 from attachment where report_key = ${to.reportKey} and kind = ${to.kind} and event_n is null and removed_at is null`
  })
  const seen = new Set(known.map(({ sha256 }) => sha256.toString('hex')))
  for (const { name, bytes } of enclosures.slice(0, 4 * mostFiles)) {
    const digest = createHash('sha256').update(bytes).digest('hex')
    if (seen.has(digest) || seen.size >= mostFiles) continue
    const kept = await keepUpload(keeping, actor, { ...to, name, bytes, now })
    if (kept.ok) seen.add(digest)
  }
}
