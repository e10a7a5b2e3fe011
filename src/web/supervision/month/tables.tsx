import {
  type DurationName,
  durationNames,
  durations,
  type RatioName,
  ratioNames,
  ratios,
} from '../../../supervision/figure/figures.ts'
import type { Sums } from '../../../supervision/figure/sums.ts'
import type { Messages } from '../../messages.ts'
import { number } from '../../ui/format.ts'
import { Card, HowCounted, Numbers } from '../page/parts.tsx'
import { hours, rate, share } from '../page/words.ts'
import type { Seen } from './page.tsx'

/** The tables of a month. */

type Props = { t: Messages; seen: Seen }

/** Numbers for each report or rating; the others are shares of a whole. */
const rates: readonly RatioName[] = ['returns', 'reclassified', 'rating']

/** Every figure there is, with what it is out of. */
export const Served = ({ t, seen: { own, last, country } }: Props) => {
  const { figures, monthly: words } = t
  const said = (name: RatioName, of: Sums) => (rates.includes(name) ? rate : share)(ratios[name](of), t)
  const long = (name: DurationName, of: Sums) => hours(durations[name](of), t)
  const baseOf = (name: DurationName) => own[name.startsWith('answer') ? 'answerHours' : 'endHours'].reduce((a, b) => a + b, 0)
  return (
    <Card id="angka" title={words.figures} all>
      <Numbers
        label={words.figures}
        heads={[words.figure, words.this, words.base, words.last, words.country]}
        rows={[
          ...ratioNames.map((name) => [figures.ratios[name].name, said(name, own), number(ratios[name](own).of, t), said(name, last), said(name, country)]),
          ...durationNames.map((name) => [figures.durations[name].name, long(name, own), number(baseOf(name), t), long(name, last), long(name, country)]),
        ]}
      />
      <p class="small mute">
        {t.supervision.yardstick} <HowCounted t={t} />
      </p>
    </Card>
  )
} // biome-ignore format: one row a line

export const Counted = ({ t, seen: { own, last } }: Props) => {
  const { names, counts, figure, this: now, last: before } = t.monthly
  return (
    <Card id="masuk" title={counts} all>
      <Numbers
        label={counts}
        heads={[figure, now, before]}
        rows={(Object.keys(names) as (keyof typeof names)[]).map((name) => [
          names[name],
          number(own[name], t),
          number(last[name], t),
        ])}
      />
    </Card>
  )
}

export const ByClass = ({ t, seen: { classes } }: Props) => {
  const { byClass, class: kind, number: reports, unset } = t.monthly
  const named: Readonly<Record<string, string>> = t.supervision.kinds
  return (
    <Card id="golongan" title={byClass} all>
      <Numbers
        label={byClass}
        heads={[kind, reports, t.figures.ratios.answeredOnTime.name, t.figures.ratios.confirmed.name]}
        rows={classes
          .filter(({ sums }) => sums.arrived > 0)
          .map(({ value, sums }) => [
            named[value] ?? unset,
            number(sums.arrived, t),
            share(ratios.answeredOnTime(sums), t),
            share(ratios.confirmed(sums), t),
          ])}
      />
    </Card>
  )
}

export const Reasons = ({ t, seen: { reasons } }: Props) => {
  const { reasons: title, noReasons, reason, number: reports } = t.monthly
  const named: Readonly<Record<string, readonly [label: string, next: unknown]>> = t.archive
  const some = reasons.filter(({ sums }) => sums.archived > 0)
  return (
    <Card id="alasan" title={title} all>
      {some.length === 0 ? (
        <p>{noReasons}</p>
      ) : (
        <Numbers
          label={title}
          heads={[reason, reports]}
          rows={some.map(({ value, sums }) => [named[value]?.[0] ?? value, number(sums.archived, t)])}
        />
      )}
    </Card>
  )
}
