import postgres from 'postgres'
import { alone } from '../db/alone.ts'
import { pending } from '../db/migrate.ts'
import { brokenChains } from '../report/read/chain.ts'
import type { Check } from './doctor.ts'
import type { Connected } from './run/connect.ts'

const roles = ['lapor_app', 'lapor_intake', 'lapor_worker', 'lapor_registrar']

/** What a database must be for the walls to stand in it. */
export function databaseChecks({ ownerUrl, appUrl, embedded }: Connected): {
  checks: Check[]
  end: () => Promise<void>
} {
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 5, onnotice: () => {} })
  const checks: Check[] = [
    ['database answers', () => answers(sql)],
    ['database version', () => version(sql)],
    ['roles', () => existing(sql)],
    ['migrations', async () => list(await pending(ownerUrl), 'not applied yet: run `npx lapor migrate`')],
    ['walls between agencies', () => walls(sql)],
    ['ledger of every report', () => ledger(sql)],
    ['login of the application', () => loginProblem(appUrl, embedded)],
  ]
  return { checks, end: () => sql.end({ timeout: 5 }) }
}

const list = (names: readonly string[], words: string) =>
  names.length === 0 ? undefined : `${names.join(', ')} ${words}`

async function answers(sql: postgres.Sql): Promise<string | undefined> {
  try {
    await sql`select 1`
  } catch (reason) {
    return `${(reason as { code?: string }).code ?? 'no answer'}: check DATABASE_URL, and that the server runs and lets this machine in`
  }
}

async function version(sql: postgres.Sql): Promise<string | undefined> {
  const [row] = await sql<{ number: number; name: string }[]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name`
  if (row && row.number < 150_000) return `PostgreSQL ${row.name} is too old: 15 or newer is needed`
}

async function existing(sql: postgres.Sql): Promise<string | undefined> {
  const rows = await sql<{ rolname: string }[]>`select rolname from pg_roles where rolname in ${sql(roles)}`
  const missing = roles.filter((role) => !rows.some((row) => row.rolname === role))
  return list(missing, 'missing: run `npx lapor migrate` as a user that may create roles')
}

/** Reads every line of every report: minutes, where there are millions. */
async function ledger(sql: postgres.Sql): Promise<string | undefined> {
  const [there] = await sql<{ is: boolean }[]>`select to_regclass('event') is not null as is`
  if (!there?.is) return undefined
  const broken = await sql.begin(async (tx) => {
    await tx`set local role lapor_worker`
    return brokenChains(tx, 5)
  })
  return list(broken, 'changed behind the back of the application: compare with a backup')
}

/** Tables that everybody may know, or that only the owner touches. */
const open = ['area', 'migration']

async function walls(sql: postgres.Sql): Promise<string | undefined> {
  const rows = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'vault') and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity) and c.relname not in ${sql(open)}`
  return list(
    rows.map((row) => row.name),
    'without forced row-level security: restore the database, or ask who changed it',
  )
}

/** What is wrong with the login of the application, in words that follow its name. */
export async function loginProblem(appUrl: string | undefined, embedded: boolean): Promise<string | undefined> {
  if (!appUrl)
    return embedded
      ? undefined
      : 'not set, so the owner of the tables is used: set DATABASE_APP_URL to a login that owns nothing'
  const ask = (sql: postgres.Sql) => sql<{ strong: boolean; member: boolean }[]>`
    select rolsuper or rolbypassrls or exists (select from pg_class where relowner = pg_roles.oid) as strong,
      (select bool_and(pg_has_role(role, 'member')) from unnest(${roles.slice(0, 3)}::text[]) role) as member
    from pg_roles where rolname = current_user`
  try {
    const [is] = await alone(appUrl, ask, { connectTimeout: 5 })
    if (is?.strong) return 'this login owns tables or passes every wall; it must be another one than the owner'
    if (!is?.member) return 'this login is not a member of lapor_app, lapor_intake and lapor_worker: grant them to it'
  } catch (reason) {
    return `${(reason as { code?: string }).code ?? 'no answer'}: check the name and password in DATABASE_APP_URL`
  }
}
