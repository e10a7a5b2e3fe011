import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readBounce } from './bounce.ts'

const about = 'Reporting-MTA: dns; mx.example\r\nArrival-Date: Tue, 24 Nov 2026 09:00:00 +0700\r\n\r\n'
const one = (action: string, status: string) =>
  `Final-Recipient: rfc822; sari@warga.example\r\nAction: ${action}\r\nStatus: ${status}\r\n`

test('what was not delivered is read, and whether the address is to blame', () => {
  assert.deepEqual(readBounce(about + one('failed', '5.1.1')), { final: true, hard: true, status: '5.1.1' })
  assert.deepEqual(readBounce(about + one('failed', '5.2.2 (mailbox full)')), {
    final: true,
    hard: false,
    status: '5.2.2',
  })
  assert.deepEqual(readBounce(about + one('failed', '5.7.1')), { final: true, hard: false, status: '5.7.1' })
  assert.deepEqual(readBounce(about + one('failed', '4.4.7')), { final: true, hard: false, status: '4.4.7' })
  assert.deepEqual(readBounce(about + one('delayed', '4.4.1')), { final: false, hard: false, status: '4.4.1' })
  assert.deepEqual(readBounce(`${about}${one('delayed', '4.4.1')}\r\n${one('FAILED', '5.1.10')}`), {
    final: true,
    hard: true,
    status: '5.1.10',
  })
})

test('what was delivered or says nothing is no bounce', () => {
  for (const part of [about + one('delivered', '2.0.0'), about + one('relayed', '2.0.0'), about, '', 'Status: 5.1.1'])
    assert.equal(readBounce(part), undefined, part)
  fc.assert(fc.property(fc.string(), (text) => void readBounce(text)))
})
