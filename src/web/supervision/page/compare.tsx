import { durations, ratios } from '../../../supervision/figure/figures.ts'
import type { AgencySums } from '../../../supervision/figure/read.ts'
import type { Messages } from '../../messages.ts'
import { number } from '../../ui/format.ts'
import { type Bar, Bars } from '../chart/bars.tsx'
import { Key, LineKey } from '../chart/key.tsx'
import { arrivedAddress } from '../list/arrived.tsx'
import { type Asked, addressOf, type Sort, sorts, wishesOf } from './asked.ts'
import type { Shown } from './load.ts'
import { Card, HowCounted } from './parts.tsx'
import { type Ranked, ranked } from './ranked.ts'
import { hours, periodOf, rate, share } from './words.ts'

/** The agencies directly below, side by side. */

type Props = { t: Messages; shown: Shown; asked: Asked }

/** Bars on one page; of more agencies the lowest, which want a look. */
const mostBars = 12
const lowBelow = 0.7

const toAgency = (asked: Asked, agencyId: number) =>
  addressOf('/pengawasan', { ...wishesOf(asked), instansi: agencyId })

export const CompareBars = ({ t, shown, asked }: Props) => {
  const { compare } = t.supervision
  const rows = ranked(shown.below, 'tepat-waktu').rows.filter(({ sums }) => ratios.answeredOnTime(sums).of > 0)
  const country = ratios.answeredOnTime(shown.country)
  const last = rows.at(-1)
  const bars = rows.slice(-mostBars).map((row) => barOf(row, t, asked))
  return (
    <Card id="dibandingkan" title={last && rows.length > 1 ? compare.lowest(last.shortName, share(ratios.answeredOnTime(last.sums), t)) : compare.bars}>
      {bars.length === 0 && <p class="mute">{compare.none}</p>}
      <Bars bars={bars} mark={country.value ?? undefined} low={compare.low} />
      {bars.length > 0 && (
        <Key marks={[]}>
          {country.value !== null && <LineKey says={compare.line(share(country, t))} />}
          <span>
            <svg class="f-x" viewBox="0 0 14 14" aria-hidden="true">
              <rect width="14" height="14" rx="2" />
            </svg>
            {compare.low}
          </span>
        </Key>
      )}
      {rows.length > mostBars && <p class="small mute">{compare.some(number(mostBars, t), number(rows.length, t))}</p>}
    </Card>
  )
} // biome-ignore format: one part a line

function barOf({ agencyId, shortName, sums }: AgencySums, t: Messages, asked: Asked): Bar {
  const onTime = ratios.answeredOnTime(sums)
  const { value } = onTime
  return {
    label: shortName,
    href: toAgency(asked, agencyId),
    share: value ?? 0,
    value: share(onTime, t),
    of: t.supervision.compare.of(number(onTime.n, t), number(onTime.of, t)),
    low: value !== null && value < lowBelow,
  }
}

const columns: readonly (readonly [Sort, (sums: Shown['own'], t: Messages) => string])[] = [
  ['laporan', (sums, t) => number(sums.arrived, t)],
  ['jawaban-pertama', (sums, t) => hours(durations.answerMedian(sums), t)],
  ['tepat-waktu', (sums, t) => share(ratios.answeredOnTime(sums), t)],
  ['dipastikan', (sums, t) => share(ratios.confirmed(sums), t)],
  ['pengembalian', (sums, t) => rate(ratios.returns(sums), t)],
  ['selesai', (sums, t) => hours(durations.endP90(sums), t)],
]

export const Ranks = ({ t, shown, asked }: Props) => {
  const { compare } = t.supervision
  const found = ranked(shown.below, asked.sort)
  if (shown.below.length === 0) return null
  return (
    <Card id="peringkat" title={compare.title} all>
      <section class="scroll ranks" tabindex={0} aria-labelledby="peringkat">
        <table>
          <Heads t={t} asked={asked} />
          <Rows t={t} asked={asked} found={found} />
        </table>
      </section>
      <p class="small mute">
        {periodOf(asked, t)}. {compare.sorted} <HowCounted t={t} />
      </p>
      <AllBelow t={t} shown={shown} asked={asked} />
    </Card>
  )
}

/** Those without enough reports are opened from here. */
const AllBelow = ({ t, shown: { below }, asked }: Props) => (
  <details>
    <summary>{t.supervision.compare.all(number(below.length, t))}</summary>
    <ul class="plain many">
      {below.map(({ agencyId, shortName }) => (
        <li>
          <a href={toAgency(asked, agencyId)}>{shortName}</a>
        </li>
      ))}
    </ul>
  </details>
)

const Heads = ({ t, asked }: Omit<Props, 'shown'>) => (
  <thead>
    <tr>
      <th class="n" scope="col">
        {t.supervision.compare.no}
      </th>
      <Head t={t} asked={asked} sort="nama" />
      {columns.map(([sort]) => (
        <Head t={t} asked={asked} sort={sort} numbers />
      ))}
    </tr>
  </thead>
)

const Head = ({ t, asked, sort, numbers }: { t: Messages; asked: Asked; sort: Sort; numbers?: boolean }) => (
  <th class={numbers ? 'n' : undefined} scope="col" aria-sort={asked.sort === sort ? 'ascending' : undefined}>
    <a
      href={`${addressOf('/pengawasan', { ...wishesOf(asked), urut: sort === sorts[0] ? undefined : sort })}#peringkat`}
    >
      {t.supervision.compare.sorts[sort]}
    </a>
  </th>
)

const Rows = ({ t, asked, found }: { t: Messages; asked: Asked; found: Ranked }) => (
  <tbody>
    {found.rows.map(({ agencyId, shortName, sums }, n) => (
      <tr>
        <td class="n">{n + 1}</td>
        <th scope="row">
          <a href={toAgency(asked, agencyId)}>{shortName}</a>
        </th>
        {columns.map(([sort, says]) => (
          <td class="n">
            {sort === 'laporan' ? <a href={arrivedAddress(agencyId, asked)}>{says(sums, t)}</a> : says(sums, t)}
          </td>
        ))}
      </tr>
    ))}
    {found.few > 0 && (
      <tr class="rest">
        <td />
        <th scope="row">{t.supervision.compare.few(number(found.few, t))}</th>
        <td class="n">{number(found.fewSums.arrived, t)}</td>
        {columns.slice(1).map(() => (
          <td class="n">{t.supervision.none}</td>
        ))}
      </tr>
    )}
  </tbody>
)
