import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { heart, keys } from '../../test/heart.ts'
import { keysFrom } from '../person/seal.ts'
import { draft } from './draft.ts'
import { draftHash, receiptFor, receiptHash } from './receipt.ts'

const { file, admin } = await heart()
const told = {
  text: 'Lampu jalan mati.',
  known: 'open',
  name: 'Siti',
  reach: 'phone',
  phone: '081234567890',
  consent: 'on',
}
const hex = (bytes: Buffer) => bytes.toString('hex')

test('what is kept of a draft, and of a receipt, is recognised only by whoever has the key', async () => {
  const given = draft.parse(told)
  const other = keysFrom('another secret of the tests')
  assert.equal(hex(draftHash(keys, given)), hex(draftHash(keysFrom('a secret of the tests'), draft.parse(told))))
  assert.notEqual(hex(draftHash(keys, given)), hex(draftHash(other, given)))
  assert.notEqual(hex(receiptHash(keys, 'A')), hex(receiptHash(other, 'A')))
  assert.notEqual(receiptFor(keys, 'A'), receiptFor(other, 'A'))
})

test('the tables hold no fingerprint of a draft that can be made by trying names and numbers', async () => {
  const filed = await file(told)
  const [kept] = await admin<{ digest: Buffer }[]>`select digest from report where reference = ${filed.reference}`
  const given = draft.parse(told)
  assert.equal(hex(kept?.digest ?? Buffer.of()), hex(draftHash(keys, given)))
  const words = JSON.stringify(given)
  for (const way of ['sha256', 'sha512-256', 'sha3-256', 'blake2s256'])
    for (const guess of [words, `draft ${words}`, given.text])
      assert.notEqual(hex(kept?.digest ?? Buffer.of()), createHash(way).update(guess).digest('hex'))
})
