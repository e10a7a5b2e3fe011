import { ratios } from '../../../supervision/figure/figures.ts'
import type { Messages } from '../../messages.ts'
import { number } from '../../ui/format.ts'
import { Key, LineKey } from '../chart/key.tsx'
import { MonthLine, MonthPairs } from '../chart/months.tsx'
import { arrivedAddress } from '../list/arrived.tsx'
import type { Asked } from './asked.ts'
import type { Shown } from './load.ts'
import { AsTable, Card, HowCounted } from './parts.tsx'
import { monthName, share, shortMonth } from './words.ts'

/** Month by month of arrival: what came, what the reporter confirmed, what was answered on time. */

type Props = { t: Messages; shown: Shown }
type Listed = Props & { asked: Asked; agencyId: number }

export const Months = ({ t, shown, asked, agencyId }: Listed) => {
  const { months: words } = t.supervision
  const { months } = shown
  return (
    <Card id="bulan" title={words.title} all>
      <div class="halves">
        <Came t={t} shown={shown} />
        <OnTime t={t} shown={shown} />
      </div>
      <AsTable
        t={t}
        label={words.title}
        heads={[words.month, words.arrived, words.confirmed, words.lapsed, words.onTime]}
        rows={months.map(({ month, sums }) => [
          monthName(month, t),
          <a href={arrivedAddress(agencyId, { from: month, until: month, kind: asked.kind })}>
            {number(sums.arrived, t)}
          </a>,
          ...[sums.confirmed, sums.lapsed].map((n) => number(n, t)),
          share(ratios.answeredOnTime(sums), t),
        ])}
      />
      <p class="small mute">
        {words.note} <HowCounted t={t} />
      </p>
    </Card>
  )
}

const Came = ({ t, shown: { months } }: Props) => {
  const { months: words } = t.supervision
  const said = months.map(({ month, sums }) =>
    words.part(monthName(month, t), number(sums.arrived, t), number(sums.confirmed, t)),
  )
  const pairs = months.map(({ month, sums }) => ({
    label: shortMonth(month, t),
    first: sums.arrived,
    second: sums.confirmed,
  }))
  return (
    <div class="stack">
      <h3>{words.pairs}</h3>
      <section class="scroll" tabindex={0} aria-label={words.pairs}>
        <MonthPairs says={words.says(said.join('; '))} pairs={pairs} marks={['outline', 'fine']} end={(top) => number(top, t)} />
      </section>
      <Key marks={[['outline', words.arrived], ['fine', words.confirmed]]} />
    </div>
  )
} // biome-ignore format: one part a line

const OnTime = ({ t, shown: { months, country } }: Props) => {
  const { months: words, compare } = t.supervision
  const national = ratios.answeredOnTime(country)
  const points = months.map(({ month, sums }) => {
    const onTime = ratios.answeredOnTime(sums)
    return { label: shortMonth(month, t), share: onTime.value, value: share(onTime, t), month }
  })
  const said = points.map(({ month, value }) => `${monthName(month, t)} ${value}`)
  return (
    <div class="stack">
      <h3>{words.line}</h3>
      <section class="scroll" tabindex={0} aria-label={words.line}>
        <MonthLine says={words.lineSays(said.join(', '))} points={points} mark={national.value ?? undefined} />
      </section>
      {national.value !== null && (
        <Key marks={[]}>
          <LineKey says={compare.line(share(national, t))} dashed />
        </Key>
      )}
    </div>
  )
}
