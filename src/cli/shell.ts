import { type Db, database } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import type { Staff } from '../person/may.ts'
import { type Keys, keysFrom } from '../person/seal.ts'
import { shellStaff } from '../person/shell.ts'
import { type Context, Refusal } from './command.ts'
import { connect } from './run/connect.ts'
import { secretOf } from './run/secret.ts'

/** What a command that administers works with. */
export type Shell = Readonly<{ db: Db; keys: Keys; staff: Staff; now: Date; context: Context }>

/** Opens the database for one command, along with a running Lapor or alone, and acts for the centre. */
export async function inShell(context: Context, work: (shell: Shell) => Promise<number>): Promise<number> {
  const { env, log } = context
  await using ends = new AsyncDisposableStack()
  const connected = await connect(env, log, true)
  ends.defer(connected.stop)
  await migrate(connected.ownerUrl)
  const db = database({ url: connected.ownerUrl, appUrl: undefined, max: 2 })
  ends.defer(db.end)
  const staff = await shellStaff(db)
  if (!staff) throw new Refusal('there is no centre yet: load the country with `npx lapor seed` first')
  return await work({ db, keys: keysFrom(secretOf(env)), staff, now: new Date(), context })
}
