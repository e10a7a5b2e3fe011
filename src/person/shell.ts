import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'
import type { Staff } from './may.ts'

/** Whoever may run commands on the machine administers the centre, without an account: the first one must come from somewhere.
 *  The ledger names nobody for what is done so. @returns nobody while there is no centre. */
export async function shellStaff(db: Db): Promise<Staff | undefined> {
  const [centre] = await withActor(
    db,
    { kind: 'public' },
    (tx) => tx<{ id: number; name: string; path: string; zone: Staff['zone'] }[]>`
      select id, name, path, zone from agency where parent_id is null`,
  )
  if (!centre) return undefined
  return {
    personId: 0,
    name: '',
    username: '',
    agencyId: centre.id,
    agencyName: centre.name,
    agencyKind: 'centre',
    path: centre.path,
    zone: centre.zone,
    roles: ['administrator'],
    language: 'id',
    mustChange: false,
  }
}
