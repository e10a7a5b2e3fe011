import type { Tx } from '../../db/database.ts'
import { type NewAccount, normalUsername } from '../grant.ts'
import { type Issued, type IssueRefusal, issueAccounts } from '../issue.ts'
import type { Role, Staff } from '../may.ts'
import type { Keys } from '../seal.ts'
import { type Line, readLines, type TableRefusal } from './csv.ts'
import { agencyResolver, type Resolver } from './resolve.ts'

/** Accounts from a table: thousands at once, all or none, and every wrong line said. Who has an e-mail address is invited, who
 *  has none gets a sign-in slip. */

export const mostLines = 20_000

export const accountColumns = {
  agency: ['instansi', 'kodeinstansi', 'agency'],
  name: ['nama', 'name'],
  username: ['namapengguna', 'pengguna', 'username'],
  email: ['email'],
  roles: ['peran', 'roles', 'role'],
  language: ['bahasa', 'language'],
} as const
type Column = keyof typeof accountColumns
const needed: readonly Column[] = ['agency', 'name', 'username', 'roles']

const roleWords: Readonly<Record<string, Role>> = {
  operator: 'operator',
  liaison: 'liaison',
  penghubung: 'liaison',
  'pejabat penghubung': 'liaison',
  officer: 'officer',
  petugas: 'officer',
  inspector: 'inspector',
  inspektorat: 'inspector',
  supervisor: 'supervisor',
  pengawas: 'supervisor',
  administrator: 'administrator',
  arbiter: 'arbiter',
  'pemutus wewenang': 'arbiter',
}

export type LineRefusal = IssueRefusal | TableRefusal | 'agency-ambiguous' | 'language'
export type WrongLine = Readonly<{ line: number; refusal: LineRefusal }>
export type Imported =
  | { ok: true; accounts: Issued[] }
  | { ok: false; refusal: 'lines'; lines: WrongLine[] }
  | { ok: false; refusal: 'dry-run'; accounts: Issued[] }

/** Runs in `attempt`: a dry run does everything and is then undone. */
export async function importAccounts(
  tx: Tx,
  keys: Keys,
  staff: Staff,
  given: { text: string; dryRun: boolean },
  now: Date,
): Promise<Imported> {
  const table = readLines(given.text, mostLines, accountColumns, needed)
  if (!table.ok) return table

  const agencies = await agencyResolver(tx, staff.path)
  const read = table.lines.map((row) => ({ line: row.line, asked: accountOf(row, agencies) }))
  const good = read.flatMap(({ line, asked }) => (typeof asked === 'string' ? [] : [{ line, asked }]))
  const wrong = read.flatMap(({ line, asked }) => (typeof asked === 'string' ? [{ line, refusal: asked }] : []))
  const issued = await issueAccounts(
    tx,
    keys,
    staff,
    good.map(({ asked }) => asked),
    now,
  )
  if (!issued.ok) wrong.push(...issued.lines.map(({ index, refusal }) => ({ line: good[index]?.line ?? 0, refusal })))
  if (wrong.length > 0) return { ok: false, refusal: 'lines', lines: wrong.sort((a, b) => a.line - b.line) }
  const accounts = issued.ok ? issued.accounts : []
  return given.dryRun ? { ok: false, refusal: 'dry-run', accounts } : { ok: true, accounts }
}

function accountOf({ cell }: Line<Column>, agencies: Resolver): NewAccount | LineRefusal {
  const agencyId = agencies.find(cell('agency'))
  if (typeof agencyId === 'string') return agencyId
  const roles = cell('roles')
    .toLowerCase()
    .split(/[|+/,;]/)
    .map((word) => roleWords[word.trim()])
  if (!roles.every((role) => role !== undefined)) return 'roles'
  const language = cell('language').toLowerCase() || 'id'
  if (language !== 'id' && language !== 'en') return 'language'
  const email = cell('email') || null
  return {
    agencyId,
    username: normalUsername(cell('username')),
    name: cell('name').normalize('NFC'),
    email,
    roles: [...new Set(roles)],
    language,
    entry: email ? 'invitation' : 'slip',
  }
}
