import { randomBytes } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { reaches, type User } from './user.ts'

const elsewhere = '/var/lib/lapor'

/** The data folder, made if it is not there. Others may walk through it, for PostgreSQL may run as another user; not list it. */
export function dataFolder(path: string): string {
  if (mkdirSync(path, { recursive: true })) chmodSync(path, 0o711)
  return realpathSync(path)
}

/** Where the database really stands. A closed checkout (below /root, say) cannot be entered by the user that runs PostgreSQL:
 *  then the database stands in /var/lib/lapor, and a link leads there. */
export function databaseFolder(dataDir: string, user: User): string {
  const wanted = join(dataDir, 'postgres')
  if (lstatSync(wanted, { throwIfNoEntry: false })) {
    const real = realpathSync(wanted)
    if (reaches(user, real)) return real
    throw new Error(
      `the user ${user.uid} cannot enter ${real}: give the folder and those above it the right to be entered (chmod o+x), ` +
        `or start as the user that owns it`,
    )
  }
  if (reaches(user, dataDir)) return wanted
  const name = randomBytes(6).toString('hex')
  mkdirSync(join(elsewhere, name), { recursive: true, mode: 0o755 })
  symlinkSync(join(elsewhere, name, 'postgres'), wanted)
  return join(elsewhere, name, 'postgres')
}
