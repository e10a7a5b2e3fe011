import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Bars, hundredths } from './bars.tsx'
import { Key } from './key.tsx'
import { MonthLine, MonthPairs, wayOf } from './months.tsx'
import { provinces } from './provinces.ts'
import { isLow, perSquare, shade, top } from './scale.ts'
import { eachSquare, mostSquares, Squares, squaresOf } from './squares.tsx'
import { Tiles } from './tiles.tsx'

const drawn = (node: unknown) => String(node)
const count = (text: string, what: RegExp) => [...text.matchAll(what)].length

test('every report is a square as long as they fit; what is past its promise is hatched', () => {
  const columns = [
    { label: '0–3', parts: [['fine', 3], ['late', 0]], total: '3' },
    { label: '> 14', parts: [['late', 2], ['reporter', 1]], total: '3' },
  ] as const // biome-ignore format: a table
  const picture = drawn(Squares({ says: 'Umur laporan: 3 dan 3.', columns }))
  assert.match(picture, /role="img" aria-label="Umur laporan: 3 dan 3\."/)
  assert.equal(count(picture, /<rect class="f-fine"/g), 3)
  assert.equal(count(picture, /<rect class="f-late" fill="url\(#hatch\)"/g), 2)
  assert.equal(count(picture, /<rect class="f-reporter"/g), 1)
  assert.match(picture, />0–3<\/text>/)
  assert.match(picture, />&gt; 14<\/text>/)
})

test('many reports share a square, and what is there at all has one', () => {
  const columns = [{ label: '0–3', parts: [['fine', 91_234], ['late', 1]], total: '91.235' }] as const // biome-ignore format: one
  const per = eachSquare(columns)
  assert.ok(Math.ceil(91_235 / per) <= mostSquares)
  const [column] = columns
  const marks = squaresOf(column, per)
  assert.equal(marks.filter((mark) => mark === 'late').length, 1)
  assert.ok(marks.length <= mostSquares + column.parts.length, 'a square more for each mark at most')
})

test('scales are round numbers', () => {
  assert.deepEqual([perSquare(0, 14), perSquare(14, 14), perSquare(15, 14), perSquare(700, 14), perSquare(701, 14)], [1, 1, 2, 50, 100])
  assert.deepEqual([top(0), top(4), top(23), top(1000)], [1, 5, 25, 1000])
  assert.deepEqual([0, 0.594, 0.596, 0.6, 0.794, 0.8, 0.9, 1].map(shade), [1, 1, 2, 2, 3, 4, 5, 5])
}) // biome-ignore format: tables

test('what is written as 70% is not said to be below it', () => {
  assert.deepEqual([null, 0.6944, 0.6957, 0.7].map(isLow), [false, true, false, false])
})

test('a bar has its number and of how many; a low one has a sign and says so', () => {
  const bars = [
    { label: 'Dinas Kesehatan', href: '/pengawasan?instansi=7', share: 0.96, value: '96%', of: '23 dari 24' },
    { label: 'DLH', share: 0.63, value: '63%', of: '10 dari 16', low: true },
  ]
  const picture = drawn(Bars({ bars, mark: 0.81, low: 'di bawah 70%' }))
  assert.match(picture, /<a href="\/pengawasan\?instansi=7">Dinas Kesehatan<\/a>/)
  assert.match(picture, /width="96"/)
  assert.match(picture, /<span class="vh">di bawah 70% <\/span>63%/)
  assert.equal(count(picture, /x1="81"/g), 4, 'the line of the country stands in each bar, on a pale one')
  assert.deepEqual([-1, 0.3333, 2].map(hundredths), [0, 33.3, 100])
})

test('the map has every province of the country in a place of its own', () => {
  const places = Object.values(provinces)
  assert.equal(places.length, 38)
  assert.equal(new Set(places.map(([letters]) => letters)).size, 38)
  assert.equal(new Set(places.map(([, column, row]) => `${column} ${row}`)).size, 38)
  assert.ok(places.every(([, column, row]) => column >= 0 && column < 16 && row >= 0 && row < 7))
})

test('a tile says its letters and number; without enough reports it says none', () => {
  const tiles = [
    { code: '35', name: 'Jawa Timur', share: 0.876, value: '88%' },
    { code: '94', name: 'Papua Tengah', share: null, value: '–' },
    { code: '99', name: 'Tidak ada', share: 1, value: '100%' },
  ]
  const picture = drawn(Tiles({ says: 'Peta petak.', tiles, here: '35' }))
  assert.match(picture, /<g class="q4 here"><title>Jawa Timur 88%<\/title>/)
  assert.match(picture, />JI<\/text><text[^>]*>88</)
  assert.match(picture, /<g class="q0"><title>Papua Tengah –<\/title>/)
  assert.doesNotMatch(picture, /Tidak ada/)
})

test('months stand beside each other; a month without a share breaks the line', () => {
  assert.equal(
    wayOf([0.5, null, 1, 0], (share) => share * 100),
    'M26 50M130 100L182 0',
  )
  const points = [{ label: 'Jan', share: 0.5, value: '50%' }, { label: 'Feb', share: null, value: '–' }] // biome-ignore format: one line
  const line = drawn(MonthLine({ says: 'Bagian.', points, mark: 0.8 }))
  assert.equal(count(line, /<circle/g), 1)
  assert.match(line, /class="dash"/)
  const pairs = [{ label: 'Jan', first: 20, second: 0 }]
  const columns = drawn(MonthPairs({ says: 'Masuk.', pairs, marks: ['fine', 'outline'], end: String }))
  assert.equal(count(columns, /<rect/g), 1, 'nothing is drawn of nothing')
  assert.match(columns, /role="img" aria-label="Masuk\."/)
})

test('each mark is named beside its picture', () => {
  assert.match(drawn(Key({ marks: [['late', 'lewat janji']] })), /<rect class="f-late" fill="url\(#hatch\)"[^>]*><\/rect><\/svg>lewat janji/)
}) // biome-ignore format: one line
