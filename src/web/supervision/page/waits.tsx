import { type Age, ages, type State, states } from '../../../supervision/waiting/age.ts'
import type { Messages } from '../../messages.ts'
import { number } from '../../ui/format.ts'
import { Key } from '../chart/key.tsx'
import { type Column, eachSquare, Squares } from '../chart/squares.tsx'
import { listAddress } from '../list/names.ts'
import type { Asked } from './asked.ts'
import type { Shown } from './load.ts'
import { AsTable, Card } from './parts.tsx'

/** What waits and for how long, by working days since verification. */

type Props = { t: Messages; waiting: Shown['waiting']; asked: Asked; agencyId: number }
type Counted = Readonly<Record<State, number>>
type Line = Readonly<{ label: string; long: string; counts: Counted; age?: Age; unverified?: boolean }>

const totalOf = (counts: Counted) => states.reduce((sum, state) => sum + counts[state], 0)

/** Whatever is not verified yet stands first, where there is any. */
function linesOf(t: Messages, { unverified, byAge }: Props['waiting']): Line[] {
  const { waits } = t.supervision
  const first = { label: waits.unverified, long: waits.unverifiedLong, counts: unverified, unverified: true }
  const lines = ages.map((_, age): Line => {
    const label = waits.columns[age] ?? ''
    return { label, long: label, counts: byAge[age] ?? unverified, age: age as Age }
  })
  return totalOf(unverified) > 0 ? [first, ...lines] : lines
}

const columnOf = ({ label, counts }: Line, t: Messages): Column => ({
  label,
  parts: states.map((state) => [state, counts[state]]),
  total: number(totalOf(counts), t),
})

const drawn = ['fine', 'soon', 'late', 'reporter'] as const

export const Waits = ({ t, waiting, asked, agencyId }: Props) => {
  const { waits, states: words } = t.supervision
  const lines = linesOf(t, waiting)
  const columns = lines.map((line) => columnOf(line, t))
  const per = eachSquare(columns)
  const said = lines.map(({ long, counts }) => waits.part(long, number(totalOf(counts), t))).join(', ')
  const title = waiting.overdue === 0 ? waits.calm : waits.title(number(waiting.overdue, t))
  return (
    <Card id="menunggu" title={title}>
      <Squares says={waits.says(said)} columns={columns} />
      <Key marks={drawn.map((state) => [state, words[state]])} />
      <p class="small mute">
        {per === 1 ? waits.one : waits.each(number(per, t))} {waits.legend}
      </p>
      <AsTable t={t} label={title} heads={[waits.age, ...drawn.map((state) => words[state]), waits.all]} rows={lines.map((line) => rowOf(line, { t, asked, agencyId }))} />
    </Card>
  )
} // biome-ignore format: one part a line

/** Each number leads to the reports behind it. */
function rowOf(
  { long, counts, age, unverified }: Line,
  { t, asked, agencyId }: Pick<Props, 't' | 'asked' | 'agencyId'>,
) {
  const to = (n: number, state?: State) => (
    <a href={listAddress('open', agencyId, { kind: asked.kind, age, unverified, state })}>{number(n, t)}</a>
  )
  return [long, ...drawn.map((state) => to(counts[state], state)), to(totalOf(counts))]
}
