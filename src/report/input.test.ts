import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clean, shorten } from './input.ts'

test('whatever is sent, what is kept is whole letters, no longer than allowed, and the same when cleaned again', () => {
  const any = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom('\uD83D', '\uDE00', '😀', 'a', '\u0000', '\u202E') })) // biome-ignore format: one list
  fc.assert(
    fc.property(any, fc.nat(12), (text, most) => {
      const kept = clean(text, most)
      assert.ok(kept.isWellFormed() && kept.length <= most && !kept.includes('\0'))
      assert.equal(clean(clean(text)), clean(text))
      assert.ok(text.length > most || shorten(text, most) === text)
    }),
  )
})

test('words of invisible signs alone are none; a family of emoji stays together', () => {
  for (const nothing of ['\u200B\u200B', ' \u2060\uFEFF\n', '\u3164', '\u00AD']) assert.equal(clean(nothing), '')
  assert.equal(clean(' 👨‍👩‍👧 '), '👨‍👩‍👧')
})
