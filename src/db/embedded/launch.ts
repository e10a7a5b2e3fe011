import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import type { Socket } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { endOrphan } from './postmaster.ts'
import { as, type User } from './user.ts'

export type Plan = Readonly<{
  bin: string
  folder: string
  user: User
  settings: Readonly<Record<string, string>>
  log: (message: string) => void
}>

export type Server = Readonly<{ pid: number; exited: Promise<void>; stop: () => Promise<void> }>

const passing = /pre-existing shared memory|already exists|Address already in use|could not bind/

/** Starts the server and waits until it takes connections. What is left of an earlier one may still be leaving: then it tries again. */
export async function launch(plan: Plan, port: number): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    await endOrphan(plan.folder)
    const { server, said } = await once(plan, port)
    if (server) return server
    if (attempt === 20 || !passing.test(said)) throw new Error(`PostgreSQL did not start: ${said}`)
    await sleep(100)
  }
}

async function once({ bin, folder, user, settings, log }: Plan, port: number) {
  const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const child = spawn(...as(user, join(bin, 'postgres'), ['-D', folder, ...flags], true), {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: '/',
    // Its own group: Ctrl-C reaches us, and we end it when the last request is answered.
    detached: true,
  })
  const exited = new Promise<void>((resolve) => {
    child.on('exit', () => resolve())
    child.on('error', () => resolve())
  })
  const last: string[] = []
  const ready = new Promise<boolean>((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (last.push(line) > 10) last.shift()
      if (/ready to accept connections/.test(line)) resolve(true)
      if (/ (WARNING|FATAL|PANIC): /.test(line)) log(line.replace(/^.*?(WARNING|FATAL|PANIC)/, '$1'))
    })
    exited.then(() => resolve(false))
  })
  if (!(await ready)) return { server: undefined, said: last.join('\n') }
  // It must not keep us alive: a process that has nothing else to do ends, and takes the server with it.
  child.unref()
  ;(child.stderr as Socket).unref()
  return { server: { pid: child.pid ?? 0, exited, stop: () => stop(child, exited) }, said: '' }
}

async function stop(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.ref()
  child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGQUIT'), 20_000)
  await exited
  clearTimeout(patience)
}

/** The port of last time if it is still free, else any free one below those that the system gives to connections going out:
 *  whoever tries again and again to reach a server that is away would now and then be given its port. */
export async function freePort(wanted: number): Promise<number> {
  if (wanted !== 0 && (await isFree(wanted))) return wanted
  for (let left = 100; left > 0; left--) {
    const port = randomInt(20_000, 32_000)
    if (await isFree(port)) return port
  }
  throw new Error('no port is free on this machine')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
