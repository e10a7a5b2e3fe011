import { randomUUID } from 'node:crypto'
import { attempt } from '../src/db/actor.ts'
import type { Db } from '../src/db/database.ts'
import type { NewAccount } from '../src/person/grant.ts'
import { issueAccount } from '../src/person/issue.ts'
import { actorOf, type Role, type Staff } from '../src/person/may.ts'
import { changePassword } from '../src/person/own.ts'
import { keysFrom } from '../src/person/seal.ts'
import { staffBySession } from '../src/person/session.ts'
import { shellStaff } from '../src/person/shell.ts'
import { signIn } from '../src/person/sign-in.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** A handful of offices with people in them, for tests: the centre, two cities, and a unit of each. */

export const keys = keysFrom('a secret of the tests')
export const now = new Date('2026-03-02T02:00:00Z')
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
export const goodPassword = 'kambing terbang jauh'
export const office = { centre: 1, blitar: 3572, blitarRoads: 3572006, kediri: 3571, kediriRoads: 3571006 } as const

export async function offices(): Promise<TestDatabase> {
  const made = await testDatabase()
  await made.admin`
    insert into agency (id, parent_id, path, kind, name, short_name) values
      (1, null, '/1/', 'centre', 'Pusat LAPOR!', 'PUSAT'),
      (3572, 1, '/1/3572/', 'city', 'Pemerintah Kota Blitar', 'Kota Blitar'),
      (3572006, 3572, '/1/3572/3572006/', 'unit', 'Dinas PUPR Kota Blitar', 'DPUPR Kota Blitar'),
      (3571, 1, '/1/3571/', 'city', 'Pemerintah Kota Kediri', 'Kota Kediri'),
      (3571006, 3571, '/1/3571/3571006/', 'unit', 'Dinas PUPR Kota Kediri', 'DPUPR Kota Kediri')`
  return made
}

export const person = (
  agencyId: number,
  username: string,
  roles: readonly Role[],
  more: Partial<NewAccount> = {},
): NewAccount => ({
  agencyId,
  username,
  name: username.replaceAll('.', ' '),
  email: null,
  roles,
  language: 'id',
  entry: 'slip',
  ...more,
})

/** Whoever administers from the machine itself. */
export async function shell(db: Db): Promise<Staff> {
  const staff = await shellStaff(db)
  if (!staff) throw new Error('there is no centre')
  return staff
}

/** Issues an account with a sign-in slip. */
export async function issue(db: Db, input: NewAccount, by?: Staff): Promise<{ accountId: number; code: string }> {
  const staff = by ?? (await shell(db))
  const made = await attempt(db, actorOf(staff), (tx) => issueAccount(tx, keys, staff, input, now))
  if (!made.ok) throw new Error(`not issued: ${made.refusal}`)
  return { accountId: made.account.accountId, code: made.account.code ?? '' }
}

export const entering = (username: string, password: string, address = '192.0.2.1') => ({
  username,
  password,
  device: 'Firefox · Linux',
  address,
})

/** Issues an account, signs in with its slip and chooses a password. */
export async function hired(db: Db, input: NewAccount): Promise<{ staff: Staff; token: string }> {
  const { code } = await issue(db, input)
  const address = `2001:db8:${randomUUID().slice(0, 4)}::1`
  const first = await signIn(db, keys, entering(input.username, code, address), now)
  if (!first.ok) throw new Error(`did not sign in: ${first.refusal}`)
  const chosen = await changePassword(
    db,
    keys,
    first.staff,
    { current: '', chosen: goodPassword, device: 'Firefox' },
    now,
  )
  const staff = chosen.ok ? await staffBySession(db, chosen.token, now) : undefined
  if (!chosen.ok || !staff) throw new Error('did not choose a password')
  return { staff, token: chosen.token }
}
