import { parseArgs } from 'node:util'
import { account } from './cli/account.ts'
import { type Command, Refusal } from './cli/command.ts'
import { migrate, seed } from './cli/data.ts'
import { doctor } from './cli/doctor.ts'
import { importTable } from './cli/import.ts'
import { start, web, worker } from './cli/start.ts'
import { telegram } from './cli/telegram.ts'
import { InUse } from './db/embedded/lock.ts'
import { type Env, parseEnv } from './env.ts'
import { failure, logger } from './log.ts'

/** `npx lapor …`: reads the environment and the command line, and starts what was asked for. */

const commands: Readonly<Record<string, Command>> = {
  start,
  web,
  worker,
  migrate,
  seed,
  account,
  import: importTable,
  telegram,
  doctor,
}

const help = () => `Lapor: citizens' complaints and aspirations, from filing to a proven answer.

  npx lapor <command>

${Object.entries(commands)
  .map(([name, { words }]) => `  ${name.padEnd(9)} ${words}`)
  .join('\n')}

Everything is set by environment variables: docs/running.md lists them. Without any, \`npm start\` runs a demonstration.`

const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)

async function main(argv: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: argv.slice(0, 1),
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    strict: false,
  })
  const [name] = positionals
  if (values.help || name === undefined || name === 'help') {
    say(help())
    return values.help || name ? 0 : 2
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    complain(`lapor: there is no command "${name}"\n\n${help()}`)
    return 2
  }
  const args = argv.slice(1)
  if (args.length === 1 && (args[0] === '--help' || args[0] === '-h')) {
    say(`npx lapor ${name}: ${command.words}`)
    return 0
  }
  const parsed = parseEnv(process.env)
  if (parsed.ok) return run(command, parsed.env, args)
  complain(`lapor: the environment has to be mended (docs/running.md):\n\n  ${parsed.problems.join('\n  ')}\n`)
  return 1
}

async function run(command: Command, env: Env, args: string[]): Promise<number> {
  const log = logger(env.LOG_LEVEL)
  const lost = (reason: unknown) => {
    log.fatal({ reason }, 'an error that nobody expected')
    process.exit(1)
  }
  process.on('uncaughtException', lost).on('unhandledRejection', (reason) => isLostMeanwhile(reason) || lost(reason))
  try {
    return await command.run({ env, log, args, say })
  } catch (reason) {
    complain(`lapor: ${words(reason)}`)
    return 1
  }
}

/** The driver asks each new connection of the database for its types, and nobody can catch that it was lost meanwhile: what was
 *  to be asked on it fails by itself. */
const isLostMeanwhile = (reason: unknown) =>
  /from pg_catalog\.pg_type/.test(String((reason as { query?: string } | undefined)?.query))

/** What can be mended is said in a sentence; the rest is shown as it is, without data. */
function words(reason: unknown): string {
  const { code, message } = reason as { code?: string; message?: string }
  if (reason instanceof InUse || reason instanceof Refusal) return String(message)
  if (code === 'EADDRINUSE') return `${message}: something else listens there; end it or set PORT to another number`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return `the database does not answer (${message}): check DATABASE_URL, and that the server runs`
  if (code === '28P01' || code === '28000') return 'the database refuses the login: check the name and password'
  return JSON.stringify(failure(reason), null, 2).replaceAll('\\n', '\n')
}

process.exitCode = await main(process.argv.slice(2))
