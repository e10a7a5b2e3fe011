import type { Tx } from '../../db/database.ts'
import type { Account } from '../account.ts'
import type { Role } from '../may.ts'

/** Open reports never become ownerless: an agency that holds some keeps somebody who can answer for it. */

/** The role by which this account alone answers for the open reports of its agency, if it does. */
export async function answersAlone(tx: Tx, account: Account): Promise<Role | undefined> {
  const [row] = await tx<{ role: Role; alone: boolean }[]>`
    select n.role, case when n.role = any (${[...account.roles]}::text[]) then coalesce(open_reports(g.id), 0) > 0 and not exists (
      select from account where agency_id = g.id and id <> ${account.id} and disabled_at is null and n.role = any (roles))
      else false end as alone
    from agency g, lateral (select case g.kind when 'unit' then 'liaison' else 'operator' end as role) n
    where g.id = ${account.agencyId}`
  return row?.alone ? row.role : undefined
}

/** Whoever else could leave, or bring a report, in the same moment waits.
 *  @returns whether nobody would answer for the agency's open reports once this account no longer has `lost` roles there. */
export async function leavesDeskEmpty(tx: Tx, account: Account, lost: readonly Role[]): Promise<boolean> {
  await tx`select from agency where id = ${account.agencyId} for update`
  const role = await answersAlone(tx, account)
  return role !== undefined && lost.includes(role)
}
