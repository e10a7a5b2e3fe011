import type { Zone } from '../../agency/working-days.ts'
import type { Making } from '../../export/make.ts'
import { type Cell, moment } from '../../export/sheet.ts'
import type { TableRow } from '../../report/read/table.ts'
import { showReference } from '../../report/reference.ts'
import { type Messages, messagesFor } from '../messages.ts'
import { statusWord } from '../ui/status.tsx'

/** How a report stands in a table: words as on the desk, moments in the zone of whoever asked. Pure. */

const offsets: Readonly<Record<Zone, number>> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }

type Column = readonly [name: keyof Messages['exports']['columns'], cell: (row: TableRow) => Cell]

export const tableWording: Making['wording'] = ({ language, zone }) => {
  const t = messagesFor(language)
  const columns = columnsFor(t, offsets[zone])
  return { head: columns.map(([name]) => t.exports.columns[name]), row: (row) => columns.map(([, cell]) => cell(row)) }
}

function columnsFor(t: Messages, offset: number): readonly Column[] {
  const at = (moments: Date | null) => moments && moment(moments, offset)
  const yes = (is: boolean) => (is ? t.exports.yes : t.exports.no)
  return [
    ['reference', (row) => showReference(row.reference)],
    ['title', (row) => (row.secret ? t.work.secretTitle : row.title)],
    ['status', (row) => t.status[statusWord(row.status, row.ending)]],
    ['class', (row) => row.class && t.kind[row.oversight ? 'oversight' : row.class].name],
    ['category', (row) => (t.lang === 'id' ? row.categoryId : row.categoryEn)],
    ['area', (row) => row.areaName],
    ['channel', (row) => t.channel[row.channel]],
    ['secret', (row) => yes(row.secret)],
    ['holder', (row) => row.holderName],
    ['filed', (row) => at(row.filedAt)],
    ['verified', (row) => at(row.verifiedAt)],
    ['answered', (row) => at(row.answeredAt)],
    ['due', (row) => at(row.dueAt)],
    ['settle', (row) => at(row.settleDue)],
    ['ended', (row) => at(row.endedAt)],
    ['ending', (row) => endingOf(t, row)],
    ['returns', (row) => row.returns],
    ['disputes', (row) => row.disputes],
    ['reporters', (row) => row.reporters],
  ]
}

/** A reason of an operator in the words that the reporter reads. */
function endingOf(t: Messages, { status, ending }: TableRow): string | null {
  if (status !== 'archived' || ending === null) return null
  const reasons: Readonly<Record<string, readonly [label: string, next: unknown]>> = t.archive
  return reasons[ending]?.[0] ?? ending
}
