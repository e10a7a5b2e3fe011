import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { root } from './tree.ts'

/** bin/lapor.mjs in a small house of its own, under every Node that this machine has. */

const house = mkdtempSync(join(tmpdir(), 'lapor-house-'))
after(() => rmSync(house, { recursive: true, force: true }))
for (const name of ['bin', 'package.json', 'package-lock.json', 'tsconfig.json'])
  cpSync(join(root, name), join(house, name), { recursive: true })
mkdirSync(join(house, 'src'))

const nodes = [process.execPath, '/usr/bin/node', '/usr/local/bin/node'].filter((path) => existsSync(path))
const main = (body: string) => writeFileSync(join(house, 'src/main.ts'), `export {}\n${body}\n`)
const lapor = (args: string[], node = process.execPath) =>
  spawnSync(node, [join(house, 'bin/lapor.mjs'), ...args], { encoding: 'utf8' })
const built = () => statSync(join(house, 'dist/.built')).mtimeMs

test('without packages it says what to run', () => {
  for (const node of nodes) {
    const { status, stderr } = lapor(['start'], node)
    assert.equal(status, 1)
    assert.match(stderr, /npm ci/)
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
})

test('under any Node the program runs on Node 24, with its arguments, and its exit code is kept', () => {
  main('console.log(process.version, process.argv.slice(2).join()); process.exitCode = 7')
  for (const node of nodes) {
    const { status, stdout } = lapor(['account', '--help'], node)
    assert.equal(status, 7)
    assert.match(stdout, /^v24\.\d+\.\d+ account,--help\n$/)
  }
})

test('it is compiled when a source is another than at the last build, be it older, and only then', () => {
  const before = built()
  assert.equal(lapor([]).status, 7)
  assert.equal(built(), before)
  main('process.exitCode = 8')
  utimesSync(join(house, 'src/main.ts'), 1, 1)
  assert.equal(lapor([]).status, 8)
  assert.notEqual(built(), before)
})

test('what a deleted source had left behind goes with the next build', () => {
  writeFileSync(join(house, 'src/old.test.ts'), 'export const old = 1\n')
  assert.equal(lapor(['--build-only']).status, 0)
  assert.ok(existsSync(join(house, 'dist/src/old.test.js')))
  rmSync(join(house, 'src/old.test.ts'))
  assert.equal(lapor(['--build-only']).status, 0)
  assert.ok(!existsSync(join(house, 'dist/src/old.test.js')))
})

test('what does not compile does not run, not even the second time', () => {
  main("export const n: number = 'text'")
  for (const _ of [1, 2]) {
    const { status, stdout, stderr } = lapor([])
    assert.equal(status, 1)
    assert.match(stdout, /TS2322/)
    assert.match(stderr, /do not compile/)
  }
})

test('a signal reaches the program, and the program goes when the launcher is killed', async () => {
  main(`process.on('SIGTERM', () => { console.log('told'); process.exit(9) })
    setInterval(() => {}, 1000)
    console.log(process.pid)`)
  assert.equal(lapor(['--build-only']).status, 0)
  for (const node of nodes) {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const child = spawn(node, [join(house, 'bin/lapor.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] })
      let said = ''
      const closed = new Promise((resolve) => child.on('close', resolve))
      await new Promise<void>((resolve) =>
        child.stdout.on('data', (data) => {
          said += data
          resolve()
        }),
      )
      child.kill(signal)
      const code = await closed
      if (signal === 'SIGTERM') assert.equal(code, 9)
      if (Number(said.split('\n')[0]) !== child.pid || signal === 'SIGTERM') assert.match(said, /told/)
    }
  }
})
