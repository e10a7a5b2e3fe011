import type { Tx } from '../../db/database.ts'
import { type Account, openWorkOf } from '../account.ts'
import { wrongRoles } from '../grant.ts'
import { has, type Role, type Staff } from '../may.ts'
import { endPasses } from '../secret/pass.ts'
import { signOutEverywhere } from '../session.ts'
import { leavesDeskEmpty } from './desk.ts'
import { type Changed, locked, no, tell } from './managed.ts'

/** What an administrator changes about an account below. The caller runs these in `attempt`: a refusal leaves nothing. */

/** Work that would be left without anybody goes to this colleague. */
type Heir = { heirId?: number | undefined }

export async function disableAccount(tx: Tx, staff: Staff, id: number, { heirId }: Heir, now: Date): Promise<Changed> {
  const account = await locked(tx, staff, id)
  if (!account) return no('not-found')
  if (id === staff.personId) return no('own-account')
  if (account.disabledAt) return no('already')
  if (await leavesDeskEmpty(tx, account, account.roles)) return no('last-one')
  const left = await leaveWork(tx, account, heirId, now)
  if (left) return no(left)
  await tx`update account set disabled_at = ${now} where id = ${id}`
  await shutOut(tx, id, now)
  await tell(tx, 'account_disabled', account, {}, now)
  return { ok: true }
}

export async function enableAccount(tx: Tx, staff: Staff, id: number, now: Date): Promise<Changed> {
  const account = await locked(tx, staff, id)
  if (!account) return no('not-found')
  if (id === staff.personId) return no('own-account')
  if (!account.disabledAt) return no('already')
  await tx`update account set disabled_at = null where id = ${id}`
  await tell(tx, 'account_enabled', account, {}, now)
  return { ok: true }
}

/** The person keeps the account and the name, and works for another agency of the branch from now on. */
export async function moveAccount(
  tx: Tx,
  staff: Staff,
  id: number,
  to: { agencyId: number } & Heir,
  now: Date,
): Promise<Changed> {
  const account = await locked(tx, staff, id)
  if (!account) return no('not-found')
  if (id === staff.personId) return no('own-account')
  if (account.agencyId === to.agencyId) return no('already')
  const [agency] = await tx<{ kind: string; path: string }[]>`
    select kind, path from agency where id = ${to.agencyId} and active and starts_with(path, ${staff.path}) for key share`
  if (!agency) return no('agency-unknown')
  if (!account.disabledAt && (await leavesDeskEmpty(tx, account, account.roles))) return no('last-one')
  const wrong = wrongRoles(account.roles, agency) ?? (await leaveWork(tx, account, to.heirId, now))
  if (wrong) return no(wrong)
  await tx`update account set agency_id = ${to.agencyId} where id = ${id}`
  await signOutEverywhere(tx, id)
  const data = { from: account.agencyId, to: to.agencyId }
  await tell(tx, 'account_moved', account, data, now)
  await tell(tx, 'account_moved', { ...account, agencyId: to.agencyId, agencyPath: agency.path }, data, now)
  return { ok: true }
}

export async function setRoles(
  tx: Tx,
  staff: Staff,
  id: number,
  { roles, heirId }: { roles: readonly Role[] } & Heir,
  now: Date,
): Promise<Changed> {
  const account = await locked(tx, staff, id)
  if (!account) return no('not-found')
  if (id === staff.personId) return no('own-account')
  const [agency] = await tx<{ kind: string }[]>`select kind from agency where id = ${account.agencyId}`
  const wrong = wrongRoles(roles, agency ?? { kind: '' })
  if (wrong) return no(wrong)
  const lost = account.roles.filter((role) => !roles.includes(role))
  if (!account.disabledAt && (await leavesDeskEmpty(tx, account, lost))) return no('last-one')
  if (has(account, 'officer') && !roles.includes('officer')) {
    const left = await leaveWork(tx, account, heirId, now)
    if (left) return no(left)
  }
  await tx`update account set roles = ${[...new Set(roles)]} where id = ${id}`
  await signOutEverywhere(tx, id)
  await tell(tx, 'account_roles', account, { from: account.roles, to: roles }, now)
  return { ok: true }
}

/** Gives the open work of somebody who stays to a colleague of the same agency. @returns how much went over. */
export async function handOver(
  tx: Tx,
  staff: Staff,
  id: number,
  heirId: number,
  now: Date,
): Promise<Changed<{ moved: number }>> {
  const account = await locked(tx, staff, id)
  if (!account) return no('not-found')
  const moved = await give(tx, account, heirId, now)
  return moved === undefined ? no('colleague') : { ok: true, moved }
}

async function leaveWork(tx: Tx, account: Account, heirId: number | undefined, now: Date) {
  if ((await openWorkOf(tx, account.id)) === 0) return undefined
  if (heirId === undefined) return 'open-work'
  return (await give(tx, account, heirId, now)) === undefined ? 'colleague' : undefined
}

async function give(tx: Tx, account: Account, heirId: number, now: Date): Promise<number | undefined> {
  const [heir] = await tx`
    select from account where id = ${heirId} and agency_id = ${account.agencyId} and disabled_at is null and 'officer' = any (roles)
    for update`
  if (!heir) return undefined
  const [row] = await tx<{ moved: number | null }[]>`select hand_over(${account.id}, ${heirId}, ${now}) as moved`
  if (row?.moved == null) return undefined
  await tell(tx, 'account_handed_over', account, { to: heirId, count: row.moved }, now)
  return row.moved
}

async function shutOut(tx: Tx, id: number, now: Date): Promise<void> {
  await signOutEverywhere(tx, id)
  await endPasses(tx, [id], ['invitation', 'reset', 'slip'], now)
}
