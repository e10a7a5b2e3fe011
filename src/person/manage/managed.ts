import type { Tx } from '../../db/database.ts'
import { type Account, accountById } from '../account.ts'
import { type AccountEvent, note } from '../ledger.ts'
import { has, type Staff } from '../may.ts'

/** An account in the hands of an administrator. */

export type ChangeRefusal =
  | 'not-found'
  | 'own-account'
  | 'already'
  | 'open-work'
  | 'last-one'
  | 'colleague'
  | 'agency-unknown'
  | 'name'
  | 'email'
  | 'email-missing'
  | 'roles'
  | 'role-arbiter'
export type Changed<T = object> = ({ ok: true } & T) | { ok: false; refusal: ChangeRefusal }
export const no = (refusal: ChangeRefusal) => ({ ok: false as const, refusal })

/** Held until the end, so that nobody gives work to somebody who is just leaving. */
export async function locked(tx: Tx, staff: Staff, id: number): Promise<Account | undefined> {
  if (!has(staff, 'administrator')) return undefined
  await tx`select from account where id = ${id} for update`
  return accountById(tx, staff.path, id)
}

export async function tell(
  tx: Tx,
  name: AccountEvent,
  account: Pick<Account, 'id' | 'agencyId' | 'agencyPath'>,
  data: object,
  now: Date,
) {
  await note(tx, name, [{ accountId: account.id, agencyId: account.agencyId, path: account.agencyPath, data }], now)
}
