import assert from 'node:assert/strict'
import { test } from 'node:test'
import { counts } from '../../../../seed/areas.ts'
import { Bars, hundredths } from './bars.tsx'
import { MonthLine, MonthPairs, wayOf } from './months.tsx'
import { provinces } from './provinces.ts'
import { perSquare, shade, top } from './scale.ts'
import { eachSquare, mostSquares, Squares, squaresOf } from './squares.tsx'
import { Tiles } from './tiles.tsx'

/** Charts draw what they are given, say it in words, and are read without colour. */

const count = (text: string, what: RegExp) => [...text.matchAll(what)].length
const drawn = (node: unknown) => String(node)

test('a square stands for a round number, and the fullest column fits', () => {
  assert.deepEqual(
    [0, 1, 14, 15, 28, 29, 70, 71, 90_000].map((n) => perSquare(n, 14)),
    [1, 1, 1, 2, 2, 5, 5, 10, 10_000],
  )
  for (let n = 1; n < 200_000; n = Math.ceil(n * 1.3))
    assert.ok(Math.ceil(n / perSquare(n, mostSquares)) <= mostSquares, String(n))
  assert.deepEqual([0, 1, 7, 40, 118].map(top), [1, 5, 10, 50, 250])
})

test('each report is a square of its state, the late ones hatched, and the number stands above', () => {
  const columns = [
    {
      label: '0–3',
      parts: [
        ['reporter', 1],
        ['fine', 2],
        ['soon', 1],
        ['late', 3],
      ] as const,
      total: '7',
    },
    { label: '4–5', parts: [] as const, total: '0' },
  ]
  assert.equal(eachSquare(columns), 1)
  const text = drawn(Squares({ says: 'Terbuka: 7.', columns }))
  assert.deepEqual(
    ['reporter', 'fine', 'soon', 'late'].map((state) => count(text, new RegExp(`class="f-${state}"`, 'g'))),
    [1, 2, 1, 3],
  )
  assert.equal(count(text, /class="f-late" fill="url\(#hatch\)"/g), 3)
  assert.match(text, /role="img" aria-label="Terbuka: 7\."/)
  assert.match(text, />7<\/text>.*>0–3<\/text>/)
})

test('what is there is never without a square', () => {
  const column = {
    label: '',
    parts: [
      ['fine', 900],
      ['late', 1],
    ] as const,
    total: '',
  }
  assert.deepEqual(squaresOf(column, 100), [...Array(9).fill('fine'), 'late'])
})

test('a bar is as long as its share, and a low one says so in words and a sign', () => {
  const bar = { label: 'DLH', share: 0.63, value: '63%', of: '10 dari 16', low: true }
  const text = drawn(
    Bars({
      bars: [bar, { ...bar, label: 'Dinkes', share: 0.96, value: '96%', low: false }],
      mark: 0.81,
      low: 'di bawah 70%',
    }),
  )
  assert.match(text, /class="f-x" width="63"/)
  assert.match(text, /class="f-fine" width="96"/)
  assert.equal(count(text, /di bawah 70%/g), 1)
  assert.equal(count(text, /x1="81"/g), 4)
  assert.match(text, /10 dari 16/)
  assert.deepEqual([-1, 0.3333, 2].map(hundredths), [0, 33.3, 100])
})

test('months stand beside each other on one scale, and a month without a share breaks the line', () => {
  const pairs = [
    { label: 'Jan', first: 50, second: 25 },
    { label: 'Feb', first: 0, second: 0 },
  ]
  const text = drawn(MonthPairs({ says: 'x', pairs, marks: ['outline', 'fine'], end: String }))
  assert.match(text, /class="f-outline"[^>]*height="120"/)
  assert.match(text, /class="f-fine"[^>]*height="60"/)
  assert.equal(count(text, /<rect/g), 2)
  assert.equal(
    wayOf([0.5, 0.6, null, 0.7], (share) => share),
    'M26 0.5L78 0.6M182 0.7',
  )
  const line = drawn(
    MonthLine({
      says: 'x',
      points: [
        { label: 'Jan', share: null, value: '–' },
        { label: 'Feb', share: 1, value: '100%' },
      ],
    }),
  )
  assert.equal(count(line, /<circle/g), 1)
  assert.match(line, />100%</)
})

test('every province has a tile of its own, its letters, number and shade', () => {
  const codes = Object.keys(provinces)
  assert.equal(codes.length, counts.provinces)
  assert.equal(new Set(Object.values(provinces).map(([, x, y]) => `${x} ${y}`)).size, codes.length)
  assert.equal(new Set(Object.values(provinces).map(([letters]) => letters)).size, codes.length)
  for (const papuan of ['91', '92', '93', '94', '95', '96']) assert.ok(papuan in provinces)
  const tiles = [
    { code: '35', name: 'Jawa Timur', share: 0.88, value: '88%' },
    { code: '95', name: 'Papua Pegunungan', share: null, value: '–' },
  ]
  const text = drawn(Tiles({ says: 'Peta', tiles, here: '35' }))
  assert.match(text, /<g class="q4 here"><title>Jawa Timur 88%<\/title>.*>JI<.*>88</)
  assert.match(text, /<g class="q0"><title>Papua Pegunungan –<\/title>/)
  assert.deepEqual([0, 0.594, 0.6, 0.79, 0.8, 0.9, 1].map(shade), [1, 1, 2, 3, 4, 5, 5])
})
