import { loadCountry } from '../../../seed/country.ts'
import { alone } from '../../db/alone.ts'
import { type Db, database } from '../../db/database.ts'
import type { Env } from '../../env.ts'
import type { Log } from '../../log.ts'
import { Refusal } from '../command.ts'
import { loginProblem } from '../examine.ts'
import { bringUp } from '../tables.ts'
import type { Connected } from './connect.ts'
import { demonstrate } from './demonstration.ts'
import { secretOf } from './secret.ts'

/** Brings the database to the state this version needs and opens the doors into it. */
export async function ready(connected: Connected, env: Env, log: Log): Promise<Db> {
  for (const name of await bringUp(connected)) log.info({ migration: name }, 'migration applied')
  const db = database({ url: connected.ownerUrl, appUrl: connected.appUrl, max: env.DATABASE_POOL })
  try {
    await seedOnce(connected.ownerUrl, db, env, log)
    if (env.production && !connected.embedded) await refuseStrong(connected)
    if (env.production) await refuseDemonstration(db)
    return db
  } catch (reason) {
    await db.end()
    throw reason
  }
}

/** The one place where an empty database is filled. */
async function seedOnce(ownerUrl: string, db: Db, env: Env, log: Log): Promise<void> {
  const [filled] = await db.worker`select from agency limit 1`
  if (filled && env.production) return
  return alone(ownerUrl, async (sql) => {
    if (!filled) await loadCountry(sql, env.EDITION, env.CITY_AREA).catch(refuse)
    if (!filled) log.info('the country was loaded')
    if (!env.production) await demonstrate(sql, db, secretOf(env), new Date())
  })
}

/** Behind a login that owns the tables the walls stand open. */
async function refuseStrong({ appUrl }: Connected): Promise<void> {
  const wrong = await loginProblem(appUrl, false)
  if (wrong) throw new Refusal(`DATABASE_APP_URL: ${wrong}`)
}

function refuse(reason: unknown): never {
  throw reason instanceof RangeError ? new Refusal(`CITY_AREA: ${reason.message}`) : reason
}

/** What this installation is called, and the regency or city that it belongs to; the nation has no place. */
export async function calledIn(db: Db, env: Env): Promise<{ service: string; place: string }> {
  if (env.EDITION === 'national') return { service: 'LAPOR', place: '' }
  const [row] = await db.worker<{ service: string; place: string }[]>`
    select root.short_name as service, replace(g.name, 'Pemerintah ', '') as place
    from agency root join agency g on g.parent_id = root.id and g.kind in ('regency', 'city')
    where root.parent_id is null order by g.id limit 1`
  return row ?? { service: 'ULPIM', place: '' }
}

/** Accounts with numbers below this belong to the seed (0003_person.sql). */
const firstIssued = 100_000

/** Real people's words do not go where somebody may sign in with a password that everybody knows. */
async function refuseDemonstration(db: Db): Promise<void> {
  const [accounts] = await db.worker<{ demonstration: number; administrators: number }[]>`
    select count(*) filter (where id < ${firstIssued})::int as demonstration,
      count(*) filter (where 'administrator' = any(roles))::int as administrators
    from account where disabled_at is null`
  if (accounts && accounts.demonstration > 0)
    throw new Refusal(
      'this database holds demonstration accounts, whose passwords are known. Begin production with an empty database: set DATABASE_URL or DATA_DIR to another one',
    )
  if (accounts?.administrators === 0)
    throw new Refusal(
      'nobody can sign in yet: issue the first administrator with `npx lapor account`, then start again',
    )
}
