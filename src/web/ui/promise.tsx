import type { Child } from 'hono/jsx'
import type { Cell } from '../../agency/working-days.ts'
import type { IconName } from './icon.tsx'
import { Sign, type Tone } from './status.tsx'

/** Time drawn in working days: a cell is one working day, a gap is a weekend or a holiday. */

export type DayCell = Pick<Cell, 'state' | 'gap'>

const shapes = { gone: 'd', today: 'n', ahead: '' } as const
const shape = ({ state, gap }: DayCell) => [gap && 'g', shapes[state]].filter(Boolean).join(' ') || undefined

/** The ribbon; `says` is the same in a sentence. More than 30 cells are told, not drawn. */
export const Days = ({ cells, says }: { cells: readonly DayCell[]; says: string }) =>
  cells.length > 30 ? (
    <p class="small">{says}</p>
  ) : (
    <div class="days" role="img" aria-label={says}>
      {cells.map((cell) => (
        <i class={shape(cell)} />
      ))}
    </div>
  )

/** Cells of a promise that has not begun: `days` of them, a gap after each fifth. */
export const freshDays = (days: number, state: DayCell['state'] = 'gone'): DayCell[] =>
  Array.from({ length: days }, (_, i) => ({ state, gap: i > 0 && i % 5 === 0 }))

export type PromiseLine = Readonly<{
  label: string
  /** Beside it: "1 dari 3 hari", "sampai 4 Des". */
  says: string
  icon?: IconName | undefined
  tone?: Tone | undefined
  cells: readonly DayCell[]
  /** The ribbon in a sentence. */
  sentence: string
  note?: Child | undefined
}>

export const Promises = ({ promises }: { promises: readonly PromiseLine[] }) => (
  <ol class="promises">
    {promises.map(({ label, says, icon, tone = 'run', cells, sentence, note }) => (
      <li class={tone === 'ok' || tone === 'late' ? tone : undefined}>
        <p class="row small">
          <b>{label}</b>
          {icon ? <Sign icon={icon} tone={tone} says={says} /> : <span>{says}</span>}
        </p>
        <Days cells={cells} says={sentence} />
        {note && <p class="small mute">{note}</p>}
      </li>
    ))}
  </ol>
)
