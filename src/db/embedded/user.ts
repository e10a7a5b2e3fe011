import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** PostgreSQL refuses to run as root, so somebody else runs it then. */

export type User = Readonly<{ uid: number; gid: number }>

const nobody: User = { uid: 65534, gid: 65534 }

/** Ourselves; or, when we are root: whoever owns the database's folder, else `postgres`, else nobody. */
export function runner(folder: string): User {
  const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  if (self.uid !== 0) return self
  const owner = statSync(folder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return named('postgres') ?? nobody
}

function named(name: string): User | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** A command line that runs a program as that user; with `dies`, the kernel ends it when we die, even by kill -9. */
export function as(user: User, program: string, args: readonly string[], dies = false): [string, string[]] {
  const change = process.getuid?.() === 0 ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : []
  return ['setpriv', ['--no-new-privs', ...(dies ? ['--pdeathsig', 'INT'] : []), ...change, program, ...args]]
}

export function runAs(user: User, program: string, args: readonly string[]): SpawnSyncReturns<string> {
  const result = spawnSync(...as(user, program, args), { encoding: 'utf8' })
  if (result.error) throw new Error('setpriv is missing: install the package util-linux', { cause: result.error })
  return result
}

/** May that user walk into this folder? The kernel decides, not our reading of permission bits. */
export const reaches = (user: User, folder: string): boolean => runAs(user, 'test', ['-x', folder]).status === 0
