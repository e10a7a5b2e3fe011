import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'
import type { Keys } from '../person/seal.ts'
import { digests } from '../supervision/digest/heads.ts'
import { addJobs } from './add.ts'

/** Writes the letters of the week, once for each head of an agency however often this runs. @returns how many were written. */
export async function digest(db: Db, keys: Keys, host: string, now: Date): Promise<number> {
  let written = 0
  for (const { accountId, sealed, key } of await digests(db, keys, now)) {
    written += await withActor(db, { kind: 'system' }, async (tx) => {
      const rows = await tx<{ noticeId: number }[]>`
        insert into notice (account_id, kind, channel, language, state, message_id, sealed, created_at)
        select id, 'staff.digest', 'email', language, 'queued', ${`<digest-${key}@${host}>`}, ${sealed}, ${now}
        from account where id = ${accountId} and email is not null
        on conflict (message_id) do nothing returning id as notice_id`
      await addJobs(tx, 'deliver', rows)
      return rows.length
    })
  }
  return written
}
