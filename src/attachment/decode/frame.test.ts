import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fingerprint } from './fingerprint.ts'
import { type Drawn, read, write } from './frame.ts'

const drawn: Drawn = {
  ok: true,
  mediaType: 'image/jpeg',
  width: 4,
  height: 3,
  pages: null,
  phash: -9_223_372_036_854_775_808n,
  file: Buffer.from('\xff\xd8\xff\xe0 photo', 'latin1'),
  thumb: Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'),
}

test('what is written is read again', () => {
  assert.deepEqual(read(Buffer.from(write(drawn))), drawn)
  const refused = { ok: false, refusal: 'locked' } as const
  assert.deepEqual(read(Buffer.from(write(refused))), refused)
})

test('a process that was taken over cannot pass off anything else', () => {
  const page = Buffer.from('<script>alert(1)</script>')
  assert.equal(read(Buffer.from(write({ ...drawn, file: page }))), null)
  assert.equal(read(Buffer.from(write({ ...drawn, thumb: page }))), null)
  assert.equal(read(Buffer.from(write({ ...drawn, width: 1e9 }))), null)
  assert.equal(read(Buffer.from(write({ ...drawn, mediaType: 'text/html' as never }))), null)
  const whole = Buffer.from(write(drawn))
  for (let end = 0; end < whole.length; end++) assert.equal(read(whole.subarray(0, end)), null)
  fc.assert(fc.property(fc.uint8Array(), (bytes) => read(Buffer.from(bytes)) === null))
})

test('even pictures have no fingerprint, the rest have 64 bits', () => {
  assert.equal(fingerprint(new Uint8Array(72)), null)
  assert.equal(fingerprint(new Uint8Array(72).map((_, i) => i * 3)), null)
  const stripes = fingerprint(new Uint8Array(72).map((_, i) => ((i % 9) % 2) * 200))
  assert.equal(stripes, BigInt.asIntN(64, 0xaaaaaaaaaaaaaaaan))
})
