import { batched, type Limits } from '../db/batch.ts'
import type { Sql } from '../db/database.ts'

/** Durable filing. Reports that arrive together share a commit. */

/** One row of `file_reports`, in the names of the database. */
export type Filing = Readonly<Record<string, unknown> & { key: string }>
export type Filed = {
  key: string
  reference: string
  reportId: number
  reporterId: number
  again: boolean
  same: boolean
}
export type Intake = (filing: Filing) => Promise<Filed>

/** @throws Busy when too many wait (nothing was kept), or what the database threw (unknown: send the same key again). */
export const intake = (sql: Sql, limits?: Limits): Intake =>
  batched((filings) => sql<Filed[]>`select * from file_reports(${sql.json(filings as never)})`, limits)
