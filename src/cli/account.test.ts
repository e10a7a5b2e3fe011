import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { entering, keys, offices } from '../../test/offices.ts'
import { parseEnv } from '../env.ts'
import { logger } from '../log.ts'
import { signIn } from '../person/sign-in.ts'
import { account } from './account.ts'
import { type Command, Refusal } from './command.ts'
import { importTable } from './import.ts'

const t = await offices()
const folder = await mkdtemp(join(tmpdir(), 'lapor-cli-'))
after(() => rm(folder, { recursive: true }))
const parsed = parseEnv({ DATABASE_URL: t.ownerUrl, DATA_DIR: folder })
assert.ok(parsed.ok)

async function says(command: Command, ...args: string[]): Promise<string> {
  const lines: string[] = []
  const code = await command.run({
    env: parsed.ok ? parsed.env : assert.fail(),
    log: logger('silent'),
    args,
    say: (line) => lines.push(line),
  })
  assert.equal(code, 0)
  return lines.join('\n')
}
const code = (text: string) => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? ''

test('the first administrator is issued from the machine, and helped when the code is lost', async () => {
  await says(account, 'create', '--username', 'pertama', '--name', 'Yang Pertama', '--roles', 'administrator')
  const slip = code(await says(account, 'slip', 'pertama'))
  const entered = await signIn(t.db, keys, entering('pertama', slip), new Date())
  assert.ok(entered.ok)
  assert.deepEqual(
    [entered.staff.agencyId, entered.staff.roles, entered.staff.mustChange],
    [1, ['administrator'], true],
  )
  await says(account, 'disable', 'pertama')
  await says(account, 'enable', 'pertama')
  for (const wrong of [
    [],
    ['dance'],
    ['create', '--username', 'x'],
    ['slip', 'nobody'],
    ['create', '--wrong'],
    ['disable'],
  ])
    await assert.rejects(says(account, ...wrong), Refusal)
})

test('tables come in from the machine', async () => {
  const agencies = join(folder, 'agencies.csv')
  const accounts = join(folder, 'accounts.csv')
  writeFileSync(agencies, 'induk;nama;singkatan\nKota Blitar;Dinas Baru;Dinas Baru\n')
  writeFileSync(accounts, 'instansi;nama;nama pengguna;peran\nDinas Baru;=Budi;budi;petugas\n')
  await assert.rejects(says(importTable, 'accounts', accounts), /line 2: agency-unknown/)
  await says(importTable, 'agencies', agencies, '--dry-run')
  await assert.rejects(says(importTable, 'accounts', accounts), Refusal)
  assert.equal(await says(importTable, 'agencies', agencies), '1 agencies were made.')
  const printed = await says(importTable, 'accounts', accounts)
  assert.match(printed, /;'=Budi;budi;/)
  assert.equal((await signIn(t.db, keys, entering('budi', code(printed)), new Date())).ok, true)
  await assert.rejects(says(importTable, 'people', accounts), Refusal)
  await assert.rejects(says(importTable, 'accounts', join(folder, 'none.csv')), Refusal)
})
