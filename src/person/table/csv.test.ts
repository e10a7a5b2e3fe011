import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCsv, readLines, writeCsv } from './csv.ts'

const rows = (text: string, most = 100) => {
  const table = readCsv(text, most)
  return table.ok ? table.rows.map(({ line, cells }) => [line, ...cells]) : table
}

test('a table is read with the line on which each row starts', () => {
  assert.deepEqual(rows('\uFEFFa;b\r\n1;"x;""y"""\n\n"two\nlines";z'), [
    [1, 'a', 'b'],
    [2, '1', 'x;"y"'],
    [4, 'two\nlines', 'z'],
  ])
  assert.deepEqual(rows('a,b\r1,\r'), [
    [1, 'a', 'b'],
    [2, '1', ''],
  ])
  assert.deepEqual(rows(' a , b '), [[1, 'a', 'b']])
})

test('a table that cannot be read says where', () => {
  assert.deepEqual(rows('a,b\n1,"open'), { ok: false, refusal: 'quote', line: 2 })
  assert.deepEqual(rows('a,b\n1,2\n"x"y,2'), { ok: false, refusal: 'quote', line: 3 })
  assert.deepEqual(rows('a\n1\n2\n3', 3), { ok: false, refusal: 'too-many', line: 4 })
  assert.deepEqual(rows('\n \n'), { ok: false, refusal: 'empty', line: 1 })
  assert.deepEqual(rows(''), { ok: false, refusal: 'empty', line: 1 })
})

test('whatever is written is read again, and computes nothing', () => {
  const safe = fc.string().map((text) => `x${text.replace(/\r\n?/g, '\n')}x`)
  fc.assert(
    fc.property(fc.array(fc.tuple(safe, safe), { minLength: 1 }), (table) => {
      const read = readCsv(writeCsv(table), 1000)
      assert.deepEqual(read.ok && read.rows.map(({ cells }) => cells), table)
      const last = read.ok ? read.rows.at(-1) : undefined
      const before = writeCsv(table.slice(0, -1)).split('\n').length
      assert.equal(last?.line, table.length === 1 ? 1 : before)
    }),
  )
  for (const start of ['=', '+', '-', '@', '\t', '\r', '＝', '" =', ';='])
    assert.match(writeCsv([[`${start}1+1`]]), /^\uFEFF"?'/)
})

test('columns are found by their headings in either language, and a table without them is refused', () => {
  const names = { name: ['nama', 'name'], username: ['namapengguna', 'username'] }
  const read = (text: string) => {
    const table = readLines(text, 2, names, ['username'])
    return table.ok ? table.lines.map(({ line, cell }) => [line, cell('username'), cell('name')]) : table.lines[0]
  }
  assert.deepEqual(read('Nama Pengguna;x;NAMA\n sari.w ;1;Sari\u0000\tW\nadi'), [
    [2, 'sari.w', 'Sari  W'],
    [3, 'adi', ''],
  ])
  assert.deepEqual(read('name\nSari'), { line: 1, refusal: 'columns' })
  assert.deepEqual(read('username\n'), { line: 1, refusal: 'empty' })
  assert.deepEqual(read('username\na\nb\nc'), { line: 4, refusal: 'too-many' })
  assert.deepEqual(read('username\na"b'), { line: 2, refusal: 'quote' })
})
