import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tnef } from '../../../test/letters/tnef.ts'
import { uu } from '../../../test/letters/uuencode.ts'
import { readTnef } from './tnef.ts'
import { takeUuencoded } from './uuencode.ts'

/** Files that are wrapped in ways of their own. */

const file = { name: 'Denah – lantai 2.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 isi') }
const whole = tnef({ body: 'Atap bocor – parah', html: '<p>Atap</p>', files: [file, { ...file, name: 'b.bin' }] })

test('the words and the files of a winmail.dat are found, by their long names', () => {
  const found = readTnef(whole)
  assert.deepEqual([found?.text, found?.html], ['Atap bocor – parah', '<p>Atap</p>'])
  assert.deepEqual(
    found?.files.map(({ name, type, bytes }) => [name, type, Buffer.from(bytes).toString()]),
    [
      ['Denah – lantai 2.pdf', 'application/pdf', '%PDF-1.7 isi'],
      ['b.bin', 'application/pdf', '%PDF-1.7 isi'],
    ],
  )
  assert.equal(readTnef(Buffer.from('PK\x03\x04')), undefined)
  assert.equal(readTnef(tnef({})), undefined)
})

test('a winmail.dat that is cut off or changed anywhere never throws and never grows', () => {
  for (let end = 0; end < whole.length; end++) readTnef(whole.subarray(0, end))
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), (at, bytes) => {
      const changed = Buffer.from(whole)
      changed.set(bytes.subarray(0, whole.length - at), at)
      const found = readTnef(changed)
      const sum = found?.files.reduce((all, { bytes }) => all + bytes.length, 0) ?? 0
      assert.ok(sum <= whole.length)
    }),
    { numRuns: 2_000 },
  )
})

test('files among the words are taken out, whatever their bytes, and the words stay', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
      const found = takeUuencoded(`atas\n${uu('a b.bin', Buffer.from(bytes))}\nbawah`)
      assert.equal(found.text, 'atas\nbawah')
      assert.deepEqual(Buffer.from(found.files[0]?.bytes ?? []), Buffer.from(bytes))
    }),
  )
  const many = 'begin 644 a\n'.repeat(50_000)
  assert.equal(takeUuencoded(many).text, many)
})
