import type { Tx } from '../db/database.ts'
import type { ContactKind } from '../notice/kind.ts'
import type { Joining } from './join.ts'
import { sealReach } from './proof.ts'
import type { Contact } from './read.ts'

/** Tells every contact that works that the contacts of this reporter were changed, in the transaction that changed them.
 *  Somebody who stopped the news hears it too: it is about who gets the next news. */
export async function tellContacts(tx: Tx, { keys, now }: Joining, contacts: readonly Contact[], kind: ContactKind) {
  const to = contacts
    .filter(({ failed }) => !failed)
    .map(({ id, reach }) => ({ id, way: reach.way, sealed: sealReach(keys, reach).toString('base64') }))
  await tx`select contact_told(${kind}, ${tx.json(to)}, ${now})`
}
