import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { type Cell, type Format, type Pages, written } from './sheet.ts'

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

async function* paged(rows: readonly (readonly Cell[])[], size = 1): Pages {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}
async function file(format: Format, rows: readonly (readonly Cell[])[], size?: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of written(format, ['Nomor', 'Judul'], paged(rows, size))) chunks.push(chunk)
  return Buffer.concat(chunks)
}
const sheetOf = async (rows: readonly (readonly Cell[])[]) =>
  text(unzipSync(await file('xlsx', rows))['xl/worksheets/sheet1.xml'])

const formulas = ['=HYPERLINK("http://jahat.example")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', "'=1"]

test('no cell of a text is computed by a spreadsheet', async () => {
  const lines = text(
    await file(
      'csv',
      formulas.map((cell) => ['A', cell]),
    ),
  )
    .split('\r\n')
    .slice(1, -1)
  assert.equal(lines.length, formulas.length)
  for (const line of lines) assert.match(line, /^A;"?'/, JSON.stringify(line))
  const sheet = await sheetOf(formulas.map((cell) => [cell]))
  assert.doesNotMatch(sheet, /<f>|t="str"/)
  assert.equal(sheet.match(/t="inlineStr"/g)?.length, formulas.length + 2, 'and the two of the head')
})

test('a workbook has the parts that a spreadsheet looks for, and its rows in order', async () => {
  const parts = unzipSync(await file('xlsx', [['A', 1], ['B', 2], ['C', null]], 2)) // biome-ignore format: rows
  assert.deepEqual(Object.keys(parts).sort(), [
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ])
  const sheet = text(parts['xl/worksheets/sheet1.xml'])
  assert.equal(sheet.match(/<row>/g)?.length, 4)
  assert.ok(sheet.indexOf('>A<') < sheet.indexOf('>B<') && sheet.indexOf('>B<') < sheet.indexOf('>C<'))
  assert.match(sheet, /<c><v>2<\/v><\/c>/)
})

test('signs that XML has no place for, marks and half signs leave a whole file', async () => {
  const sheet = await sheetOf([['<b>&"', '\u0000\u0008x\ud800y', 'Café 🚧']])
  assert.match(sheet, /&lt;b&gt;&amp;"/)
  assert.match(sheet, />x\ufffdy</)
  assert.match(sheet, />Café 🚧</)
})

test('the same table has the same bytes', async () => {
  const rows = [['A', 1]] as const
  assert.deepEqual(await file('xlsx', rows), await file('xlsx', rows))
})

test('a hundred thousand rows pass through without being kept', async () => {
  async function* many(): Pages {
    for (let page = 0; page < 200; page++)
      yield Array.from({ length: 500 }, (_, i) => [`LP${page * 500 + i}`, 'Lampu mati'])
  }
  let size = 0
  let largest = 0
  for await (const chunk of written('xlsx', ['Nomor', 'Judul'], many())) {
    size += chunk.length
    largest = Math.max(largest, chunk.length)
  }
  assert.ok(size > 200_000)
  assert.ok(largest < size / 5, `it came in pieces of up to ${largest} of ${size}`)
})
