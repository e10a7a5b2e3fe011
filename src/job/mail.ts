import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'
import type { LetterPayload } from '../notice/letter.ts'
import { addJobs } from './add.ts'

/** A letter to an account becomes a notice, once for each job: the key is the job's own number. */
export async function mail(
  db: Db,
  { kind, accountId, sealed }: LetterPayload,
  job: string,
  host: string,
  now: Date,
): Promise<void> {
  await withActor(db, { kind: 'system' }, async (tx) => {
    const rows = await tx<{ noticeId: number }[]>`
      insert into notice (account_id, kind, channel, language, state, message_id, sealed, created_at)
      select id, ${`staff.${kind}`}, 'email', language, 'queued', ${`<letter-${job}@${host}>`}, decode(${sealed}, 'hex'), ${now}
      from account where id = ${accountId} and email is not null
      on conflict (message_id) do nothing returning id as notice_id`
    await addJobs(tx, 'deliver', rows)
  })
}
