import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { test } from 'node:test'
import type { Env } from '../../env.ts'
import { logger } from '../../log.ts'
import { watchLetters } from './mailbox.ts'
import type { Needs } from './site.ts'

test('why a mailbox cannot be read stands in the log', async (t) => {
  const server = createServer((socket) => socket.end('* BYE no room today\r\n')).listen(0, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { promise: line, resolve } = Promise.withResolvers<string>()
  const log = logger('error', { write: resolve })
  const env = { IMAP_URL: `imap://lapor:rahasia@127.0.0.1:${port}`, MAIL_DOMAIN: 'lapor.example' } as Env
  const watch = watchLetters({ db: {}, env, log, secret: 's'.repeat(32) } as Needs, () => {})
  t.after(() => watch?.close())
  const { msg, reason } = JSON.parse(await line)
  assert.equal(msg, 'the mailbox cannot be read now; its letters wait there')
  assert.equal(reason.type, 'Error')
  assert.match(reason.stack, /\n\s+at /)
})
