import type { Tx } from '../db/database.ts'
import { contactHash, type Keys } from '../person/seal.ts'

/** What is written by itself to an address that somebody named: to who wrote to us once in a day, so that two machines never
 *  talk to each other; to who is named in a form once in an hour, so that nobody is flooded by the hand of another: the next one waits. */

const hour = 3_600_000
const pauses = { mail: 24 * hour, form: hour } as const

/** @returns whether this notice may go; the same notice, tried again, always may. */
export async function mayAnswer(
  tx: Tx,
  keys: Keys,
  { email, by }: { email: string; by: keyof typeof pauses },
  noticeId: number,
  now: Date,
): Promise<boolean> {
  // Who fills in a form for another does not use up the answer to their letter.
  const contact = contactHash(keys, by === 'form' ? `form ${email.trim()}` : email)
  const rows = await tx`
    insert into auto_answer as a (contact, notice_id, at) values (${contact}, ${noticeId}, ${now})
    on conflict (contact) do update set notice_id = excluded.notice_id, at = excluded.at
      where a.at <= ${new Date(now.getTime() - pauses[by])} or a.notice_id = excluded.notice_id
    returning 1`
  return rows.length > 0
}
