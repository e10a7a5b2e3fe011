import { parseArgs } from 'node:util'
import { attempt, withActor } from '../db/actor.ts'
import { type Account, accountsBelow } from '../person/account.ts'
import { normalUsername } from '../person/grant.ts'
import { issueAccount } from '../person/issue.ts'
import { disableAccount, enableAccount } from '../person/manage/change.ts'
import { newSlip } from '../person/manage/details.ts'
import { actorOf, type Role } from '../person/may.ts'
import { agencyResolver } from '../person/table/resolve.ts'
import { type Command, Refusal } from './command.ts'
import { inShell, type Shell } from './shell.ts'

const usage = `npx lapor account …

  create --username NAME --name "FULL NAME" --roles administrator[,operator …] [--agency KEY-OR-NAME] [--email ADDRESS]
  slip NAME                      a new one-time code; earlier ones die
  disable NAME [--heir NAME]     open work goes to the heir
  enable NAME`

export const account: Command = {
  words: 'issues, disables and enables accounts: create | slip | disable | enable',
  run: (context) => inShell(context, (shell) => run(shell, context.args)),
}

const options = { username: { type: 'string' }, name: { type: 'string' }, roles: { type: 'string' }, agency: { type: 'string' },
  email: { type: 'string' }, heir: { type: 'string' } } as const // biome-ignore format: the options of the usage above

async function run(shell: Shell, args: readonly string[]): Promise<number> {
  const { positionals, values } = read(args)
  const [what, username = ''] = positionals
  if (what === 'create') return create(shell, values)
  const id = async (name: string) => (await named(shell, name)).id
  const { staff, now } = shell
  if (what === 'slip') return slip(shell, await id(username))
  if (what === 'enable') return done(shell, await id(username), (tx, one) => enableAccount(tx, staff, one, now))
  if (what !== 'disable') throw new Refusal(usage)
  const heirId = values.heir === undefined ? undefined : await id(values.heir)
  return done(shell, await id(username), (tx, one) => disableAccount(tx, staff, one, { heirId }, now))
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch {
    throw new Refusal(usage)
  }
}

async function create(
  { db, keys, staff, now, context }: Shell,
  values: ReturnType<typeof read>['values'],
): Promise<number> {
  const made = await attempt(db, actorOf(staff), async (tx) => {
    const agencyId =
      values.agency === undefined ? staff.agencyId : (await agencyResolver(tx, staff.path)).find(values.agency)
    if (typeof agencyId === 'string') return { ok: false as const, refusal: agencyId }
    const input = {
      agencyId,
      username: normalUsername(values.username ?? ''),
      name: values.name?.trim() ?? '',
      email: values.email?.trim() || null,
      roles: (values.roles ?? '').split(/[,\s]+/).filter((role) => role !== '') as Role[],
      language: 'id' as const,
      entry: 'slip' as const,
    }
    return issueAccount(tx, keys, staff, input, now)
  })
  if (!made.ok) throw new Refusal(`no account was made: ${made.refusal}\n\n${usage}`)
  const { username, agencyName, code, until } = made.account
  context.say(
    `${username} (${agencyName}) signs in once with ${code} until ${until.toISOString()}, and then chooses a password.`,
  )
  return 0
}

async function slip(shell: Shell, id: number): Promise<number> {
  const { db, staff, now, context } = shell
  const made = await attempt(db, actorOf(staff), (tx) => newSlip(tx, staff, id, now))
  if (!made.ok) throw new Refusal(`no code was made: ${made.refusal}`)
  context.say(`${made.account.username} signs in once with ${made.pass.secret} until ${made.pass.until.toISOString()}.`)
  return 0
}

async function done(
  { db, staff, context }: Shell,
  id: number,
  change: (
    tx: Parameters<Parameters<typeof attempt>[2]>[0],
    id: number,
  ) => Promise<{ ok: true } | { ok: false; refusal: string }>,
): Promise<number> {
  const changed = await attempt(db, actorOf(staff), (tx) => change(tx, id))
  if (!changed.ok) throw new Refusal(`nothing was changed: ${changed.refusal}`)
  context.say('Done.')
  return 0
}

async function named({ db, staff }: Shell, typed: string): Promise<Account> {
  const username = normalUsername(typed)
  const found = await withActor(db, actorOf(staff), (tx) =>
    accountsBelow(tx, { below: staff.path, search: username }, 1000),
  )
  const account = found.find((one) => one.username === username)
  if (!account) throw new Refusal(username === '' ? usage : `there is no account "${username}"`)
  return account
}
