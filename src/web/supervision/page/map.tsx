import { type Ratio, ratios } from '../../../supervision/figure/figures.ts'
import type { Messages } from '../../messages.ts'
import { number } from '../../ui/format.ts'
import { type Bar, Bars } from '../chart/bars.tsx'
import { provinces } from '../chart/provinces.ts'
import { isLow } from '../chart/scale.ts'
import { ShadeKey, Tiles } from '../chart/tiles.tsx'
import { arrivedAddress } from '../list/arrived.tsx'
import type { Asked } from './asked.ts'
import type { AreaSums, Shown } from './load.ts'
import { AsTable, Card, HowCounted, Numbers } from './parts.tsx'
import { fewest, share } from './words.ts'

/** Answered on time by area: the country in tiles, a province by its regencies, a city by its districts. */

type Asking = { asked: Asked; agencyId: number }
type Props = Asking & { t: Messages; areas: Shown['areas'] }
type Measured = AreaSums & { onTime: Ratio }

/** Of fewer reports no share is told. */
function measured({ sums, ...area }: AreaSums): Measured {
  const onTime = ratios.answeredOnTime(sums)
  return { ...area, sums, onTime: sums.arrived < fewest ? { ...onTime, value: null } : onTime }
}

const byShare = (areas: readonly Measured[]) =>
  areas.filter(({ onTime }) => onTime.value !== null).toSorted((a, b) => (b.onTime.value ?? 0) - (a.onTime.value ?? 0))

export const ByArea = ({ t, areas, ...asking }: Props) => {
  const { map } = t.supervision
  if (areas.length === 0) return null
  const all = areas.map(measured)
  const order = byShare(all)
  const [highest] = order
  const title = highest && order.length > 1 ? map.lead(highest.name, share(highest.onTime, t)) : map.title
  return (
    <Card id="wilayah" title={title} all>
      {all.every(({ code }) => code in provinces) ? <Country t={t} all={all} order={order} /> : <Local t={t} order={order} />}
      <p class="small mute">
        {map.note} {map.few} <HowCounted t={t} />
      </p>
      <AsTable t={t} label={map.title} heads={[map.area, map.arrived, t.supervision.top.onTime]} rows={rowsOf([...order, ...all.filter(({ onTime }) => onTime.value === null)], t, asking)} />
    </Card>
  )
} // biome-ignore format: one part a line

/** How many arrived is not told either where it could tell who wrote. */
function rowsOf(areas: readonly Measured[], t: Messages, { asked: { from, until }, agencyId }: Asking) {
  return areas.map(({ code, name, sums, onTime }) => {
    const few = sums.arrived > 0 && sums.arrived < fewest
    const to = arrivedAddress(agencyId, { from, until, area: code })
    return [name, <a href={to}>{few ? `< ${fewest}` : number(sums.arrived, t)}</a>, share(onTime, t)]
  })
}

const most = 5

const Country = ({ t, all, order }: { t: Messages; all: readonly Measured[]; order: readonly Measured[] }) => {
  const { map } = t.supervision
  const named = ({ name, onTime }: Measured) => `${name} ${share(onTime, t)}`
  const [highest, lowest] = [order[0], order.at(-1)]
  const tiles = all.map(({ code, name, onTime }) => ({ code, name, share: onTime.value, value: share(onTime, t) }))
  return (
    <>
      <div class="split">
        <section class="scroll" tabindex={0} aria-label={map.title}>
          <Tiles says={highest && lowest ? map.says(named(highest), named(lowest)) : map.empty} tiles={tiles} />
        </section>
        <div class="tops">
          {order.length > 0 && <Numbers label={map.title} heads={[map.area, t.supervision.top.onTime]} rows={endsOf(order).map(({ name, onTime }) => [name, share(onTime, t)])} />}
        </div>
      </div>
      <ShadeKey words={map.shades} />
      <p class="small mute">{map.tiles}</p>
    </>
  )
} // biome-ignore format: one part a line

/** The highest and the lowest. */
const endsOf = (order: readonly Measured[]) =>
  order.length <= 2 * most ? order : [...order.slice(0, most), ...order.slice(-most)]

const Local = ({ t, order }: { t: Messages; order: readonly Measured[] }) => {
  const { map, compare } = t.supervision
  const bars = order.map(
    ({ name, onTime }): Bar => ({
      label: name,
      share: onTime.value ?? 0,
      value: share(onTime, t),
      of: compare.of(number(onTime.n, t), number(onTime.of, t)),
      low: isLow(onTime.value),
    }),
  )
  return bars.length === 0 ? <p class="mute">{map.none}</p> : <Bars bars={bars} low={compare.low} />
}
