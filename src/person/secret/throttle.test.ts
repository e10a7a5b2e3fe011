import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf } from './throttle.ts'

test('one subscriber is one network', () => {
  for (const [address, network] of [
    ['192.0.2.77', '192.0.2'],
    ['::ffff:192.0.2.77', '192.0.2'],
    ['2001:db8:0:7::1', '2001:db8:0:7'],
    ['2001:0DB8:0000:0007:ffff:1:2:3', '2001:db8:0:7'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', 'unknown'],
    ["' or 1=1", 'unknown'],
  ] as const)
    assert.equal(networkOf(address), network, address)
})
