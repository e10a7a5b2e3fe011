import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'
import type { Keys } from '../person/seal.ts'
import { readStopToken } from './link.ts'

/** Ends the letters to the reporter whom a stop link names. Pressing twice is pressing once.
 *  @returns false when the link is not ours or too old. */
export async function mute(db: Db, keys: Keys, token: string, now: Date): Promise<boolean> {
  const reporterId = readStopToken(keys, token, now)
  if (reporterId === undefined) return false
  const done = await withActor(
    db,
    { kind: 'reporter', reporterId, reportIds: [] },
    (tx) => tx`update reporter set muted = true where id = ${reporterId}`,
  )
  return done.count === 1
}
