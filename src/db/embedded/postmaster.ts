import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a killed process may have left behind: a server that still runs, its children, a file that names a dead one. */

/** Every living process of PostgreSQL that works in this folder. A zombie has no working folder and is not among them. */
function processes(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && worksIn(pid, folder))
}

function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder && /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return false
  }
}

function named(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

async function gone(folder: string, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (processes(folder).length > 0) {
    if (Date.now() > end) return false
    await sleep(25)
  }
  return true
}

/** Leaves the folder without a server: ends an orphan politely, then less so, and removes a file that names nobody of ours.
 *  @returns whether there was one. */
export async function endOrphan(folder: string): Promise<boolean> {
  const found = processes(folder)
  const postmaster = found.find((pid) => pid === named(folder))
  if (postmaster !== undefined) signal(postmaster, 'SIGINT')
  if (!(await gone(folder, 20_000))) {
    for (const pid of processes(folder)) signal(pid, 'SIGQUIT')
    if (!(await gone(folder, 10_000)))
      throw new Error(`processes ${processes(folder).join(', ')} do not leave ${folder}`)
  }
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  return found.length > 0
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended in between.
  }
}
