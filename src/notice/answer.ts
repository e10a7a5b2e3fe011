import type { Tx } from '../db/database.ts'

/** What a letter is answered with by itself: once for each address in a day, so that two machines never talk to each other. */

const day = 24 * 3_600_000

/** @returns whether this notice may go; the same notice, tried again, always may. */
export async function mayAnswer(tx: Tx, contact: Buffer, noticeId: number, now: Date): Promise<boolean> {
  const rows = await tx`
    insert into auto_answer as a (contact, notice_id, at) values (${contact}, ${noticeId}, ${now})
    on conflict (contact) do update set notice_id = excluded.notice_id, at = excluded.at
      where a.at <= ${new Date(now.getTime() - day)} or a.notice_id = excluded.notice_id
    returning 1`
  return rows.length > 0
}
