#!/usr/bin/env node
/** `npm test`: builds, lints, makes the browser and one PostgreSQL ready, and runs every test. `npm test -- report/` runs some. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { build } from './build.mjs'
import { chromium } from './chromium.mjs'
import { fromDebian } from './debian.mjs'
import { onPinnedNode, refuse, root } from './node.mjs'

await onPinnedNode()
process.chdir(root)
build()
const biome = spawnSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '.'], { stdio: 'inherit' })
if (biome.status !== 0) refuse('the check of style failed: see above; npm run format mends most of it')

const wanted = process.argv.slice(2)
const tests = readdirSync('dist', { recursive: true })
  .filter((path) => path.endsWith('.test.js') && (wanted.length === 0 || wanted.some((part) => path.includes(part))))
  .map((path) => join('dist', path))
  .sort()
if (tests.length === 0) refuse(`no test file has ${wanted.join(' or ')} in its path`)

const browser = chromium()
fromDebian(
  'Kannel',
  ['/usr/sbin/bearerbox', '/usr/sbin/smsbox', '/usr/lib/kannel/test/fakesmsc'],
  ['kannel', 'kannel-extras'],
)
fromDebian('Dovecot', ['/usr/sbin/dovecot', '/usr/lib/dovecot/imap'], ['dovecot-core', 'dovecot-imapd'])
fromDebian(
  'Postfix',
  ['/usr/sbin/postfix'],
  ['postfix'],
  '',
  'postfix postfix/main_mailer_type select No configuration\n',
)
const { forgetful, prepare, remove } = await import('../dist/test/database.js')
const server = await database()
const failed = await run(tests, { CHROMIUM: browser, TEST_DATABASE_URL: server.url })
await server.stop()
process.exitCode = failed ? 1 : 0

async function database() {
  const given = process.env.TEST_DATABASE_URL
  const own = given ? undefined : await embedded()
  const url = given ?? own.url
  await prepare(url)
  return { url, stop: async () => own?.stop() }
}

async function embedded() {
  const { startEmbedded } = await import('../dist/src/db/embedded/start.js')
  const folder = mkdtempSync(join(tmpdir(), 'lapor-tests-'))
  chmodSync(folder, 0o711)
  const started = await startEmbedded({ dataDir: join(folder, 'data'), log: told, settings: forgetful })
  return { url: started.ownerUrl, stop: () => started.stop().then(() => remove(folder)) }
}

/** A failed commit that a test provokes is no news; a server that ends is. */
function told(line) {
  if (!line.startsWith('WARNING')) process.stderr.write(`${line}\n`)
}

/** The closing lines of the reporter stand last, also when failures are told in between. */
async function run(files, needs) {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  const child = spawn(
    process.execPath,
    ['--test', '--test-concurrency=2', '--test-timeout=480000', '--test-reporter=spec', ...files],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'test', ...colour, ...needs },
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const closing = []
  let last = ''
  createInterface({ input: child.stdout }).on('line', (line) => {
    process.stdout.write(`${line}\n`)
    if (line.trim()) last = line
    if (/^ℹ (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(stripVTControlCharacters(line)))
      closing.push(line)
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  const skipped = closing.some((line) => /^ℹ (skipped|todo) [1-9]/.test(stripVTControlCharacters(line)))
  if (skipped) process.stdout.write('A test was skipped: that counts as a failure.\n')
  if (skipped || last !== closing.at(-1)) process.stdout.write(`${closing.join('\n')}\n`)
  return code !== 0 || skipped
}
