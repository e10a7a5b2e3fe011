import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasLink, leadsAway, weightOf } from './weight.ts'

/** How long a post is, by the examples of X's own documents and tests. */

const weights: [text: string, weight: number][] = [
  ['', 0],
  ['Jalan rusak', 11],
  ['café', 4],
  ['cafe\u0301', 4],
  ['“Bagus” – katanya…', 19],
  ['👾', 2],
  ['🙋🏽', 2],
  ['👨‍🎤', 2],
  ['👨‍👩‍👧‍👦', 2],
  ['🇮🇩🇮🇩', 4],
  ['道路が壊れている', 16],
  ['한글', 4],
  ['https://lapor.example/laporan/ABC?a=1#b', 23],
  ['Lihat https://a.example/b dan http://c.example', 23 + 23 + 11],
  ['lapor.go.id', 23],
  ['Lihat lapor.go.id/a, ya', 6 + 23 + 3],
  ['Jl. Merdeka No.5', 16],
  ['akhir.Mulai lagi', 16],
  ['surat@dinas.go.id', 17],
  ['a'.repeat(280), 280],
  ['字'.repeat(140), 280],
]

test('a post is as long as X counts it', () => {
  for (const [text, weight] of weights) assert.equal(weightOf(text), weight, text)
})

test('an address is seen, with its beginning and without', () => {
  assert.deepEqual(['lihat HTTPS://a.b', 'www.lapor.go.id', 'lapor.go.id', 'Jl. Merdeka'].map(leadsAway), [
    true,
    true,
    false,
    false,
  ])
  assert.deepEqual(['lihat https://a.b', 'lapor.go.id', 'Jl. Merdeka No.5'].map(hasLink), [true, true, false])
})
