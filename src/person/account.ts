import type { Tx } from '../db/database.ts'
import { beginningsOf } from '../report/search/words.ts'
import type { Role } from './may.ts'

/** Accounts as administrators read them. The walls decide which; what was asked for outside is not there. */

export type Account = Readonly<{
  id: number
  agencyId: number
  agencyName: string
  agencyPath: string
  username: string
  name: string
  email: string | null
  roles: readonly Role[]
  language: 'id' | 'en'
  /** A password was chosen: the person has been here. */
  hasPassword: boolean
  mustChange: boolean
  disabledAt: Date | null
  createdAt: Date
  signedInAt: Date | null
}>

const columns = (tx: Tx) => tx`
  a.id, a.agency_id, g.name as agency_name, a.agency_path, a.username, a.name, a.email, a.roles, a.language, a.has_password,
  a.must_change, a.disabled_at, a.created_at, a.signed_in_at`

export const accountPage = 50

type Wanted = Readonly<{
  /** Path of the branch that is looked at. */
  below: string
  /** The one agency instead of the whole branch. */
  agencyId?: number | undefined
  /** The beginnings of words of the name, the user name or the address. */
  search?: string | undefined
  /** Continue after this username. */
  after?: string | undefined
}>

/** One page by username, and one row more when there are others. */
export async function accountsBelow(tx: Tx, wanted: Wanted, limit = accountPage): Promise<Account[]> {
  const { below, agencyId, search, after } = wanted
  const words = search ? beginningsOf(search) : undefined
  if (search && words === undefined) return []
  return tx<Account[]>`
    select ${columns(tx)} from account a join agency g on g.id = a.agency_id
    where a.agency_path >= ${below} and a.agency_path < ${`${below}~`} and a.username > ${after ?? ''}
      ${agencyId === undefined ? tx`` : tx`and a.agency_id = ${agencyId}`}
      ${words === undefined ? tx`` : tx`and a.id = any(array(select find_accounts(${words}, ${agencyId ?? null}, ${after ?? ''}, ${limit + 1})))`}
    order by a.username limit ${limit + 1}`
}

/** One account of the branch. */
export async function accountById(tx: Tx, below: string, id: number): Promise<Account | undefined> {
  const [account] = await tx<Account[]>`
    select ${columns(tx)} from account a join agency g on g.id = a.agency_id
    where a.id = ${id} and starts_with(a.agency_path, ${below})`
  return account
}

/** Colleagues at the same agency who could take somebody's open work over. */
export async function colleaguesOf(
  tx: Tx,
  account: Pick<Account, 'id' | 'agencyId'>,
): Promise<{ id: number; name: string }[]> {
  return tx`
    select id, name from account
    where agency_id = ${account.agencyId} and id <> ${account.id} and disabled_at is null and 'officer' = any (roles)
    order by name, id limit 500`
}

/** How much somebody still has to do: reports in the field and drafts. */
export async function openWorkOf(tx: Tx, accountId: number): Promise<number> {
  const [row] = await tx<{ count: number | null }[]>`select open_work(${accountId}) as count`
  return row?.count ?? 0
}

export type HistoryLine = Readonly<{
  id: number
  name: string
  accountName: string | null
  accountId: number | null
  agencyName: string | null
  byName: string | null
  data: Readonly<Record<string, unknown>>
  at: Date
}>

/** What was done to accounts and agencies of a branch, latest first, keyset-paged by id. */
export async function historyBelow(
  tx: Tx,
  wanted: { below: string; accountId?: number | undefined; before?: number | undefined },
  limit = accountPage,
): Promise<HistoryLine[]> {
  return tx<HistoryLine[]>`
    select e.id, e.name, e.account_id, a.name as account_name, g.name as agency_name, b.name as by_name, e.data, e.at
    from account_event e left join account a on a.id = e.account_id left join agency g on g.id = e.agency_id
      left join account b on b.id = e.by_account
    where e.agency_path >= ${wanted.below} and e.agency_path < ${`${wanted.below}~`}
      ${wanted.accountId === undefined ? tx`` : tx`and e.account_id = ${wanted.accountId}`}
      ${wanted.before === undefined ? tx`` : tx`and e.id < ${wanted.before}`}
    order by e.id desc limit ${limit + 1}`
}
