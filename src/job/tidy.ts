import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'

/** Takes away what has had its time: sessions that ended, tries to sign in that no limit counts any more. */
export async function tidy(db: Db, now: Date): Promise<void> {
  await withActor(db, { kind: 'system' }, async (tx) => {
    await tx`delete from session where expires_at < ${now}`
    await tx`delete from auto_answer where at < ${new Date(now.getTime() - 24 * 3_600_000)}`
    await tx`delete from sign_in_try where at < ${new Date(now.getTime() - 24 * 3_600_000)}`
  })
}
