import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromSeptets, plain, sizeOf, toSeptets } from './gsm7.ts'
import { isIn, readNumber } from './number.ts'

test('letters of the alphabet go there and back, and anything else is sent as UCS-2', () => {
  const all = '@£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./09:;<=>?¡AZÄÖÑÜ§¿azäöñüà^{}\\[~]|€'
  assert.equal(fromSeptets(toSeptets(all) ?? []), all)
  for (const other of ['ç', '’', '😀', 'ñandú\u0000', '\u001b']) assert.equal(toSeptets(other), undefined, other)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const septets = toSeptets(text)
      if (septets) assert.equal(fromSeptets(septets), text)
    }),
  )
  fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.ok(fromSeptets(bytes).isWellFormed())))
})

test('what a message costs', () => {
  const cases: [string, string, number][] = [
    ['a'.repeat(160), 'gsm7', 1],
    ['a'.repeat(161), 'gsm7', 2],
    ['a'.repeat(306), 'gsm7', 2],
    ['a'.repeat(307), 'gsm7', 3],
    ['€'.repeat(80), 'gsm7', 1],
    ['€'.repeat(81), 'gsm7', 2],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm7', 3],
    ['ж'.repeat(70), 'ucs2', 1],
    ['ж'.repeat(71), 'ucs2', 2],
    ['😀'.repeat(35), 'ucs2', 1],
    ['😀'.repeat(36), 'ucs2', 2],
    ['😀'.repeat(67), 'ucs2', 3],
  ]
  for (const [text, encoding, parts] of cases) {
    const size = sizeOf(text)
    assert.deepEqual([size.encoding, size.parts], [encoding, parts], `${text.length} ${text.slice(0, 4)}`)
  }
  assert.equal(sizeOf(plain('Lampu “mati” – tolong…')).encoding, 'gsm7')
})

test('numbers are told apart from names and short codes, and by country', () => {
  for (const written of ['081234567890', '+62 812-3456-7890', '6281234567890', '0062 81234567890'])
    assert.equal(readNumber(written), '+6281234567890', written)
  for (const none of ['1708', 'TELKOMSEL', '', '+', '12', '0800', '++62812345678'])
    assert.equal(readNumber(none), undefined, none)
  assert.equal(readNumber('+4915112345678'), '+4915112345678')
  assert.equal(isIn('+4915112345678', ['62']), false)
  assert.equal(isIn('+6281234567890', ['62']), true)
})
