import type { Tx } from '../db/database.ts'
import { type Entry, type FieldRefusal, type NewAccount, wrongFields } from './grant.ts'
import { queueLetters } from './invite.ts'
import { note } from './ledger.ts'
import { has, type Staff } from './may.ts'
import type { Keys } from './seal.ts'
import { issuePasses } from './secret/pass.ts'

/** Accounts are issued from above: by an administrator, for the own agency and everything below it. */

export type IssueRefusal = FieldRefusal | 'not-allowed' | 'agency-unknown' | 'agency-closed' | 'username-taken'
export type Issued = Readonly<NewAccount & { accountId: number; agencyName: string; code: string | null; until: Date }>
export type IssuedAll =
  | { ok: true; accounts: Issued[] }
  | { ok: false; refusal: 'lines'; lines: { index: number; refusal: IssueRefusal }[] }

type Agency = { id: number; path: string; kind: string; name: string; active: boolean }

/** Makes one account and its invitation or sign-in slip. The caller runs it in `attempt`. */
export async function issueAccount(tx: Tx, keys: Keys, staff: Staff, input: NewAccount, now: Date) {
  const all = await issueAccounts(tx, keys, staff, [input], now)
  const [account] = all.ok ? all.accounts : []
  if (account) return { ok: true as const, account }
  return { ok: false as const, refusal: (!all.ok && all.lines[0]?.refusal) || ('not-allowed' as const) }
}

/** Makes any number of accounts, all or none: one wrong line refuses the whole and every wrong line is named. The number of
 *  statements does not grow with the number of accounts. */
export async function issueAccounts(
  tx: Tx,
  keys: Keys,
  staff: Staff,
  inputs: readonly NewAccount[],
  now: Date,
): Promise<IssuedAll> {
  const agencies = await branch(tx, staff, inputs)
  const check = checker(staff, agencies)
  const wrong = new Map<number, IssueRefusal>()
  for (const [index, input] of inputs.entries()) {
    const refusal = check(input)
    if (refusal) wrong.set(index, refusal)
  }
  const ids = await insert(
    tx,
    inputs.filter((_, index) => !wrong.has(index)),
    now,
  )
  for (const [index, { username }] of inputs.entries()) {
    if (!wrong.has(index) && !ids.has(username)) wrong.set(index, 'username-taken')
  }
  if (wrong.size > 0) {
    const lines = [...wrong].map(([index, refusal]) => ({ index, refusal })).sort((a, b) => a.index - b.index)
    return { ok: false, refusal: 'lines', lines }
  }
  const made = inputs.flatMap((input) => {
    const agency = agencies.get(input.agencyId)
    const accountId = ids.get(input.username)
    return agency && accountId ? [{ ...input, accountId, agencyName: agency.name, path: agency.path }] : []
  })
  await note(
    tx,
    'account_issued',
    made.map((it) => ({ ...line(it), data: { roles: it.roles, entry: it.entry } })),
    now,
  )
  return { ok: true, accounts: await letIn(tx, keys, made, now) }
}

const line = ({ accountId, agencyId, path }: { accountId: number; agencyId: number; path: string }) => ({
  accountId,
  agencyId,
  path,
})

async function branch(tx: Tx, staff: Staff, inputs: readonly NewAccount[]): Promise<Map<number, Agency>> {
  const ids = [...new Set(inputs.map(({ agencyId }) => agencyId))]
  const rows = await tx<Agency[]>`
    select id, path, kind, name, active from agency
    where id = any (${ids}::bigint[]) and starts_with(path, ${staff.path}) for key share`
  return new Map(rows.map((agency) => [agency.id, agency]))
}

function checker(staff: Staff, agencies: ReadonlyMap<number, Agency>) {
  const seen = new Set<string>()
  return (input: NewAccount): IssueRefusal | undefined => {
    const agency = agencies.get(input.agencyId)
    const twice = seen.has(input.username)
    seen.add(input.username)
    if (!has(staff, 'administrator')) return 'not-allowed'
    if (!agency) return 'agency-unknown'
    if (!agency.active) return 'agency-closed'
    return wrongFields(input, agency)[0] ?? (twice ? 'username-taken' : undefined)
  }
}

/** @returns the keys by username; a username that somebody has is missing. */
async function insert(tx: Tx, inputs: readonly NewAccount[], now: Date): Promise<Map<string, number>> {
  const rows = await tx<{ id: number; username: string }[]>`
    insert into account (agency_id, agency_path, username, name, email, roles, language, created_by, created_at)
    select x."agencyId", '', x.username, x.name, x.email, x.roles, x.language, nullif(internal.person(), 0), ${now}
    from jsonb_to_recordset(${JSON.stringify(inputs)}::text::jsonb) as x("agencyId" bigint, username text, name text, email text,
      roles text[], language text)
    on conflict do nothing returning id, username`
  return new Map(rows.map(({ id, username }) => [username, id]))
}

/** The way in: letters are queued, codes are handed back to be printed once. */
async function letIn(
  tx: Tx,
  keys: Keys,
  made: readonly Omit<Issued, 'code' | 'until'>[],
  now: Date,
): Promise<Issued[]> {
  const people = new Map(made.map((it) => [it.accountId, it]))
  const idsOf = (entry: Entry) => made.filter((it) => it.entry === entry).map((it) => it.accountId)
  const links = await issuePasses(tx, 'invitation', idsOf('invitation'), now)
  const slips = await issuePasses(tx, 'slip', idsOf('slip'), now)
  const addressed = links.map((pass) => {
    const { email = null, language = 'id' } = people.get(pass.accountId) ?? {}
    return { ...pass, email, language }
  })
  await queueLetters(tx, keys, 'invitation', addressed)
  return [...links, ...slips].flatMap(({ accountId, secret, until }) => {
    const person = people.get(accountId)
    return person ? [{ ...person, code: person.entry === 'slip' ? secret : null, until }] : []
  })
}
