import { type Role, roles } from './may.ts'

/** What an administrator may give to whom. Pure. */

export type Entry = 'invitation' | 'slip'

/** An account as somebody asks for it. */
export type NewAccount = Readonly<{
  agencyId: number
  username: string
  name: string
  email: string | null
  roles: readonly Role[]
  language: 'id' | 'en'
  /** How the person gets in: a link by e-mail, or a code on paper. */
  entry: Entry
}>

export type FieldRefusal = 'username' | 'name' | 'email' | 'email-missing' | 'roles' | 'role-arbiter'

/** The one way in which names of accounts are written. */
export const normalUsername = (text: string) =>
  text.toWellFormed().normalize('NFKC').replace(/\p{C}/gu, '').trim().toLowerCase()

/** Everything that is wrong at once, in the order of the form. */
export function wrongFields(input: NewAccount, agency: { kind: string }): FieldRefusal[] {
  const { username, name, email, entry } = input
  const wrong = [
    name.length < 2 || name.length > 100 ? ('name' as const) : undefined,
    /^[a-z0-9][a-z0-9._-]{2,63}$/.test(username) ? undefined : ('username' as const),
    email !== null && !isEmail(email) ? ('email' as const) : undefined,
    entry === 'invitation' && email === null ? ('email-missing' as const) : undefined,
    wrongRoles(input.roles, agency),
  ]
  return wrong.filter((one) => one !== undefined)
}

/** Disputed authority is decided at the centre and nowhere else. */
export function wrongRoles(wanted: readonly Role[], agency: { kind: string }): 'roles' | 'role-arbiter' | undefined {
  if (wanted.length === 0 || wanted.some((role) => !roles.includes(role))) return 'roles'
  return wanted.includes('arbiter') && agency.kind !== 'centre' ? 'role-arbiter' : undefined
}

/** Good enough to be written to; whether somebody reads there is found out by writing. */
export const isEmail = (text: string) =>
  text.length <= 254 && /^[^\s@<>,;:"()[\]\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)
