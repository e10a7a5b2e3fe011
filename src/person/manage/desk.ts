import type { Tx } from '../../db/database.ts'
import type { Account } from '../account.ts'
import type { Role } from '../may.ts'

/** Open reports never become ownerless: an agency that holds some keeps somebody who can answer for it. */

/** Whoever else could leave, or bring a report, in the same moment waits.
 *  @returns whether nobody would answer for the agency's open reports once this account no longer has `lost` roles there. */
export async function leavesDeskEmpty(tx: Tx, account: Account, lost: readonly Role[]): Promise<boolean> {
  const [agency] = await tx<{ kind: string }[]>`select kind from agency where id = ${account.agencyId} for update`
  const needed: Role = agency?.kind === 'unit' ? 'liaison' : 'operator'
  if (!account.roles.includes(needed) || !lost.includes(needed)) return false
  const [row] = await tx<{ empty: boolean }[]>`
    select coalesce(open_reports(${account.agencyId}), 0) > 0 and not exists (
      select from account where agency_id = ${account.agencyId} and id <> ${account.id} and disabled_at is null
        and ${needed} = any (roles)) as empty`
  return row?.empty ?? false
}
