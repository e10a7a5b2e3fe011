import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { importAgencies } from '../agency/import.ts'
import { attempt } from '../db/actor.ts'
import { actorOf } from '../person/may.ts'
import { writeCsv } from '../person/table/csv.ts'
import { importAccounts } from '../person/table/issue-many.ts'
import { type Command, Refusal } from './command.ts'
import { inShell, type Shell } from './shell.ts'

const usage = `npx lapor import accounts|agencies FILE.csv [--dry-run]

  accounts: instansi; nama; nama pengguna; email; peran; bahasa     (who has no e-mail address gets a code, printed as CSV)
  agencies: induk; nama; singkatan; wilayah; jenis; tugas           (parents before children)`

export const importTable: Command = {
  words: 'issues accounts or makes agencies from a table (CSV), all or none: accounts | agencies',
  run: async (context) => {
    const { positionals, values } = read(context.args)
    const [what, path] = positionals
    if ((what !== 'accounts' && what !== 'agencies') || path === undefined) throw new Refusal(usage)
    const text = await readFile(path, 'utf8').catch(() => {
      throw new Refusal(`${path} cannot be read`)
    })
    const given = { text, dryRun: values['dry-run'] ?? false }
    return inShell(context, (shell) => (what === 'accounts' ? accounts(shell, given) : agencies(shell, given)))
  },
}

function read(args: readonly string[]) {
  try {
    const options = { 'dry-run': { type: 'boolean' } } as const
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch {
    throw new Refusal(usage)
  }
}

type Given = { text: string; dryRun: boolean }

async function accounts({ db, keys, staff, now, context }: Shell, given: Given): Promise<number> {
  const done = await attempt(db, actorOf(staff), (tx) => importAccounts(tx, keys, staff, given, now))
  if (!done.ok && done.refusal === 'lines') throw refused(done.lines)
  if (!done.ok) return dry(context.say, done.accounts.length, 'accounts')
  const slips = done.accounts.filter(({ code }) => code !== null)
  const rows = slips.map(({ agencyName, name, username, code }) => [agencyName, name, username, code ?? ''])
  context.say(writeCsv([['instansi', 'nama', 'nama pengguna', 'kode sekali pakai'], ...rows]).trimEnd())
  return 0
}

async function agencies({ db, staff, now, context }: Shell, given: Given): Promise<number> {
  const done = await attempt(db, actorOf(staff), (tx) => importAgencies(tx, staff.path, given, now))
  if (!done.ok && done.refusal === 'lines') throw refused(done.lines)
  if (!done.ok) return dry(context.say, done.agencies.length, 'agencies')
  context.say(`${done.agencies.length} agencies were made.`)
  return 0
}

function dry(say: (line: string) => void, count: number, what: string): number {
  say(`Every line is right: ${count} ${what} would be made. Nothing was kept.`)
  return 0
}

const refused = (lines: readonly { line: number; refusal: string }[]) =>
  new Refusal(`nothing was kept:\n  ${lines.map(({ line, refusal }) => `line ${line}: ${refusal}`).join('\n  ')}`)
