/** Tables as text (RFC 4180): read strictly, with the line of every row; written so that no cell is a formula. Pure. */

export type Row = Readonly<{ line: number; cells: readonly string[] }>
export type Table = { ok: true; rows: Row[] } | { ok: false; refusal: 'quote' | 'too-many' | 'empty'; line: number }

/** Comma or semicolon, as the first line has it: spreadsheets in Indonesia write semicolons. */
function separatorOf(text: string): ',' | ';' {
  const [head = ''] = text
    .slice(0, 10_000)
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]/)
  const count = (sign: string) => head.split(sign).length
  return count(';') > count(',') ? ';' : ','
}

/** Reads a table of at most `most` rows. A byte order mark and empty lines are no rows. */
export function readCsv(text: string, most: number): Table {
  const source = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(source)
  const cell = new RegExp(`"((?:[^"]|"")*)"|([^"\\r\\n${separator}]*)`, 'y')
  const rows: Row[] = []
  let cells: string[] = []
  let line = 1
  let start = 1
  while (cell.lastIndex <= source.length) {
    const found = cell.exec(source)
    if (!found) return { ok: false, refusal: 'quote', line }
    cells.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim())
    line += found[0].match(/\r\n|\r|\n/g)?.length ?? 0
    const at = cell.lastIndex
    const end = /\r\n|\r|\n|$/y
    end.lastIndex = at
    if (end.test(source)) {
      if (cells.some((one) => one !== '')) rows.push({ line: start, cells })
      if (rows.length > most) return { ok: false, refusal: 'too-many', line: start }
      if (at === source.length) break
      cells = []
      start = ++line
      cell.lastIndex = end.lastIndex
    } else if (source[at] === separator) cell.lastIndex = at + 1
    else return { ok: false, refusal: 'quote', line }
  }
  return rows.length === 0 ? { ok: false, refusal: 'empty', line: 1 } : { ok: true, rows }
}

/** What a spreadsheet would compute is written as text. */
const harmless = (cell: string) => (/^[\s"';]*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)

/** One row, ended. */
export function csvLine(cells: readonly string[]): string {
  const cell = (text: string) => {
    const safe = harmless(text)
    return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `${cells.map(cell).join(';')}\r\n`
}

/** Without it a spreadsheet takes the text for that of another alphabet. */
export const byteOrderMark = '\uFEFF'

export const writeCsv = (rows: readonly (readonly string[])[]): string => byteOrderMark + rows.map(csvLine).join('')

/** Which column is which, by its heading in either language. */
function columnsOf<C extends string>(
  head: Row | undefined,
  names: Readonly<Record<C, readonly string[]>>,
): Partial<Record<C, number>> {
  const heads = (head?.cells ?? []).map((cell) => cell.toLowerCase().replace(/[\s_-]+/g, ''))
  const found: Partial<Record<C, number>> = {}
  for (const [column, accepted] of Object.entries(names) as [C, readonly string[]][]) {
    const index = heads.findIndex((name) => accepted.includes(name))
    if (index >= 0) found[column] = index
  }
  return found
}

/** A row of a table whose columns have names; a cell that is not there is empty. */
export type Line<C extends string> = Readonly<{ line: number; cell: (column: C) => string }>
export type TableRefusal = 'quote' | 'too-many' | 'empty' | 'columns'
type Lines<C extends string> =
  | { ok: true; lines: Line<C>[] }
  | { ok: false; refusal: 'lines'; lines: [{ line: number; refusal: TableRefusal }] }

/** Reads a table of at most `most` rows below a heading with the columns that are `needed`. */
export function readLines<C extends string>(
  text: string,
  most: number,
  names: Readonly<Record<C, readonly string[]>>,
  needed: readonly NoInfer<C>[],
): Lines<C> {
  const refuse = (refusal: TableRefusal, line = 1): Lines<C> => ({
    ok: false,
    refusal: 'lines',
    lines: [{ line, refusal }],
  })
  const table = readCsv(text, most + 1)
  if (!table.ok) return refuse(table.refusal, table.line)
  const [head, ...rows] = table.rows
  const columns = columnsOf(head, names)
  if (needed.some((column) => columns[column] === undefined)) return refuse('columns')
  if (rows.length === 0) return refuse('empty')
  const cleaned = (cell = '') =>
    cell
      .replace(/\p{Cc}/gu, ' ')
      .toWellFormed()
      .trim()
  return {
    ok: true,
    lines: rows.map(({ line, cells }) => ({ line, cell: (column) => cleaned(cells[columns[column] ?? -1]) })),
  }
}
