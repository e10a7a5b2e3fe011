import { Zip, ZipDeflate } from 'fflate'
import { byteOrderMark, csvLine } from '../person/table/csv.ts'

/** Tables as files, written while their rows come: nothing of them is kept in memory but the page at hand. Pure. */

export type Cell = string | number | Date | null
export type Pages = AsyncIterable<readonly (readonly Cell[])[]>
export const formats = ['csv', 'xlsx'] as const
export type Format = (typeof formats)[number]

export const mediaTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export const written = (format: Format, head: readonly string[], pages: Pages): AsyncIterable<Uint8Array> =>
  format === 'csv' ? csv(head, pages) : xlsx(head, pages)

const bytes = (text: string) => new TextEncoder().encode(text)

/** Spreadsheets read a moment without zone or seconds as a date: `2026-11-25 14:05`, in the zone of whoever writes it. */
export const moment = (at: Date, offset: number) =>
  new Date(at.getTime() + offset * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const plain = (cell: Cell): string => (cell instanceof Date ? cell.toISOString() : cell === null ? '' : String(cell))

async function* csv(head: readonly string[], pages: Pages): AsyncGenerator<Uint8Array> {
  yield bytes(byteOrderMark + csvLine(head))
  for await (const rows of pages) yield bytes(rows.map((cells) => csvLine(cells.map(plain))).join(''))
}

/** Characters that XML has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
const unfit = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const escaped = (text: string) =>
  text.toWellFormed().replace(unfit, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Text is written as text: no spreadsheet computes it, whatever it begins with. */
const cellOf = (cell: Cell): string =>
  typeof cell === 'number' && Number.isFinite(cell)
    ? `<c><v>${cell}</v></c>`
    : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(plain(cell))}</t></is></c>`
const rowOf = (cells: readonly Cell[]) => `<row>${cells.map(cellOf).join('')}</row>`

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts of a workbook of one sheet, without the sheet. */
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Lapor" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}

/** The first row stays in sight while one reads on. */
const opening = `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`

async function* xlsx(head: readonly string[], pages: Pages): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = []
  const zip = new Zip((failed, chunk) => {
    if (failed) throw failed
    made.push(chunk)
  })
  const part = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 })
    // Every copy of a table has the same bytes, whenever it is made.
    file.mtime = '1980-01-02'
    zip.add(file)
    return file
  }
  const taken = () => made.splice(0)
  for (const [name, text] of Object.entries(parts)) part(name).push(bytes(declared + text), true)
  const sheet = part('xl/worksheets/sheet1.xml')
  sheet.push(bytes(declared + opening + rowOf(head)))
  yield* taken()
  for await (const rows of pages) {
    sheet.push(bytes(rows.map(rowOf).join('')))
    yield* taken()
  }
  sheet.push(bytes('</sheetData></worksheet>'), true)
  zip.end()
  yield* taken()
  made = []
}
