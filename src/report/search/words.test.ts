import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginningsOf, queryOf, vectorOf, wordsIn } from './words.ts'

const taken: readonly (readonly [text: string, ...words: string[]])[] = [
  ['Jalan Melati, RT 05/RW 02 (dekat SDN 3).', 'jalan', 'melati', 'rt', '05', 'rw', '02', 'dekat', 'sdn', '3'],
  ['anak-anak ke-2; lapor@contoh.example', 'anak', 'anak', 'ke', '2', 'lapor', 'contoh', 'example'],
  ['Café Ra’as İstanbul ＮＯＭＯＲ ½', 'cafe', 'ra', 'as', 'istanbul', 'nomor', '1', '2'],
  ['ꦗꦭꦤ꧀ 🌧️ \u0000 \ud800', 'ꦗꦭꦤ'],
  [' & | ! :* <-> \' \\ " () %', ...[]],
]
for (const [text, ...words] of taken)
  test(`${JSON.stringify(text)} has ${words.length} words`, () => assert.deepEqual(wordsIn(text), words))

test('every word is asked for, and the last one may be only begun', () => {
  assert.equal(queryOf('Lampu mati'), "'lampu' & 'mati':*")
  assert.equal(queryOf('RT 5'), "'rt' & '5'", 'a single sign begins too much')
  assert.equal(queryOf('di jalan di'), "'di' & 'jalan' & 'di':*")
  assert.equal(queryOf("a' | 'b"), "'a' & 'b'")
  assert.equal(queryOf('%_\\ \0'), undefined)
  assert.equal(beginningsOf('Budi S'), "'budi':* & 's':*")
  assert.equal(beginningsOf(' @ '), undefined)
})

test('what is longer than any word is in pieces, alike on both sides; nobody asks for more than twenty', () => {
  const long = 'x'.repeat(130)
  assert.equal(vectorOf(long), `'${'x'.repeat(60)}' '${'x'.repeat(10)}'`)
  assert.equal(queryOf(long), `'${'x'.repeat(60)}' & '${'x'.repeat(60)}' & '${'x'.repeat(10)}':*`)
  assert.equal(queryOf('kata '.repeat(200_000))?.split('&').length, 20)
  assert.equal(vectorOf('Satu dua', null, 'dua tiga'), "'satu' 'dua' 'tiga'")
})
