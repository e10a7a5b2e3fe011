import postgres from 'postgres'

/** Three doors into one database. Each signs in as a role that owns nothing; what a role may see is decided by policies. */

const types = {
  /** Identity keys stay far below 2^53. */
  id: { to: 20, from: [20], serialize: String, parse: Number },
  /** A calendar day has no zone: it stays text, YYYY-MM-DD. */
  day: { to: 1082, from: [1082], serialize: String, parse: String },
}

export type Sql = postgres.Sql<{ id: number; day: string }>
export type Tx = postgres.ReservedSql<{ id: number; day: string }>

export type Db = Readonly<{
  /** People: whoever works through the web. Always inside `withActor`. */
  app: Sql
  /** Filing: may call `file_reports` and nothing else. */
  intake: Sql
  /** Background jobs. */
  worker: Sql
  end: () => Promise<void>
}>

export type Connection = { url: string; appUrl?: string | undefined; max?: number; onnotice?: (text: string) => void }

function pool(url: string, role: string, max: number): Sql {
  return postgres(url, {
    max,
    types,
    idle_timeout: 0,
    connect_timeout: 10,
    transform: { ...postgres.camel, undefined: null },
    connection: { application_name: 'lapor', role, statement_timeout: 10_000, TimeZone: 'UTC' },
    onnotice: () => {},
  }) as unknown as Sql
}

/** `appUrl`, if given, is a login that is a member of the three roles and owns nothing; else the owner's login steps down. */
export function database({ url, appUrl = url, max = 10 }: Connection): Db {
  const app = pool(appUrl, 'lapor_app', max)
  const intake = pool(appUrl, 'lapor_intake', 2)
  const worker = pool(appUrl, 'lapor_worker', Math.max(8, Math.ceil(max / 2)))
  return {
    app,
    intake,
    worker,
    end: async () => void (await Promise.all([app, intake, worker].map((sql) => sql.end({ timeout: 5 })))),
  }
}
