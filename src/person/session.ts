import { withActor } from '../db/actor.ts'
import type { Db, Tx } from '../db/database.ts'
import type { Staff } from './may.ts'
import { newToken, readToken, tokenHash } from './secret/token.ts'

/** Who is signed in on which device. A session ends after half an hour without a sign of life, after twelve hours, and at once
 *  when the account is disabled, moved, given other roles or another password. */

const idleMinutes = 30
const lifeHours = 12

const minutesBefore = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)

/** Opens a session. @returns its token, which is kept nowhere. */
export async function openSession(tx: Tx, accountId: number, device: string, now: Date): Promise<string> {
  const token = newToken()
  const until = new Date(now.getTime() + lifeHours * 3_600_000)
  await tx`
    insert into session (hash, account_id, created_at, seen_at, expires_at, device)
    values (${tokenHash(token)}, ${accountId}, ${now}, ${now}, ${until}, ${device.slice(0, 100)})`
  return token
}

/** The person behind a session, as they are now; nobody when it has ended, or the account or its agency is closed. */
export async function staffBySession(db: Db, token: unknown, now: Date): Promise<Staff | undefined> {
  const text = readToken(token)
  if (!text) return undefined
  const hash = tokenHash(text)
  return withActor(db, { kind: 'door' }, async (tx) => {
    const [staff] = await tx<Staff[]>`
      with live as materialized (
        select s.seen_at, a.id as person_id, a.name, a.username, a.agency_id, g.name as agency_name, g.kind as agency_kind,
          g.path, g.zone, a.roles, a.language, a.must_change
        from session s join account a on a.id = s.account_id join agency g on g.id = a.agency_id
        where s.hash = ${hash} and s.expires_at > ${now} and s.seen_at > ${minutesBefore(now, idleMinutes)}
          and a.disabled_at is null and g.active),
      seen as (
        update session s set seen_at = ${now} from live
        where s.hash = ${hash} and live.seen_at < ${minutesBefore(now, 1)})
      select person_id, name, username, agency_id, agency_name, agency_kind, path, zone, roles, language, must_change from live`
    return staff
  })
}

export async function signOut(db: Db, token: unknown): Promise<void> {
  const text = readToken(token)
  if (text) await withActor(db, { kind: 'door' }, (tx) => endSession(tx, text))
}

export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx`delete from session where hash = ${tokenHash(token)}`
}

/** Ends every session of an account, as the door, the person or whoever manages the account. */
export async function signOutEverywhere(tx: Tx, accountId: number): Promise<void> {
  await tx`delete from session where account_id = ${accountId}`
}

export type Device = Readonly<{ device: string; createdAt: Date; seenAt: Date; current: boolean }>

/** Where somebody is signed in, as that person. */
export async function devicesOf(tx: Tx, personId: number, token: unknown, now: Date): Promise<Device[]> {
  const hash = tokenHash(readToken(token) ?? '')
  return tx<Device[]>`
    select device, created_at, seen_at, hash = ${hash} as current from session
    where account_id = ${personId} and expires_at > ${now} and seen_at > ${minutesBefore(now, idleMinutes)}
    order by seen_at desc limit 50`
}
