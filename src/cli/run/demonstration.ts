import type postgres from 'postgres'
import { demoPassword, people, seedPeople } from '../../../seed/people.ts'
import { seedPictures } from '../../../seed/pictures.ts'
import { seedWorld } from '../../../seed/world.ts'
import { ruleBook } from '../../agency/rulebook.ts'
import { reencoder } from '../../attachment/reencode.ts'
import { folderStore } from '../../attachment/store.ts'
import { alone } from '../../db/alone.ts'
import type { Db } from '../../db/database.ts'
import { keysFrom } from '../../person/seal.ts'
import type { Needs } from './site.ts'

/** For trying out: people to sign in as, and reports to work on. Never in production. */

/** Several processes may start on one database: one tells the stories. */
const lock = 7_215_343
const shown = ['operator.pusat', 'operator.blitar', 'penghubung.dpupr', 'petugas.dpupr', 'admin.blitar']

/** Does nothing where real accounts were issued, or when everything is there.
 *  @returns whether this is a demonstration. */
export async function demonstrate(owner: postgres.Sql, db: Db, secret: string, now: Date): Promise<boolean> {
  if (!(await seedPeople(owner, now))) return false
  await owner.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${lock})`
    await seedWorld(db, keysFrom(secret), await ruleBook(db, () => now)(), now)
  })
  return true
}

/** Draws the pictures of the visits, behind an open door: they take some seconds of a small machine. */
export async function illustrate(
  needs: Pick<Needs, 'db' | 'env' | 'log' | 'ownerUrl'>,
  stop: AbortSignal,
): Promise<void> {
  const keeping = { db: needs.db, store: folderStore(needs.env.UPLOADS_DIR), reencode: reencoder() }
  const draw = (owner: postgres.Sql) =>
    owner.begin(async (tx) => {
      const [first] = await tx<{ free: boolean }[]>`select pg_try_advisory_xact_lock(${lock}) as free`
      if (first?.free) await seedPictures(keeping, stop)
    })
  try {
    await alone(needs.ownerUrl, draw)
  } catch (reason) {
    needs.log.warn({ reason: String(reason) }, 'the pictures of the demonstration were not drawn')
  }
}

/** Whom to sign in as, for the terminal; undefined where this is no demonstration. */
export async function invitation(db: Db): Promise<string | undefined> {
  const rows = await db.worker<{ username: string; name: string; roles: string[] }[]>`
    select username, name, roles from account
    where id <= ${people.length} and username = any(${shown}) order by array_position(${shown}, username)`
  if (rows.length === 0) return undefined
  const lines = rows.map(({ username, name, roles }) => `  ${username.padEnd(18)} ${name}, ${roles.join(' and ')}`)
  const first = 'Sign in at /masuk as one of these, or as anyone in seed/people.ts:'
  return [first, ...lines, `  password: ${demoPassword}`].join('\n')
}
