import { withActor } from '../db/actor.ts'
import type { Db, Tx } from '../db/database.ts'
import { normalUsername } from './grant.ts'
import { queueLetters } from './invite.ts'
import { note } from './ledger.ts'
import { actorOf, type Staff } from './may.ts'
import type { Keys } from './seal.ts'
import { endPasses, holderOf, issuePasses, redeem } from './secret/pass.ts'
import { hashPassword, type PasswordRefusal, verifyPassword, weakness } from './secret/password.ts'
import { linkBuckets, mayTry, ownBuckets, resetBuckets } from './secret/throttle.ts'
import { openSession, signOutEverywhere } from './session.ts'

/** What people do with their own account: choose a password, ask for a way back in, choose a language. */

const door = { kind: 'door' } as const
type Named = { username: string; name: string }
const namesOf = ({ username, name }: Named) => [username, ...name.split(/\s+/)]

/** Whoever does something grave types their own password again.
 *  @throws Busy when too many wait already. */
export async function provesPassword(
  db: Db,
  keys: Keys,
  personId: number,
  typed: string,
  now: Date,
): Promise<'proved' | 'no-match' | 'too-many'> {
  const { kept, may } = await ownTry(db, keys, personId, now)
  if (!may) return 'too-many'
  return kept !== null && (await verifyPassword(typed, kept)) ? 'proved' : 'no-match'
}

const ownTry = (db: Db, keys: Keys, personId: number, now: Date) =>
  withActor(db, door, async (tx) => {
    const [row] = await tx<{ kept: string | null }[]>`select kept_password(${personId}) as kept`
    return { kept: row?.kept ?? null, may: await mayTry(tx, ownBuckets(keys, personId), now) }
  })

export type Chosen<T> = ({ ok: true } & T) | { ok: false; refusal: PasswordRefusal | 'no-match' | 'too-many' }

/** Every session ends, and this device gets a new one. Whoever has a password must know it.
 *  @throws Busy when too many wait already. */
export async function changePassword(
  db: Db,
  keys: Keys,
  staff: Staff,
  given: { current: string; chosen: string; device: string },
  now: Date,
): Promise<Chosen<{ token: string }>> {
  const { kept, may } = await ownTry(db, keys, staff.personId, now)
  if (!may) return { ok: false, refusal: 'too-many' }
  if (kept !== null && !(await verifyPassword(given.current, kept))) return { ok: false, refusal: 'no-match' }
  const weak = weakness(given.chosen, namesOf(staff))
  if (weak) return { ok: false, refusal: weak }
  const hash = await hashPassword(given.chosen)
  const token = await withActor(db, actorOf(staff), async (tx) => {
    const changed = await tx`
      update account set password_hash = ${hash}, must_change = false
      where id = ${staff.personId} and kept_password(id) is not distinct from ${kept} returning id`
    if (changed.length === 0) return undefined
    await signOutEverywhere(tx, staff.personId)
    await note(tx, 'account_password', [{ accountId: staff.personId, agencyId: staff.agencyId, path: staff.path }], now)
    return openSession(tx, staff.personId, given.device, now)
  })
  return token ? { ok: true, token } : { ok: false, refusal: 'no-match' }
}

export type LinkRefusal = PasswordRefusal | 'link-dead' | 'too-many'

/** Chooses a password by the link of an e-mail, which then is used up. A weak password does not use it up.
 *  @throws Busy when too many wait already. */
export async function passwordByLink(
  db: Db,
  keys: Keys,
  given: { token: unknown; chosen: string; address: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; refusal: LinkRefusal }> {
  const { may, holder } = await withActor(db, door, async (tx) => ({
    may: await mayTry(tx, linkBuckets(keys, given.address), now),
    holder: await holderOf(tx, given.token, now),
  }))
  if (!may) return { ok: false, refusal: 'too-many' }
  if (!holder) return { ok: false, refusal: 'link-dead' }
  const weak = weakness(given.chosen, namesOf(holder))
  if (weak) return { ok: false, refusal: weak }
  const hash = await hashPassword(given.chosen)
  const done = await withActor(db, door, async (tx) => {
    const used = await redeem(tx, given.token, now)
    if (!used) return false
    await tx`update account set password_hash = ${hash}, must_change = false where id = ${used.accountId}`
    await signOutEverywhere(tx, used.accountId)
    await endPasses(tx, [used.accountId], ['invitation', 'reset', 'slip'], now)
    await note(tx, 'account_password', [{ ...used, data: { by: used.purpose } }], now)
    return true
  })
  return done ? { ok: true } : { ok: false, refusal: 'link-dead' }
}

type Found = { id: number; agencyId: number; path: string; email: string; language: 'id' | 'en' }

/** Sends a link to whoever this user name or e-mail address belongs to. Nothing tells whether there is somebody. */
export async function askReset(db: Db, keys: Keys, who: { name: string; address: string }, now: Date): Promise<void> {
  const name = normalUsername(who.name.slice(0, 254))
  await withActor(db, door, async (tx) => {
    if (name === '' || !(await mayTry(tx, resetBuckets(keys, name, who.address), now))) return
    const found = await tx<Found[]>`
      select a.id, a.agency_id, a.agency_path as path, a.email, a.language from account a join agency g on g.id = a.agency_id
      where (a.username = ${name} or lower(a.email) = ${name}) and a.email is not null and a.disabled_at is null and g.active
      order by a.id limit 3`
    await sendReset(tx, keys, found, now)
  })
}

async function sendReset(tx: Tx, keys: Keys, found: readonly Found[], now: Date): Promise<void> {
  const passes = await issuePasses(
    tx,
    'reset',
    found.map(({ id }) => id),
    now,
  )
  const letters = passes.flatMap((pass) => {
    const person = found.find(({ id }) => id === pass.accountId)
    return person ? [{ ...pass, email: person.email, language: person.language }] : []
  })
  await queueLetters(tx, keys, 'reset', letters)
  await note(
    tx,
    'account_reset_asked',
    found.map(({ id, agencyId, path }) => ({ accountId: id, agencyId, path })),
    now,
  )
}

/** Tells somebody that their account was used on a device that was new to it, if an e-mail reaches them. As the person. */
export async function tellNewDevice(tx: Tx, keys: Keys, { personId, language }: Staff, now: Date): Promise<void> {
  const [row] = await tx<{ email: string | null }[]>`select email from account where id = ${personId}`
  await queueLetters(tx, keys, 'newDevice', [
    { accountId: personId, secret: '', until: now, email: row?.email ?? null, language },
  ])
}

/** The language of one's pages and notices. As the person. */
export async function chooseLanguage(tx: Tx, personId: number, language: 'id' | 'en'): Promise<void> {
  await tx`update account set language = ${language} where id = ${personId}`
}
