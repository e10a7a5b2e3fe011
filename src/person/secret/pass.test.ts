import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  entering,
  goodPassword,
  hired,
  keys,
  later,
  now,
  office,
  offices,
  person,
  shell,
} from '../../../test/offices.ts'
import { attempt, withActor } from '../../db/actor.ts'
import type { Letter } from '../invite.ts'
import { issueAccount } from '../issue.ts'
import { inviteAgain } from '../manage/details.ts'
import { actorOf } from '../may.ts'
import { askReset, passwordByLink } from '../own.ts'
import { unsealJson } from '../seal.ts'
import { staffBySession } from '../session.ts'
import { signIn } from '../sign-in.ts'
import { holderOf } from './pass.ts'

const t = await offices()
const admin = await shell(t.db)

type Mail = { kind: string; accountId: number; sealed: string }
/** The letters in the queue for somebody, oldest first. */
async function letters(to: string): Promise<(Letter & Mail)[]> {
  const rows = await t.admin<{ payload: Mail }[]>`select payload from outbox where task = 'mail' order by id`
  return rows
    .map(({ payload }) => ({ ...payload, ...(unsealJson(keys, Buffer.from(payload.sealed, 'hex')) as Letter) }))
    .filter((letter) => letter.to === to)
}
async function invited(username: string): Promise<string> {
  const email = `${username}@blitar.example`
  const input = person(office.blitar, username, ['operator'], { email, entry: 'invitation', language: 'en' })
  const made = await attempt(t.db, actorOf(admin), (tx) => issueAccount(tx, keys, admin, input, now))
  assert.ok(made.ok)
  assert.equal(made.account.code, null)
  const [letter] = await letters(email)
  assert.deepEqual([letter?.kind, letter?.accountId, letter?.language], ['invitation', made.account.accountId, 'en'])
  return letter?.token ?? ''
}
const choose = (token: unknown, when = now, chosen = goodPassword) =>
  passwordByLink(t.db, keys, { token, chosen, address: '192.0.2.1' }, when)
const dead = { ok: false, refusal: 'link-dead' }

test('an invitation opens an account once, and lies sealed in the queue', async () => {
  const token = await invited('sari')
  const [raw] = await t.admin`select payload::text as text from outbox order by id desc limit 1`
  assert.ok(!raw?.text.includes(token) && !raw?.text.includes('sari@'))
  assert.equal((await withActor(t.db, { kind: 'door' }, (tx) => holderOf(tx, token, now)))?.username, 'sari')
  assert.deepEqual(await choose(token, now, 'pendek'), { ok: false, refusal: 'password-short' })
  assert.deepEqual(await choose(token, now, 'sari sari 12345'), { ok: false, refusal: 'password-common' })
  const both = await Promise.all([choose(token), choose(token, now, 'itik berenang ke laut')])
  assert.equal(both.filter(({ ok }) => ok).length, 1)
  assert.deepEqual(await choose(token), dead)
  const chosen = both[0]?.ok ? goodPassword : 'itik berenang ke laut'
  const entered = await signIn(t.db, keys, entering('sari', chosen), now)
  assert.ok(entered.ok && !entered.staff.mustChange && entered.staff.language === 'en')
})

test('a link that is old, odd, replaced, of another kind or of a disabled account opens nothing', async () => {
  const token = await invited('tono')
  assert.deepEqual(await choose(token, later(72 * 60 + 1)), dead)
  for (const odd of [
    '',
    ' ',
    '%',
    '*',
    null,
    undefined,
    [token],
    { token },
    `${token} `,
    token.slice(1),
    42,
    '\0'.repeat(43),
  ])
    assert.deepEqual(await choose(odd), dead)
  const [tono] = await t.admin<{ id: number }[]>`select id::int from account where username = 'tono'`
  assert.ok((await attempt(t.db, actorOf(admin), (tx) => inviteAgain(tx, keys, admin, tono?.id ?? 0, now))).ok)
  assert.deepEqual(await choose(token), dead)
  const [, again] = await letters('tono@blitar.example')
  assert.deepEqual(await signIn(t.db, keys, entering('tono', again?.token ?? ''), now), {
    ok: false,
    refusal: 'no-match',
  })
  await t.admin`update account set disabled_at = ${now} where username = 'tono'`
  assert.deepEqual(await choose(again?.token), dead)
  await t.admin`update account set disabled_at = null where username = 'tono'`
  assert.deepEqual(await choose(again?.token), { ok: true })
})

test('a reset goes to whom the account belongs, ends every session, and lives one hour', async () => {
  const { token: session } = await hired(
    t.db,
    person(office.blitar, 'wati', ['operator'], { email: 'Wati@Blitar.example' }),
  )
  const ask = (name: string, minutes = 0) => askReset(t.db, keys, { name, address: '192.0.2.1' }, later(minutes))
  assert.equal(await ask('nobody@blitar.example'), undefined)
  assert.equal(await ask('wati@blitar.example'), undefined)
  await ask('WATI')
  const [first, second, ...others] = await letters('Wati@Blitar.example')
  assert.equal(others.length, 0)
  assert.deepEqual(await choose(first?.token), dead)
  assert.deepEqual(await choose(second?.token, later(61)), dead)
  assert.ok(await staffBySession(t.db, session, now))
  assert.deepEqual(await choose(second?.token, now, 'itik berenang ke laut'), { ok: true })
  assert.equal(await staffBySession(t.db, session, now), undefined)
  assert.equal((await signIn(t.db, keys, entering('wati', goodPassword), now)).ok, false)
  assert.equal((await signIn(t.db, keys, entering('wati', 'itik berenang ke laut'), now)).ok, true)
})

test('nobody is flooded with resets', async () => {
  await hired(t.db, person(office.blitar, 'yuli', ['operator'], { email: 'yuli@blitar.example' }))
  for (let n = 0; n < 8; n++) await askReset(t.db, keys, { name: 'yuli', address: `192.0.${n}.1` }, later(200))
  assert.equal((await letters('yuli@blitar.example')).length, 3)
})
