import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  entering,
  goodPassword,
  hired,
  issue,
  keys,
  later,
  now,
  office,
  offices,
  person,
  shell,
} from '../../test/offices.ts'
import { attempt, withActor } from '../db/actor.ts'
import { disableAccount, moveAccount, setRoles } from './manage/change.ts'
import { actorOf, type Staff } from './may.ts'
import { changePassword } from './own.ts'
import { tokenHash } from './secret/token.ts'
import { devicesOf, signOut, staffBySession } from './session.ts'
import { signIn } from './sign-in.ts'

const t = await offices()
const admin = await shell(t.db)

const enter = (username: string, password: string, address?: string) =>
  signIn(t.db, keys, entering(username, password, address), now)

test('unknown, wrong, disabled and closed are one answer', async () => {
  await hired(t.db, person(office.blitar, 'ratna', ['operator']))
  const gone = await hired(t.db, person(office.blitar, 'gone', ['operator']))
  await attempt(t.db, actorOf(admin), (tx) => disableAccount(tx, admin, gone.staff.personId, {}, now))
  await t.admin`insert into agency (id, parent_id, path, kind, name, short_name, active) values (9, 1, '/1/9/', 'unit', 'Tutup', 'Tutup', true)`
  await hired(t.db, person(9, 'closed', ['operator']))
  await t.admin`update agency set active = false where id = 9`
  const answers = [
    await enter('nobody', goodPassword),
    await enter('ratna', 'kambing terbang dekat'),
    await enter('gone', goodPassword),
    await enter('closed', goodPassword),
    await enter('', ''),
    await enter('ratna', ''),
    await enter('ratna\0\ud800', goodPassword.toUpperCase()),
  ]
  for (const answer of answers) assert.deepEqual(answer, { ok: false, refusal: 'no-match' })
  assert.equal((await enter(' RATNA ', goodPassword)).ok, true)
})

test('a slip opens once, ends the old password and asks for a new one', async () => {
  const { code } = await issue(t.db, person(office.blitar, 'slip.once', ['officer']))
  assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  assert.deepEqual(await enter('ratna', code), { ok: false, refusal: 'no-match' })
  const both = await Promise.all([enter('slip.once', code.toLowerCase()), enter('slip.once', code)])
  const [first, ...others] = both.filter((one) => one.ok)
  assert.equal(others.length, 0)
  assert.ok(first?.ok)
  assert.equal(first.staff.mustChange, true)
  assert.equal((await enter('slip.once', code)).ok, false)
  const same = await changePassword(t.db, keys, first.staff, { current: '', chosen: 'slip.once 2026', device: '' }, now)
  assert.deepEqual(same, { ok: false, refusal: 'password-common' })
  const chosen = await changePassword(t.db, keys, first.staff, { current: '', chosen: goodPassword, device: '' }, now)
  assert.ok(chosen.ok)
  assert.equal(await staffBySession(t.db, first.token, now), undefined)
  assert.equal((await staffBySession(t.db, chosen.token, now))?.mustChange, false)
})

test('a slip is dead after fourteen days', async () => {
  const { code } = await issue(t.db, person(office.blitar, 'slip.late', ['officer']))
  const end = 14 * 24 * 60
  assert.equal((await signIn(t.db, keys, entering('slip.late', code), later(end + 1))).ok, false)
  assert.equal((await signIn(t.db, keys, entering('slip.late', code), later(end - 1))).ok, true)
})

test('only the hash of a session is kept, and a new one starts at every sign-in', async () => {
  const { token } = await hired(t.db, person(office.blitar, 'fixed', ['operator']))
  const again = await signIn(t.db, keys, { ...entering('fixed', goodPassword), former: token }, now)
  assert.ok(again.ok)
  assert.notEqual(again.token, token)
  assert.equal(await staffBySession(t.db, token, now), undefined)
  const [kept] = await t.admin`select hash from session where hash = ${tokenHash(again.token)}`
  assert.ok(kept)
  for (const odd of [undefined, '', ' ', '%', '*', ['a'], null, token.slice(1), 42, kept.hash.toString('hex')])
    assert.equal(await staffBySession(t.db, odd, now), undefined)
  await signOut(t.db, again.token)
  assert.equal(await staffBySession(t.db, again.token, now), undefined)
})

test('a session ends after half an hour of silence and after twelve hours', async () => {
  const { token } = await hired(t.db, person(office.blitar, 'idle', ['operator']))
  assert.ok(await staffBySession(t.db, token, later(29)))
  assert.ok(await staffBySession(t.db, token, later(58)))
  assert.equal(await staffBySession(t.db, token, later(89)), undefined)
  const long = await signIn(t.db, keys, entering('idle', goodPassword), now)
  assert.ok(long.ok)
  for (let minute = 20; minute < 720; minute += 20) assert.ok(await staffBySession(t.db, long.token, later(minute)))
  assert.equal(await staffBySession(t.db, long.token, later(721)), undefined)
})

test('sessions end when the account is disabled, moved, or given other roles or another password', async () => {
  const ends: Record<string, (staff: Staff) => Promise<{ ok: boolean }>> = {
    disabled: ({ personId }) => attempt(t.db, actorOf(admin), (tx) => disableAccount(tx, admin, personId, {}, now)),
    moved: ({ personId }) =>
      attempt(t.db, actorOf(admin), (tx) => moveAccount(tx, admin, personId, { agencyId: office.kediri }, now)),
    roles: ({ personId }) =>
      attempt(t.db, actorOf(admin), (tx) => setRoles(tx, admin, personId, { roles: ['liaison'] }, now)),
    password: (staff) =>
      changePassword(t.db, keys, staff, { current: goodPassword, chosen: 'itik berenang ke laut', device: '' }, now),
  }
  for (const [name, end] of Object.entries(ends)) {
    const { staff, token } = await hired(t.db, person(office.blitar, `ends.${name}`, ['operator']))
    assert.ok(await staffBySession(t.db, token, now))
    assert.equal((await end(staff)).ok, true, name)
    assert.equal(await staffBySession(t.db, token, now), undefined, name)
  }
})

test('somebody who has a password must know it to change it, and may not guess for ever', async () => {
  const { staff } = await hired(t.db, person(office.blitar, 'knows', ['operator']))
  const change = (current: string) =>
    changePassword(t.db, keys, staff, { current, chosen: 'itik berenang ke laut', device: '' }, now)
  for (let n = 0; n < 9; n++) assert.deepEqual(await change('salah sekali'), { ok: false, refusal: 'no-match' })
  assert.deepEqual(await change(goodPassword), { ok: false, refusal: 'too-many' })
})

test('one account attacked from everywhere is closed to strangers, open to its own device, and open again later', async () => {
  const { staff } = await hired(t.db, person(office.blitar, 'victim', ['operator']))
  const guesses = await Promise.all(
    Array.from({ length: 30 }, (_, n) => enter('victim', 'tebakan yang salah', `198.51.${n}.1`)),
  )
  assert.equal(guesses.filter((one) => !one.ok && one.refusal === 'no-match').length, 10)
  assert.equal(guesses.filter((one) => !one.ok && one.refusal === 'too-many').length, 20)
  assert.deepEqual(await enter('victim', goodPassword, '203.0.113.1'), { ok: false, refusal: 'too-many' })
  const own = { ...entering('victim', goodPassword), known: { accountId: staff.personId, device: 'own' } }
  assert.equal((await signIn(t.db, keys, own, now)).ok, true)
  const foreign = { ...entering('victim', goodPassword), known: { accountId: 1, device: 'foreign' } }
  assert.equal((await signIn(t.db, keys, foreign, now)).ok, false)
  for (let n = 0; n < 5; n++) await signIn(t.db, keys, entering('victim', 'salah lagi saja'), later(14))
  assert.equal((await signIn(t.db, keys, entering('victim', goodPassword), later(16))).ok, true)
})

test('an unknown name is throttled like a known one', async () => {
  const answers = []
  for (let n = 0; n < 11; n++) answers.push(await enter('nobody.here', 'tebakan yang salah', `198.18.${n}.1`))
  assert.deepEqual(answers.at(-1), { ok: false, refusal: 'too-many' })
})

test('one network that tries many accounts is stopped, others are not', async () => {
  await hired(t.db, person(office.blitar, 'bystander', ['operator']))
  const one = (n: number) =>
    signIn(t.db, keys, entering(`name${n}`, 'tebakan yang salah', `203.0.113.${n % 200}`), later(100))
  for (let n = 0; n < 100; n += 20) await Promise.all(Array.from({ length: 20 }, (_, m) => one(n + m)))
  assert.deepEqual(await one(200), { ok: false, refusal: 'too-many' })
  assert.equal((await signIn(t.db, keys, entering('bystander', goodPassword, '192.0.2.9'), later(100))).ok, true)
})

test('people see where they are signed in', async () => {
  const { staff, token } = await hired(t.db, person(office.blitar, 'devices', ['operator']))
  await signIn(t.db, keys, { ...entering('devices', goodPassword), device: 'Chrome · Android' }, now)
  const devices = await withActor(t.db, actorOf(staff), (tx) => devicesOf(tx, staff.personId, token, now))
  assert.deepEqual(devices.map(({ device, current }) => [device, current]).sort(), [
    ['Chrome · Android', false],
    ['Firefox', true],
  ])
})
