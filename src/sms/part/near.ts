import type { Tx } from '../../db/database.ts'
import type { Kept } from '../../inbox/read.ts'

/** The parts of a chain that may belong to one message. */

type Row = Readonly<{ id: number; receivedAt: Date; partOf: number | null; sealed: Uint8Array }>

/** How far a part looks for others of its chain: behind it for a message that was read without it, before it for one that has waited. */
const farthest = { before: 24 * 60 * 60_000, after: 30 * 60_000 }
/** A message has 255 parts at most. Whoever writes more under one reference is read by the nearest ones. */
const most = 512

/** One reader at a time looks at a chain, and sees what the one before has joined. */
export async function nearby(tx: Tx, kept: Pick<Kept, 'id' | 'receivedAt'>): Promise<Row[]> {
  await tx`select pg_advisory_xact_lock(hashtextextended(encode(chain, 'hex'), 26)) from inbox where id = ${kept.id}`
  const at = kept.receivedAt.getTime()
  const [since, until] = [new Date(at - farthest.before), new Date(at + farthest.after)]
  return tx<Row[]>`
    with own as (select id, chain, received_at from inbox where id = ${kept.id}),
    before as (
      select p.* from own join inbox p on p.chain = own.chain and (p.received_at, p.id) <= (own.received_at, own.id)
      where p.sealed is not null and p.received_at >= ${since} order by p.received_at desc, p.id desc limit ${most}),
    after as (
      select p.* from own join inbox p on p.chain = own.chain and (p.received_at, p.id) > (own.received_at, own.id)
      where p.sealed is not null and p.received_at <= ${until} order by p.received_at, p.id limit ${most})
    select id, received_at, part_of, sealed from (select * from before union all select * from after) near order by id`
}
