import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'
import type { Reader } from '../inbox/read.ts'
import { elsewhere } from '../notice/settle.ts'
import { takeAnswer } from './answer.ts'
import type { Bounce } from './bounce.ts'
import { keptLetter } from './kept.ts'
import type { Opener } from './open/opener.ts'
import type { Prover } from './proof.ts'
import { type Mailbox, sort } from './sort.ts'
import { type Taking, takeLetter } from './take.ts'

/** Reads the letters of the inbox. */
export const mailReader =
  (taking: Taking, mailbox: Mailbox, mail: Opener, prove: Prover): Reader =>
  async (message, kept) => {
    const { raw, ...envelope } = keptLetter.parse(message)
    const bytes = Buffer.from(raw, 'base64')
    const letter = await mail.open(bytes)
    if (!letter) return { outcome: 'parked', reason: 'unreadable' }
    const sorted = sort(taking.keys, mailbox, letter, envelope)
    switch (sorted.is) {
      case 'noise':
        return { outcome: 'noise', reason: sorted.reason }
      case 'bounce':
        await undelivered(taking.db, sorted.noticeId, sorted.bounce, taking.now())
        return { outcome: 'bounce' }
      case 'reply':
        if ((await prove(envelope, bytes)) !== 'proven') return { outcome: 'parked', reason: 'sender-not-proven' }
        return takeAnswer(taking, letter, sorted.reporterId, kept)
      case 'encrypted':
        return { outcome: 'parked', reason: 'encrypted' }
      case 'report':
        return takeLetter(taking, letter, kept)
    }
  }

/** A letter of ours came back: it counts as failed and goes another way, and an address that does not exist is written to no more.
 *  One that is only late may still arrive. */
async function undelivered(db: Db, noticeId: number, { final, hard, status }: Bounce, now: Date): Promise<void> {
  if (!final) return
  await withActor(db, { kind: 'system' }, async (tx) => {
    const [notice] = await tx<{ reporterId: number | null; contactId: number | null }[]>`
      update notice set state = 'failed', last_error = ${`bounced ${status}`}
      where id = ${noticeId} and state in ('sent', 'sending', 'failed') returning reporter_id, contact_id`
    if (!notice?.reporterId) return
    if (hard && notice.contactId === null)
      await tx`update reporter set bounced_at = coalesce(bounced_at, ${now}) where id = ${notice.reporterId}`
    else if (hard)
      await tx`update vault.contact set failed_at = coalesce(failed_at, ${now}) where id = ${notice.contactId}`
    await elsewhere(tx, noticeId, now)
  })
}
