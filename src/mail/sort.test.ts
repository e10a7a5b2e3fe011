import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysFrom } from '../person/seal.ts'
import { signedAddress } from './address.ts'
import type { Letter } from './letter.ts'
import { sort } from './sort.ts'

const keys = keysFrom('a secret of the tests')
const address = 'lapor@lapor.example'
const box = { address, own: { domain: 'lapor.example', addresses: [address] } }
const letter = (more: Partial<Letter> = {}): Letter => ({
  from: { address: 'sari@warga.example', name: 'Sari' },
  subject: 'Jalan rusak',
  text: 'Berlubang.',
  messageId: '<1@warga.example>',
  headers: new Map(),
  enclosures: [],
  ...more,
})
const status = (text: string): Letter =>
  letter({ enclosures: [{ name: '', type: 'message/delivery-status', bytes: Buffer.from(text), inline: false }] })
const failed = status('Reporting-MTA: dns; x\n\nAction: failed\nStatus: 5.1.1\n')
const sorted = (one: Letter, to = address, from = 'sari@warga.example') => sort(keys, box, one, { from, to: [to] })
const reply = signedAddress(keys, address, 'reply', 17)
const verp = signedAddress(keys, address, 'bounce', 4)

test('a letter is a report unless something says otherwise', () => {
  assert.deepEqual(sorted(letter()), { is: 'report' })
  assert.deepEqual(sorted(letter({ subject: '', text: '' })), { is: 'noise', reason: 'empty' })
  assert.deepEqual(sorted(letter({ headers: new Map([['precedence', ['list']]]) })), { is: 'noise', reason: 'bulk' })
})

test('only an address that we signed makes a letter an answer', () => {
  assert.deepEqual(sorted(letter(), reply), { is: 'reply', reporterId: 17 })
  assert.deepEqual(sorted(letter(), reply.replace('r17', 'r18')), { is: 'report' })
  assert.deepEqual(
    sorted(letter({ subject: 'Re: K7Q4-M2PX', headers: new Map([['in-reply-to', ['<notice-17@lapor.example>']]]) })),
    { is: 'report' },
  )
  assert.deepEqual(sorted(letter({ headers: new Map([['auto-submitted', ['auto-replied']]]) }), reply), {
    is: 'noise',
    reason: 'auto-submitted',
  })
})

test('only a bounce to an address that we signed says anything of a letter of ours', () => {
  assert.deepEqual(sorted(failed, verp, ''), {
    is: 'bounce',
    noticeId: 4,
    bounce: { final: true, hard: true, status: '5.1.1' },
  })
  assert.deepEqual(sorted(failed, address, ''), { is: 'noise', reason: 'unsigned-bounce' })
  assert.deepEqual(sorted(failed, reply, ''), { is: 'noise', reason: 'unsigned-bounce' })
  assert.deepEqual(sorted(status('Action: delivered\nStatus: 2.0.0'), verp, ''), { is: 'noise', reason: 'delivered' })
  assert.deepEqual(sorted(letter(), verp, ''), { is: 'noise', reason: 'null-sender' })
})
