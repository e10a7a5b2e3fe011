import { grantLogin } from '../db/login.ts'
import { migrate } from '../db/migrate.ts'
import { migrateJobs } from '../job/schema.ts'
import type { Connected } from './run/connect.ts'

/** Brings the tables to the state of this version; the login of our own database can then sign in.
 *  @returns the names of the migrations that were applied now. */
export async function bringUp({ ownerUrl, appUrl, embedded }: Connected): Promise<string[]> {
  const names = await migrate(ownerUrl)
  await migrateJobs(ownerUrl)
  if (embedded && appUrl) await grantLogin(ownerUrl, appUrl)
  return names
}
