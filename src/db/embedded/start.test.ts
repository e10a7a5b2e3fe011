import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import postgres from 'postgres'
import { remove } from '../../../test/database.ts'
import { freePort } from './launch.ts'
import { InUse } from './lock.ts'
import { programs } from './programs.ts'
import { type Embedded, joinEmbedded, startEmbedded } from './start.ts'
import { as, runner } from './user.ts'

const root = mkdtempSync(join(tmpdir(), 'lapor-embedded-'))
chmodSync(root, 0o711)
const running = new Set<Embedded>()
const folders = [root]
after(async () => {
  for (const one of running) await one.stop()
  for (const folder of folders) remove(folder)
})

async function start(dataDir: string, said: string[] = []): Promise<Embedded> {
  const started = await startEmbedded({ dataDir, log: (message) => said.push(message) })
  const one = { ...started, stop: () => started.stop().then(() => void running.delete(one)) }
  running.add(one)
  return one
}

const ask = async (url: string, text: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return [...(await sql.unsafe(text))]
  } finally {
    await sql.end()
  }
}

const alive = (pid: number) => {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const until = async (what: () => boolean | Promise<boolean>) => {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** A process of its own that runs the database of a folder until it is killed. */
async function other(dataDir: string): Promise<{ child: ChildProcess; url: string; pid: number }> {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./start.js', import.meta.url).href)})
    const started = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
    process.stdout.write(JSON.stringify({ url: started.ownerUrl, pid: started.pid() }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const text = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))))
  return { child, ...(JSON.parse(text) as { url: string; pid: number }) }
}

const killed = async (child: ChildProcess) => {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

test('a new folder becomes a database that keeps what it was told, on the same port', async () => {
  const dataDir = join(root, 'new')
  const first = await start(dataDir)
  await ask(first.ownerUrl, 'create table kept (word text); insert into kept values ($$still here$$)')
  const [is] = await ask(
    first.ownerUrl,
    `select current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
       (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as method`,
  )
  assert.deepEqual({ ...is }, { listens: '127.0.0.1', fsync: 'on', method: 'scram-sha-256' })
  assert.equal(statSync(join(dataDir, 'postgres.json')).mode & 0o077, 0)
  const pid = first.pid()
  await first.stop()
  assert.ok(!alive(pid))
  const second = await start(dataDir)
  assert.equal(second.ownerUrl, first.ownerUrl)
  assert.deepEqual(await ask(second.ownerUrl, 'select word from kept'), [{ word: 'still here' }])
  await second.stop()
})

test('a wrong password opens nothing', async () => {
  const one = await start(join(root, 'password'))
  const wrong = Object.assign(new URL(one.ownerUrl), { password: 'wrong' }).href
  await assert.rejects(ask(wrong, 'select 1'), { code: '28P01' })
  await one.stop()
})

test('a second start on the same folder is refused, and may go along instead', async () => {
  const dataDir = join(root, 'twice')
  const { child, url } = await other(dataDir)
  await assert.rejects(startEmbedded({ dataDir, log: () => {} }), (reason) => {
    assert.ok(reason instanceof InUse)
    assert.match(reason.message, new RegExp(`process ${child.pid}\\).*stop it`))
    return true
  })
  assert.equal((await joinEmbedded(dataDir))?.ownerUrl, url)
  await killed(child)
  await (await start(dataDir)).stop()
  const both = await Promise.allSettled([start(dataDir), start(dataDir)])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('when its parent is killed the server ends, nothing acknowledged is lost, and the next start succeeds at once', async () => {
  const dataDir = join(root, 'parent')
  const { child, url, pid } = await other(dataDir)
  await ask(url, 'create table acked (n int)')
  for (let n = 1; n <= 20; n++) await ask(url, `insert into acked values (${n})`)
  await killed(child)
  const next = await start(dataDir)
  assert.ok(!alive(pid))
  assert.deepEqual(await ask(next.ownerUrl, 'select count(*)::int from acked'), [{ count: 20 }])
  await next.stop()
})

test('an orphan that outlived its parent is ended, not joined', async () => {
  const dataDir = join(root, 'orphan')
  await (await start(dataDir)).stop()
  const folder = realpathSync(join(dataDir, 'postgres'))
  const user = runner(folder)
  const port = String(await freePort(0))
  const command = as(user, join(programs(user, dataDir), 'postgres'), ['-D', folder, '-p', port, '-k', ''])
  const orphan = spawn(...command, { detached: true, stdio: 'ignore', cwd: '/' })
  orphan.unref()
  await until(
    () =>
      existsSync(join(folder, 'postmaster.pid')) && /ready/.test(readFileSync(join(folder, 'postmaster.pid'), 'utf8')),
  )
  const said: string[] = []
  const one = await start(dataDir, said)
  assert.ok(!alive(orphan.pid ?? 0))
  assert.match(said.join(), /earlier PostgreSQL was still running/)
  await one.stop()
})

test('when the server is killed it comes back at the same address, and open pools with it', async () => {
  const said: string[] = []
  const one = await start(join(root, 'killed'), said)
  const sql = postgres(one.ownerUrl, { max: 3, onnotice: () => {} })
  await sql`create table acked (n int)`
  await sql`insert into acked values (1)`
  const before = one.pid()
  process.kill(before, 'SIGKILL')
  await until(() =>
    sql`insert into acked values (2)`.then(
      () => one.pid() !== before,
      () => false,
    ),
  )
  assert.match(said.join(), /started again/)
  assert.equal((await sql`select from acked where n = 1`).count, 1)
  await sql.end()
  const last = one.pid()
  await one.stop()
  assert.ok(!alive(last))
})

test('a file left behind that names a stranger does not hinder the start', async () => {
  const dataDir = join(root, 'stale')
  await (await start(dataDir)).stop()
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  writeFileSync(file, `${process.pid}\n${join(dataDir, 'postgres')}\n0\n5432\n\n127.0.0.1\n`)
  await (await start(dataDir)).stop()
})

test('a taken port is replaced by a free one', async () => {
  const one = await start(join(root, 'port'))
  const port = Number(new URL(one.ownerUrl).port)
  assert.notEqual(await freePort(port), port)
  await one.stop()
  assert.equal(await freePort(port), port)
})

test('a folder that others cannot enter gets a database all the same', async () => {
  const closed = mkdtempSync(join(tmpdir(), 'lapor-closed-'))
  folders.push(closed)
  const one = await start(join(closed, 'data'))
  const real = realpathSync(join(closed, 'data', 'postgres'))
  if (!real.startsWith(closed)) folders.push(dirname(real))
  assert.deepEqual(await ask(one.ownerUrl, 'select 1 as one'), [{ one: 1 }])
  await one.stop()
  await (await start(join(closed, 'data'))).stop()
  assert.equal(realpathSync(join(closed, 'data', 'postgres')), real)
})
