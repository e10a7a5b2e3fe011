import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, verifyPassword, weakness } from './password.ts'
import { Busy, queue } from './queue.ts'

test('a password is long and not what everybody tries', () => {
  const own = ['budi.santoso', 'Budi', 'Santoso']
  for (const [password, refusal] of [
    ['pendek', 'password-short'],
    ['a'.repeat(129), 'password-long'],
    ['aaaaaaaaaaaaaaa', 'password-common'],
    ['123456789012', 'password-common'],
    ['password2026!', 'password-common'],
    ['P@ssw0rd12345', 'password-common'],
    ['Indonesia1945', 'password-common'],
    ['Bismillah123!', 'password-common'],
    ['qwertyuiop123', 'password-common'],
    ['kotablitar2026', 'password-common'],
    ['budi.santoso12', 'password-common'],
    ['santosobudi1990', 'password-common'],
  ] as const)
    assert.equal(weakness(password, own), refusal, password)
  for (const password of ['kambing terbang jauh', 'Tujuh-belas-ekor-itik', '🐐🐐 makan rumput 🌱🌱', 'xR7#pQ2!vL9$'])
    assert.equal(weakness(password, own), undefined, password)
})

test('a kept password fits itself alone, whatever way its letters are composed', async () => {
  const kept = await hashPassword('café di ujung jalan')
  assert.match(kept, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.notEqual(kept, await hashPassword('café di ujung jalan'))
  assert.equal(await verifyPassword('café di ujung jalan', kept), true)
  assert.equal(await verifyPassword('cafe di ujung jalan', kept), false)
  assert.equal(await verifyPassword(kept, kept), false)
  assert.equal(await verifyPassword('', null), false)
  await assert.rejects(verifyPassword('x', 'plain'))
})

test('only so many are checked at once, and who comes too late hears it at once', async () => {
  const inLine = queue(2, 1)
  let open = () => {}
  const door = new Promise<void>((resolve) => {
    open = resolve
  })
  let running = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++running)
    await door
    running--
  }
  const three = [inLine(work), inLine(work), inLine(work)]
  await assert.rejects(inLine(work), Busy)
  open()
  await Promise.all(three)
  await inLine(work)
  assert.equal(most, 2)
})
