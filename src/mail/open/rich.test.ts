import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lzfu, tnef } from '../../../test/letters/tnef.ts'
import { decompress } from './lzfu.ts'
import { readRtf } from './rtf.ts'
import { readTnef } from './tnef.ts'

/** Words that stand in a letter as rich text only. */

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex')

/** The examples of MS-OXRTFCP, 3.1 and 3.2. */
const simple = hex(
  '2d0000002b0000004c5a4675f1c5c7a703000a0072637067313235423 20af32068656c090020627705b06c647d0a800fa0',
)
const crossing = hex('1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0')

test('the examples of the specification are read', () => {
  assert.equal(decompress(simple)?.toString('latin1'), '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')
  assert.equal(decompress(crossing)?.toString('latin1'), '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}')
})

test('what is kept as it is is read, what is neither is not, and no header makes it grow', () => {
  const kept = Buffer.concat([hex('00000000 05000000'), Buffer.from('MELA'), hex('00000000'), Buffer.from('{\\rtf')])
  assert.equal(decompress(kept)?.toString(), '{\\rtf')
  assert.equal(decompress(Buffer.from('PK\x03\x04 and then something')), undefined)
  assert.equal(decompress(Buffer.of()), undefined)
  const huge = Buffer.from(crossing)
  huge.writeUInt32LE(0xffff_ffff, 4)
  assert.ok((decompress(huge)?.length ?? 0) <= 28)
  const any = fc.uint8Array({ maxLength: 300 }).map((tail) => Buffer.concat([simple.subarray(0, 16), tail]))
  fc.assert(
    fc.property(any, fc.nat(100), (bytes, room) => {
      bytes.writeUInt32LE(room, 4)
      assert.ok((decompress(bytes)?.length ?? 0) <= room)
    }),
  )
})

const texts: [rtf: string, text: string][] = [
  [
    '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator Outlook;}\\f0 Air keruh.\\par Sejak Senin\\tab ya}',
    'Air keruh.\nSejak Senin\tya',
  ],
  ["{\\rtf1\\ansi\\ansicpg1251 \\'c2\\'ee\\'e4\\'e0 caf\\'e9}", 'Вода cafй'],
  ['{\\rtf1\\uc1 caf\\u233?\\u8211- \\u-10179?\\u-8704?}', 'café– 😀'],
  ['{\\rtf1\\uc2\\u233ab{\\uc0\\u233}c\\u233 abd}', 'éécéd'],
  [
    '{\\rtf1 a\\{b\\}c\\\\d\\~e{\\pict 00ff{\\b x}}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt di sini}}}',
    'a{b}c\\d\u00a0edi sini',
  ],
]
for (const [rtf, text] of texts)
  test(`${rtf.slice(0, 40)} … says ${JSON.stringify(text)}`, () => assert.deepEqual(readRtf(rtf), { text, html: '' }))

test('HTML that Outlook hides in rich text comes out as HTML', () => {
  const rtf =
    '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\fbidis{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag19 <html>}{\\*\\htmltag64 <p>}\\htmlrtf {\\f0 nothing\\htmlrtf0 Air \\{keruh\\} &amp; bau{\\*\\mhtmltag64 <q>}{\\*\\htmltag72 </p>}\\htmlrtf\\par}\\htmlrtf0 \\par }'
  assert.deepEqual(readRtf(rtf), { text: '', html: '<html><p>Air {keruh} &amp; bau</p>\n' })
})

test('any rich text whatever is read, in linear time, and a deep one is given up', () => {
  const bit = fc.constantFrom(
    '{',
    '}',
    '\\',
    "\\'e",
    "\\'e9",
    '\\u233',
    '\\uc9',
    '\\*',
    '\\htmltag',
    '\\par',
    'a',
    '\\htmlrtf',
    '\\fonttbl',
    '\r\n',
    '\\-',
    '{\\rtf1\\fromhtml1',
  )
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 40 }), (bits) => {
      const { text, html } = readRtf(bits.join(''))
      assert.ok(text.length + html.length <= bits.join('').length)
    }),
  )
  for (const one of ['{', '\\', "\\'", '\\u1', '}', '{\\*', 'a\\par'])
    assert.ok(readRtf(one.repeat(300_000)).text.length <= 1_500_000)
})

test('a winmail.dat whose words are rich text only says them; other words go first', () => {
  const rich = lzfu('{\\rtf1\\ansi Atap bocor.\\par Sejak Senin.}')
  assert.equal(readTnef(tnef({ rich }))?.text, 'Atap bocor.\nSejak Senin.')
  assert.equal(readTnef(tnef({ rich, body: 'Lain' }))?.text, 'Lain')
  const hidden = readTnef(tnef({ rich: lzfu('{\\rtf1\\fromhtml1 {\\*\\htmltag <b>}Atap{\\*\\htmltag </b>}}') }))
  assert.deepEqual([hidden?.text, hidden?.html], ['', '<b>Atap</b>'])
})
