import type { Tx } from '../db/database.ts'
import { namesPlace } from './heard/came.ts'
import { type Fact, unknown } from './heard/turn.ts'
import type { MessengerName } from './messenger.ts'

/** A talk that began where everyone reads along: whoever posts something in public and then writes to us alone goes on about
 *  that, and says there what is still to be known. */

export type Begun = Readonly<{
  /** The reporter of the report that the post became. */
  about: number
  lacks: readonly Fact[]
  /** They were told the number alone already. */
  isTold: boolean
}>

/** Whoever writes later begins anew. */
const day = 24 * 3_600_000
type Row = Readonly<{ about: number; text: string; isPlaced: boolean; hasPhoto: boolean; isTold: boolean }>

/** @param heardAt when they last wrote to us alone: what was posted before that is not what they mean now */
export async function begunInPublic(
  tx: Tx,
  channel: MessengerName,
  contact: Buffer,
  heardAt: Date | null,
  now: Date,
): Promise<Begun | undefined> {
  const since = new Date(Math.max(heardAt?.getTime() ?? 0, now.getTime() - day))
  const [row] = await tx<Row[]>`
    select p.reporter_id as about, r.text, coalesce(r.place, '') <> '' or r.latitude is not null as is_placed,
      exists (select from attachment a where a.report_key = r.key and a.removed_at is null) as has_photo,
      exists (select from reply y where y.contact = p.contact and y.way = 'invited' and y.state in ('sent', 'delivered')
        and y.created_at >= r.filed_at) as is_told
    from post p join report r on r.id = p.report_id
    where p.channel = ${channel} and p.contact = ${contact} and p.public and p.n = 1 and p.deleted_at is null
      and r.status not in ('closed', 'archived') and r.filed_at > ${since}
    order by r.filed_at desc limit 1`
  if (!row) return undefined
  const { about, text, isPlaced, hasPhoto, isTold } = row
  return { about, lacks: unknown({ place: isPlaced || namesPlace(text), photo: hasPhoto }), isTold }
}
