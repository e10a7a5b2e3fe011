import { existsSync } from 'node:fs'
import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { connect as dial } from 'node:net'
import { join } from 'node:path'
import type { Env } from '../env.ts'
import type { Command, Context } from './command.ts'
import { databaseChecks } from './examine.ts'
import { connect } from './run/connect.ts'

/** A check finds nothing, or says what is wrong and how to mend it. */
export type Check = readonly [name: string, find: () => Promise<string | undefined> | string | undefined]

export const doctor: Command = {
  words: 'looks for what is wrong with this installation and says how to mend it',
  run: async (context) => {
    const bad = (await examine(context, house(context.env))) + (await database(context))
    context.say(bad === 0 ? 'Everything is well.' : `To be mended: ${bad}`)
    return bad === 0 ? 0 : 1
  },
}

async function examine({ say }: Context, checks: readonly Check[]): Promise<number> {
  let bad = 0
  for (const [name, find] of checks) {
    const wrong = await Promise.resolve()
      .then(find)
      .catch((reason: Error) => reason.message)
    if (wrong) bad += 1
    say(wrong ? `bad  ${name}: ${wrong}` : `ok   ${name}`)
  }
  return bad
}

const house = (env: Env): Check[] => [
  [
    `Node ${process.version}`,
    () => (/^v24\./.test(process.version) ? undefined : 'run it through `npx lapor`, which brings Node 24'),
  ],
  [`data folder ${env.DATA_DIR}`, () => writable(env.DATA_DIR)],
  [`uploads ${env.UPLOADS_DIR}`, () => writable(env.UPLOADS_DIR)],
  ['disk', () => room(env.DATA_DIR)],
  ['secret', () => secret(env)],
  ...(env.SMTP_URL ? [['mail server', () => reachable(new URL(env.SMTP_URL ?? ''))] as const] : []),
]

async function writable(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK | constants.X_OK)
  } catch {
    return `cannot be written: give this user the right to (chown ${process.getuid?.()} ${folder}), or set another folder`
  }
}

async function room(folder: string): Promise<string | undefined> {
  const { bavail, bsize } = await statfs(folder)
  const megabytes = Math.floor((bavail * bsize) / 1024 ** 2)
  if (megabytes < 1024) return `only ${megabytes} MB are free; at least 1024 are needed to take photos and documents`
}

function secret(env: Env): string | undefined {
  if (env.SECRET || existsSync(join(env.DATA_DIR, 'secret')) || !existsSync(join(env.DATA_DIR, 'postgres')))
    return undefined
  return `SECRET is not set and ${join(env.DATA_DIR, 'secret')} is gone: without it the sealed names cannot be read; restore it from a backup`
}

function reachable({ hostname, port, protocol }: URL): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = dial({ host: hostname, port: Number(port) || (protocol === 'smtps:' ? 465 : 25), timeout: 5_000 })
    const done = (wrong?: string) => {
      socket.destroy()
      resolve(wrong)
    }
    const words = `does not answer at ${hostname}: check SMTP_URL and the firewall`
    socket.once('error', () => done(words)).once('timeout', () => done(words))
    socket.once('data', (greeting) =>
      done(String(greeting).startsWith('220') || protocol === 'smtps:' ? undefined : words),
    )
    socket.once('connect', () => protocol === 'smtps:' && done())
  })
}

async function database(context: Context): Promise<number> {
  const { env, log } = context
  if (!env.DATABASE_URL && !existsSync(join(env.DATA_DIR, 'postgres'))) {
    context.say('ok   database: there is none yet, `npm start` makes it')
    return 0
  }
  try {
    await using ends = new AsyncDisposableStack()
    const connected = await connect(env, log, true)
    ends.defer(connected.stop)
    const { checks, end } = databaseChecks(connected)
    ends.defer(end)
    return await examine(context, checks)
  } catch (reason) {
    context.say(`bad  database: ${(reason as Error).message}`)
    return 1
  }
}
