import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import { watchMailbox } from '../../src/channel/email/imap.ts'
import { type Arrived, keyOf } from '../../src/inbox/accept.ts'
import type { KeptLetter } from '../../src/mail/kept.ts'
import { dovecot } from './dovecot.ts'

/** A mailbox at a real Dovecot: what is kept leaves INBOX, what is not stays, and nothing is taken in twice under two names. */

const letter = (id: number, to = 'lapor@lapor.example') =>
  `Return-Path: <sari@warga.example>\r\nDelivered-To: ${to}\r\nFrom: Sari <sari@warga.example>\r\nTo: lapor@lapor.example, teman@lain.example\r\nSubject: Lampu ${id}\r\nMessage-ID: <${id}@warga.example>\r\n\r\nMati sejak Senin.\r\n`

test('letters of a mailbox are taken in, once, also while it is watched and after a failure', async (t) => {
  const { port } = await dovecot(t)
  const person = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    auth: { user: 'lapor', pass: 'secret' },
    logger: false,
  })
  await person.connect()
  t.after(() => person.close())
  const count = async (path: string) => {
    const status = await person.status(path, { messages: true })
    return status ? status.messages : 0
  }
  for (const id of [1, 2, 3]) await person.append('INBOX', letter(id))

  const kept: Arrived[] = []
  const failures: unknown[] = []
  let away = true
  const box = watchMailbox({
    url: `imap://lapor:secret@127.0.0.1:${port}`,
    domain: 'lapor.example',
    now: () => new Date('2026-11-24T03:00:00Z'),
    failed: (reason) => failures.push(reason),
    accept: async (arrived) => {
      if (away && kept.length === 1) throw new Error('the database is away')
      kept.push(arrived)
      return { key: keyOf(arrived), again: false }
    },
  })
  t.after(box.close)
  const until = async (done: () => Promise<boolean> | boolean) => {
    for (const end = Date.now() + 20_000; !(await done()); await sleep(50))
      if (Date.now() > end) throw new Error(`it did not come to that: ${kept.length} kept`)
  }

  await until(() => failures.length > 0)
  assert.deepEqual([kept.length, await count('INBOX'), await count('Lapor')], [1, 2, 1], 'what was not kept stays')
  away = false
  await until(async () => (await count('Lapor')) === 3)
  assert.equal(await count('INBOX'), 0)
  const letterOf = (n: number) => kept[n]?.message as KeptLetter
  const { raw, ...envelope } = letterOf(0)
  assert.deepEqual(envelope, { from: 'sari@warga.example', to: ['lapor@lapor.example'], remote: '127.0.0.1', helo: '' })
  assert.equal(Buffer.from(raw, 'base64').toString(), letter(1), 'byte for byte')

  await person.append('INBOX', letter(4, 'lapor+r17.abc@lapor.example'))
  await until(() => kept.length === 4)
  assert.deepEqual(letterOf(3).to, ['lapor+r17.abc@lapor.example', 'lapor@lapor.example'])
  await person.append('INBOX', letter(4, 'lapor+r17.abc@lapor.example'))
  await until(() => kept.length === 5)
  assert.equal(keyOf(kept[3] as Arrived), keyOf(kept[4] as Arrived), 'the inbox knows it again')
  await until(async () => (await count('Lapor')) === 5)
})

test('a mailbox that refuses is tried again, and closing does not wait for it', async (t) => {
  const { port } = await dovecot(t)
  const failures: unknown[] = []
  const box = watchMailbox({
    url: `imap://lapor:salah@127.0.0.1:${port}`,
    domain: 'lapor.example',
    now: () => new Date(),
    failed: (reason) => failures.push(reason),
    accept: () => Promise.reject(new Error('never')),
  })
  for (const end = Date.now() + 20_000; failures.length === 0 && Date.now() < end; ) await sleep(50)
  assert.ok(failures[0] instanceof Error)
  assert.doesNotMatch(String(failures[0]), /salah/)
  await box.close()
})
