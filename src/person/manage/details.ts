import type { Tx } from '../../db/database.ts'
import type { Account } from '../account.ts'
import { isEmail } from '../grant.ts'
import { queueLetters } from '../invite.ts'
import type { Staff } from '../may.ts'
import type { Keys } from '../seal.ts'
import { endPasses, issuePasses, type Pass } from '../secret/pass.ts'
import { type Changed, locked, no, tell } from './managed.ts'

/** Details of an account, and new ways in. */

type Details = { name: string; email: string | null; language: 'id' | 'en' }

/** Where an e-mail address changes, links that went to the old one die. */
export async function editAccount(tx: Tx, staff: Staff, id: number, details: Details, now: Date): Promise<Changed> {
  const account = await locked(tx, staff, id)
  if (!account) return no('not-found')
  if (details.name.length < 2 || details.name.length > 100) return no('name')
  if (details.email !== null && !isEmail(details.email)) return no('email')
  await tx`update account set name = ${details.name}, email = ${details.email}, language = ${details.language} where id = ${id}`
  if (details.email !== account.email) await endPasses(tx, [id], ['invitation', 'reset'], now)
  const { name, email, language } = account
  await tell(tx, 'account_renamed', account, { from: { name, email, language }, to: details }, now)
  return { ok: true }
}

/** A new code on paper; the earlier one dies. The old password and all sessions die when it is used. */
export async function newSlip(
  tx: Tx,
  staff: Staff,
  id: number,
  now: Date,
): Promise<Changed<{ account: Account; pass: Pass }>> {
  const account = await locked(tx, staff, id)
  if (!account || account.disabledAt) return no('not-found')
  if (id === staff.personId) return no('own-account')
  const [pass] = await issuePasses(tx, 'slip', [id], now)
  if (!pass) throw new Error('no slip was made')
  await tell(tx, 'account_slip', account, {}, now)
  return { ok: true, account, pass }
}

/** A new link by e-mail; the earlier one dies. */
export async function inviteAgain(tx: Tx, keys: Keys, staff: Staff, id: number, now: Date): Promise<Changed> {
  const account = await locked(tx, staff, id)
  if (!account || account.disabledAt) return no('not-found')
  if (id === staff.personId) return no('own-account')
  if (!account.email) return no('email-missing')
  const passes = await issuePasses(tx, 'invitation', [id], now)
  await queueLetters(
    tx,
    keys,
    'invitation',
    passes.map((pass) => ({ ...pass, email: account.email, language: account.language })),
  )
  await tell(tx, 'account_invited', account, {}, now)
  return { ok: true }
}
