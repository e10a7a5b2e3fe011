import type { Tx } from '../../db/database.ts'
import { codeHash, newCode, newToken, readCode, readToken, tokenHash } from './token.ts'

/** One-time secrets that open an account: a link by e-mail or a code on paper. Only hashes are kept, each works once, and a
 *  new one ends the earlier ones. */

export type Purpose = 'invitation' | 'reset' | 'slip'
const hour = 3_600_000
const lives: Readonly<Record<Purpose, number>> = { invitation: 72 * hour, reset: hour, slip: 14 * 24 * hour }

export type Pass = Readonly<{ accountId: number; secret: string; until: Date }>

/** A new secret of one purpose for each account. */
export async function issuePasses(tx: Tx, purpose: Purpose, accountIds: readonly number[], now: Date): Promise<Pass[]> {
  const until = new Date(now.getTime() + lives[purpose])
  const passes = accountIds.map((accountId) => ({
    accountId,
    secret: purpose === 'slip' ? newCode() : newToken(),
    until,
  }))
  const hashes = passes.map(({ accountId, secret }) =>
    (purpose === 'slip' ? codeHash(accountId, readCode(secret) ?? '') : tokenHash(secret)).toString('hex'),
  )
  await endPasses(tx, accountIds, [purpose], now)
  await tx`
    insert into pass (hash, account_id, purpose, expires_at)
    select decode(x.hash, 'hex'), x.id, ${purpose}, ${until}
    from unnest(${hashes}::text[], ${[...accountIds]}::bigint[]) as x(hash, id)`
  return passes
}

/** Ends what is still open. */
export async function endPasses(
  tx: Tx,
  accountIds: readonly number[],
  purposes: readonly Purpose[],
  now: Date,
): Promise<void> {
  await tx`
    update pass set used_at = ${now}
    where account_id = any (${[...accountIds]}::bigint[]) and purpose = any (${[...purposes]}) and used_at is null`
}

type Holder = { accountId: number; purpose: Purpose; username: string; name: string; agencyId: number; path: string }

const usable = (tx: Tx, now: Date) => tx`
  p.used_at is null and p.expires_at > ${now} and a.id = p.account_id and a.disabled_at is null
  and exists (select from agency g where g.id = a.agency_id and g.active)`
const holder = (tx: Tx) => tx`a.id as account_id, p.purpose, a.username, a.name, a.agency_id, a.agency_path as path`

/** Whose link is this? Uses nothing up. As the door. */
export async function holderOf(tx: Tx, token: unknown, now: Date): Promise<Holder | undefined> {
  const text = readToken(token)
  if (!text) return undefined
  const [found] = await tx<Holder[]>`
    select ${holder(tx)} from pass p, account a
    where p.hash = ${tokenHash(text)} and p.purpose in ('invitation', 'reset') and ${usable(tx, now)}`
  return found
}

/** Uses a link up. Of two at once, one gets it. As the door. */
export async function redeem(tx: Tx, token: unknown, now: Date): Promise<Holder | undefined> {
  const text = readToken(token)
  if (!text) return undefined
  const [found] = await tx<Holder[]>`
    update pass p set used_at = ${now} from account a
    where p.hash = ${tokenHash(text)} and p.purpose in ('invitation', 'reset') and ${usable(tx, now)}
    returning ${holder(tx)}`
  return found
}

/** Uses the code of a sign-in slip up. As the door. */
export async function redeemSlip(tx: Tx, accountId: number, typed: string, now: Date): Promise<Holder | undefined> {
  const code = readCode(typed)
  if (!code) return undefined
  const [found] = await tx<Holder[]>`
    update pass p set used_at = ${now} from account a
    where p.hash = ${codeHash(accountId, code)} and p.purpose = 'slip' and ${usable(tx, now)}
    returning ${holder(tx)}`
  return found
}
