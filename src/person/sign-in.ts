import { withActor } from '../db/actor.ts'
import type { Db, Tx } from '../db/database.ts'
import { normalUsername } from './grant.ts'
import { note } from './ledger.ts'
import type { Staff } from './may.ts'
import type { Keys } from './seal.ts'
import { redeemSlip } from './secret/pass.ts'
import { verifyPassword } from './secret/password.ts'
import { Busy } from './secret/queue.ts'
import { type Bucket, forgive, mayTry, signInBuckets } from './secret/throttle.ts'
import { readCode, readToken } from './secret/token.ts'
import { endSession, openSession, signOutEverywhere, staffBySession } from './session.ts'

/** Signing in, with a password or with the code of a sign-in slip. */

export type Attempt = Readonly<{
  username: string
  password: string
  /** What the device is called, for the person's own list. */
  device: string
  address: string
  /** Somebody who signed in here before, as a signed cookie says. */
  known?: { accountId: number; device: string } | undefined
  /** The session that the browser still had: it ends here, whoever's it was. */
  former?: string | undefined
}>

/** `before`: when the person signed in last. */
export type SignedIn =
  | { ok: true; token: string; staff: Staff; before: Date | null }
  | { ok: false; refusal: 'no-match' | 'too-many' | 'busy' }

type Account = { id: number; agencyId: number; path: string; signedInAt: Date | null; kept: string | null }
const door = { kind: 'door' } as const

/** Unknown, disabled and wrong are one answer, given after the same work. */
export async function signIn(db: Db, keys: Keys, attempt: Attempt, now: Date): Promise<SignedIn> {
  const username = normalUsername(attempt.username.slice(0, 200))
  const looked = await withActor(db, door, async (tx) => {
    const account = await find(tx, username)
    const known = attempt.known && attempt.known.accountId === account?.id ? attempt.known.device : undefined
    const buckets = signInBuckets(keys, username, attempt.address, known)
    return { account, buckets, may: await mayTry(tx, buckets, now) }
  })
  if (!looked.may) return { ok: false, refusal: 'too-many' }
  try {
    const right = await verifyPassword(attempt.password, looked.account?.kept)
    const token = await enter(db, attempt, looked, right, now)
    const staff = token && (await staffBySession(db, token, now))
    const before = looked.account?.signedInAt ?? null
    return staff ? { ok: true, token, staff, before } : { ok: false, refusal: 'no-match' }
  } catch (reason) {
    if (reason instanceof Busy) return { ok: false, refusal: 'busy' }
    throw reason
  }
}

async function find(tx: Tx, username: string): Promise<Account | undefined> {
  const [account] = await tx<Account[]>`
    select a.id, a.agency_id, a.agency_path as path, a.signed_in_at, kept_password(a.id) as kept from account a join agency g on g.id = a.agency_id
    where a.username = ${username} and a.disabled_at is null and g.active`
  return account
}

type Looked = { account: Account | undefined; buckets: Bucket[] }

/** Opens the session, unless the account changed while its password was being checked. */
async function enter(db: Db, attempt: Attempt, { account, buckets }: Looked, right: boolean, now: Date) {
  if (!account || !(right || readCode(attempt.password))) return undefined
  return withActor(db, door, async (tx) => {
    const [still] = await tx`
      select from account where id = ${account.id} and disabled_at is null and kept_password(id) is not distinct from ${account.kept}
      for no key update`
    if (!still) return undefined
    if (!right && !(await useSlip(tx, account, attempt.password, now))) return undefined
    await tx`update account set signed_in_at = ${now} where id = ${account.id}`
    const former = readToken(attempt.former)
    if (former) await endSession(tx, former)
    await forgive(tx, buckets, now)
    return openSession(tx, account.id, attempt.device, now)
  })
}

/** The code dies, and with it the old password and every session: the person chooses a password of their own next. */
async function useSlip(tx: Tx, { id, agencyId, path }: Account, code: string, now: Date): Promise<boolean> {
  if (!(await redeemSlip(tx, id, code, now))) return false
  await tx`update account set password_hash = null, must_change = true where id = ${id}`
  await signOutEverywhere(tx, id)
  await note(tx, 'account_slip_used', [{ accountId: id, agencyId, path }], now)
  return true
}
