import assert from 'node:assert/strict'
import { test } from 'node:test'
import { later, mailServer, monday, scene } from '../../test/post.ts'
import { withActor } from '../db/actor.ts'
import { readAddress } from '../mail/address.ts'
import { smtpMailer } from './mailer.ts'
import { sendNotice } from './send.ts'
import { expand } from './tell/expand.ts'

/** Letters that can be answered, and machines that answer them. */

const office = await scene()
const mailbox = 'lapor@lapor.example'
const post = { ...office.post, site: { ...office.post.site, mailbox } }

async function acknowledged(fields: Record<string, string>, channel = 'email', at = monday) {
  const server = await mailServer()
  const mailer = smtpMailer(server.url)
  const filed = await office.file({ text: 'Jalan rusak.', reach: 'email', email: 'sari@warga.example', ...fields })
  await office.admin`update report set channel = ${channel} where id = ${filed.reportId}`
  const [id = 0] = await withActor(office.db, { kind: 'system' }, (tx) =>
    expand(tx, [{ reportId: filed.reportId, n: 1 }], at),
  )
  const first = await sendNotice(post, mailer, id, at)
  mailer.close()
  await server.close()
  return { first, id, letter: server.received[0], reporterId: filed.reporterId }
}

test('a letter names a signed address for answers and another for what comes back', async () => {
  const { letter, id, reporterId } = await acknowledged({})
  const replyTo = /<([^>]+)>/.exec(letter?.headers.get('reply-to') ?? '')?.[1] ?? ''
  assert.equal(readAddress(office.keys, mailbox, 'reply', replyTo), reporterId)
  assert.equal(readAddress(office.keys, mailbox, 'bounce', letter?.from ?? ''), id)
  assert.equal(letter?.headers.get('x-lapor'), '1')
  assert.equal(letter?.headers.get('x-auto-response-suppress'), 'All')
})

test('an address is answered by itself once a day, and again the next day', async () => {
  const email = 'mesin@lain.example'
  assert.equal((await acknowledged({ email })).first, 'sent')
  const second = await acknowledged({ email: 'Mesin@Lain.example' })
  assert.deepEqual([second.first, second.letter], ['withheld', undefined])
  assert.equal((await acknowledged({ email }, 'web')).first, 'sent', 'whoever files on the web gets their link')
  assert.equal((await acknowledged({ email }, 'email', later(1.1))).first, 'sent')
})

test('a secret report is answered nowhere but on its page', async () => {
  const { letter } = await acknowledged({ email: 'rahasia@warga.example', readers: 'secret' })
  assert.ok(letter)
  assert.equal(letter.headers.get('reply-to'), undefined)
})
