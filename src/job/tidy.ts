import { validFor } from '../contact/read.ts'
import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'

/** Originals of messages are kept sealed for thirty days after they were read; those set aside until somebody has looked. */
const kept = 30 * 24 * 3_600_000

/** Takes away what has had its time: sessions that ended, tries to sign in that no limit counts any more, contacts that
 *  nobody proved, originals of messages. */
export async function tidy(db: Db, now: Date): Promise<void> {
  await withActor(db, { kind: 'system' }, async (tx) => {
    await tx`delete from session where expires_at < ${now}`
    await tx`delete from auto_answer where at < ${new Date(now.getTime() - 24 * 3_600_000)}`
    await tx`update inbox set sealed = null where state = 'done' and sealed is not null and received_at < ${new Date(now.getTime() - kept)}`
    await tx`delete from network_number where at < ${new Date(now.getTime() - kept)}`
    await tx`delete from vault.contact where proved_at is null and asked_at < ${new Date(now.getTime() - validFor)}`
    await tx`delete from channel_charge where day < ${new Date(now.getTime() - 3 * 24 * 3_600_000).toISOString().slice(0, 10)}`
    await tx`delete from sign_in_try where at < ${new Date(now.getTime() - 24 * 3_600_000)}`
  })
}
