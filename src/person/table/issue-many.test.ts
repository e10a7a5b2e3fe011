import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entering, keys, now, office, offices, shell } from '../../../test/offices.ts'
import { importAgencies } from '../../agency/import.ts'
import { attempt } from '../../db/actor.ts'
import { actorOf, type Staff } from '../may.ts'
import { signIn } from '../sign-in.ts'
import { importAccounts } from './issue-many.ts'

const t = await offices()
const centre = await shell(t.db)
const blitar: Staff = { ...centre, agencyId: office.blitar, agencyKind: 'city', path: '/1/3572/' }
const load = (text: string, dryRun = false, staff = blitar) =>
  attempt(t.db, actorOf(staff), (tx) => importAccounts(tx, keys, staff, { text, dryRun }, now))
const counted = async () => (await t.admin<{ n: number }[]>`select count(*)::int as n from account`)[0]?.n
const head = 'Instansi;Nama;Nama pengguna;E-mail;Peran'

test('every wrong line is said, and nothing is kept', async () => {
  const answer = await load(`${head}
DPUPR Kota Blitar;Baik;baik;;petugas
Dinas yang tidak ada;Nama;nama.1;;petugas
3572;"Dua
Baris";dua;;operator
Pemerintah Kota Kediri;Asing;asing;;operator
3572;X;satu;;operator
3572;Raja;raja;;raja
3572;Arbiter;arbi;;arbiter
3572;Email;email;tidak;operator
3572;Ganda;baik;;operator
`)
  assert.ok(!answer.ok && answer.refusal === 'lines')
  assert.deepEqual(answer.lines, [
    { line: 3, refusal: 'agency-unknown' },
    { line: 6, refusal: 'agency-unknown' },
    { line: 7, refusal: 'name' },
    { line: 8, refusal: 'roles' },
    { line: 9, refusal: 'role-arbiter' },
    { line: 10, refusal: 'email' },
    { line: 11, refusal: 'username-taken' },
  ])
  assert.equal(await counted(), 0)
  for (const [text, refusal] of [
    ['', 'empty'],
    [head, 'empty'],
    ['Nama;Peran\nA;B', 'columns'],
    [`${head}\n"x`, 'quote'],
    [`${head}\n${'3572;A;b;;operator\n'.repeat(20_001)}`, 'too-many'],
  ]) {
    const table = await load(text ?? '')
    assert.equal(!table.ok && table.refusal === 'lines' && table.lines[0]?.refusal, refusal)
  }
})

test('a dry run does everything and keeps nothing', async () => {
  const dry = await load(`${head}\n3572;Baik;baik;;operator|penghubung`, true)
  assert.ok(!dry.ok && dry.refusal === 'dry-run')
  assert.deepEqual(dry.accounts[0]?.roles, ['operator', 'liaison'])
  assert.equal(await counted(), 0)
  assert.equal((await t.admin`select from pass`).length, 0)
})

test('thousands come in at once: with a slip without e-mail, invited with one', async () => {
  const lines = Array.from(
    { length: 3000 },
    (_, n) => `DPUPR Kota Blitar,Orang ke-${n},orang.${n},${n % 2 ? `o${n}@blitar.example` : ''},officer`,
  )
  const answer = await load(`agency,name,username,email,roles\r\n${lines.join('\r\n')}\r\n`)
  assert.ok(answer.ok)
  assert.equal(answer.accounts.length, 3000)
  assert.equal((await t.admin`select from outbox where task = 'mail'`).length, 1500)
  const first = answer.accounts.find(({ username }) => username === 'orang.0')
  assert.equal((await signIn(t.db, keys, entering('orang.0', first?.code ?? ''), now)).ok, true)
  assert.equal(answer.accounts.find(({ username }) => username === 'orang.1')?.code, null)
  assert.equal((await t.admin`select from account_event where name = 'account_issued'`).length, 3000)
})

test('agencies come from a table too, children below parents of the same table', async () => {
  const agencies = (text: string, dryRun = false) =>
    attempt(t.db, actorOf(blitar), (tx) => importAgencies(tx, blitar.path, { text, dryRun }, now))
  const wrong = await agencies(
    'induk;nama;singkatan\n3571;Dinas Asing;DA\n3572;Dinas Baru;Dinas Baru\n3572;X;XX\n3572;Dinas Baru;DB',
  )
  assert.ok(!wrong.ok && wrong.refusal === 'lines')
  assert.deepEqual(
    wrong.lines.map(({ line, refusal }) => [line, refusal]),
    [
      [2, 'agency-unknown'],
      [4, 'name'],
      [5, 'taken'],
    ],
  )
  const good = await agencies(
    'induk;nama;singkatan\nKota Blitar;Dinas Baru;Dinas Baru\nDinas Baru;Bidang Baru;Bidang Baru',
  )
  assert.ok(good.ok)
  const [child] = await t.admin`select path from agency where name = 'Bidang Baru'`
  assert.equal(child?.path, `/1/3572/${good.agencies[0]?.id}/${good.agencies[1]?.id}/`)
})
