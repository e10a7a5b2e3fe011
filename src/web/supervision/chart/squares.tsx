import type { Mark } from './key.tsx'
import { Square } from './key.tsx'
import { perSquare } from './scale.ts'

/** Columns of squares, each square so many reports: what waits, by age. */

export type Column = Readonly<{
  label: string
  /** From below to the top. */
  parts: readonly (readonly [mark: Mark, n: number])[]
  /** The number as it is written above the column. */
  total: string
}>

const side = 22
const step = 26
const wide = 64
const across = 2
/** Squares in the fullest column. */
export const mostSquares = 14

const totalOf = ({ parts }: Column) => parts.reduce((sum, [, n]) => sum + n, 0)

/** How many reports a square stands for. */
export const eachSquare = (columns: readonly Column[]) => perSquare(Math.max(0, ...columns.map(totalOf)), mostSquares)

/** The marks of a column, one a square. Whatever is there has at least one. */
export function squaresOf({ parts }: Column, per: number): Mark[] {
  return parts.flatMap(([mark, n]) => Array<Mark>(Math.ceil(n / per)).fill(mark))
}

export const Squares = ({ says, columns }: { says: string; columns: readonly Column[] }) => {
  const per = eachSquare(columns)
  const drawn = columns.map((column) => ({ column, marks: squaresOf(column, per) }))
  const floor = Math.max(1, ...drawn.map(({ marks }) => rowsOf(marks))) * step + 24
  const width = columns.length * wide
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${floor + 28}`} role="img" aria-label={says}>
      {drawn.map(({ column, marks }, n) => (
        <Pile column={column} marks={marks} left={n * wide} floor={floor} />
      ))}
      <line x1="0" x2={width} y1={floor} y2={floor} />
    </svg>
  )
}

const rowsOf = (marks: readonly Mark[]) => Math.ceil(marks.length / across)

type PileProps = { column: Column; marks: readonly Mark[]; left: number; floor: number }

const Pile = ({ column: { label, total }, marks, left, floor }: PileProps) => (
  <>
    {marks.map((mark, at) => (
      <Square
        mark={mark}
        side={side}
        x={left + 7 + (at % across) * step}
        y={floor - step * (1 + Math.floor(at / across))}
      />
    ))}
    <text class="b c" x={left + wide / 2} y={floor - rowsOf(marks) * step - 8}>
      {total}
    </text>
    <text class="c" x={left + wide / 2} y={floor + 20}>
      {label}
    </text>
  </>
)
