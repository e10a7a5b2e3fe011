import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysFrom } from '../person/seal.ts'
import { readAddress, signedAddress } from './address.ts'

const keys = keysFrom('a secret of the tests')
const mailbox = 'Lapor@lapor.example'

test('an address that we wrote is read again, in any case, for its own purpose only', () => {
  const reply = signedAddress(keys, mailbox, 'reply', 17)
  assert.match(reply, /^Lapor\+r17\.[0-9a-f]{32}@lapor\.example$/)
  assert.ok(reply.split('@')[0] && (reply.split('@')[0]?.length ?? 99) <= 64, 'a local part has at most 64 characters')
  assert.equal(readAddress(keys, mailbox, 'reply', reply), 17)
  assert.equal(readAddress(keys, mailbox, 'reply', ` ${reply.toUpperCase()} `), 17)
  assert.equal(readAddress(keys, mailbox, 'bounce', reply), undefined)
  assert.equal(readAddress(keys, mailbox, 'bounce', signedAddress(keys, mailbox, 'bounce', 3)), 3)
})

test('an address that somebody made up says nothing', () => {
  const reply = signedAddress(keys, mailbox, 'reply', 17)
  const guessed = [
    reply.replace('r17', 'r18'),
    reply.replace('@lapor', '@tapor'),
    reply.replace(/[0-9a-f]@/, 'x@'),
    signedAddress(keysFrom('another secret'), mailbox, 'reply', 17),
    mailbox,
    'lapor+@lapor.example',
    'lapor+r17.@lapor.example',
    `${'lapor+r17.'.repeat(100)}@lapor.example`,
    '',
  ]
  for (const address of guessed) assert.equal(readAddress(keys, mailbox, 'reply', address), undefined, address)
})
