import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clean, inputs, optionalWords, shorten } from './input.ts'

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

test('words of signs alone that show nothing are none; a family of emoji stays together', () => {
  const fillers = ['\u3164', '\u115F\u1160', '\uFFA0', '\u2800 \u2800', '\u{1D159}']
  const formats = ['\u200B\u200B', ' \u2060\uFEFF\n', '\u00AD', '\u{E0041}\u{E007F}', '\uFFF9\uFFFB', '\u0085']
  const marks = ['\u0301', ' \u0301\u0308 ', '\u20E3', '\uFE0F', '\uA9B4']
  for (const nothing of [...fillers, ...formats, ...marks, [...fillers, ...formats, ...marks].join('\n')])
    assert.equal(clean(nothing), '', JSON.stringify(nothing))
  for (const said of ['.', '1', '\u2800a\u0301', 'ꦗꦭꦤ꧀', '\u{1F6A7}', '\u2801']) assert.notEqual(clean(said), '', said)
  assert.equal(clean(' 👨‍👩‍👧 '), '👨‍👩‍👧')
})

test('a form whose words show nothing comes back as an empty one', () => {
  for (const text of ['\u2800\u2800', '\u0301\u0301', '\u{E0041}', '\u1160']) {
    const read = inputs.reply.safeParse({ text })
    assert.deepEqual(
      read.error?.issues.map(({ message }) => message),
      ['text.empty'],
      JSON.stringify(text),
    )
    assert.equal(optionalWords(10).parse(text), '')
  }
})
