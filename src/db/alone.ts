import postgres from 'postgres'

/** One connection for one piece of work, closed whatever became of it. */

/** Seconds. The driver's `end` waits for ever when a connection was lost in the midst of a query: then it is left. */
const patience = { timeout: 5 }

/** @param connectTimeout seconds until a server counts as away. */
export async function alone<T>(
  url: string,
  work: (sql: postgres.Sql) => Promise<T>,
  { connectTimeout = 30 } = {},
): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: connectTimeout, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end(patience)
  }
}
