import { dayOf } from '../../../agency/working-days.ts'
import { cells, total } from '../../../supervision/figure/read.ts'
import type { Sums } from '../../../supervision/figure/sums.ts'
import { type C, show, within } from '../../desk/frame.tsx'
import { trouble } from '../../errors.tsx'
import { staffOf } from '../../session.ts'
import { moment } from '../../ui/format.ts'
import { type Standpoint, standpoint } from '../door.ts'
import { addressOf, isMonth, type Month, monthOf, numberOf } from '../page/asked.ts'
import { monthName } from '../page/words.ts'
import { ByClass, Counted, Reasons, Served } from './tables.tsx'

/** One agency's month on a page to print: what arrived, how it ended, how people were served, beside the month before and the country. */

export type Seen = Readonly<{
  month: Month
  own: Sums
  last: Sums
  country: Sums
  classes: readonly { value: string; sums: Sums }[]
  reasons: readonly { value: string; sums: Sums }[]
}>

/** GET /pengawasan/bulanan; without a month the last one that is over. */
export async function monthlyPage(c: C) {
  const current = numberOf(dayOf(c.var.deps.now(), staffOf(c).zone).slice(0, 7))
  const asked = c.req.query('bulan')
  const month = monthOf(Math.min(current, isMonth(asked) ? numberOf(asked) : current - 1))
  const found = await within(c, async (tx) => {
    const place = await standpoint(c, tx)
    if (!place) return undefined
    const root = Number(place.agency.path.split('/')[1])
    const at = { agencyId: place.agency.id, from: month, to: month }
    const before = monthOf(numberOf(month) - 1)
    const [own, last, country, classes, reasons] = await Promise.all([
      total(tx, at),
      total(tx, { ...at, from: before, to: before }),
      total(tx, { ...at, agencyId: root }),
      cells(tx, { ...at, by: 'class' }),
      cells(tx, { ...at, by: 'reason' }),
    ])
    return { place, seen: { month, own, last, country, classes, reasons } }
  })
  return found ? page(c, found.place, found.seen, numberOf(month) < current) : trouble(c, 404)
}

function page(c: C, { agency }: Standpoint, seen: Seen, later: boolean) {
  const { t } = c.var
  const title = t.monthly.title(agency.name)
  return show(c, {
    title,
    layout: 'page',
    scripts: [],
    path: c.req.path + new URL(c.req.url).search,
    body: (
      <div class="stack">
        <Ways c={c} agencyId={agency.id} month={seen.month} later={later} />
        <h1>{title}</h1>
        <p class="mute">
          {t.monthly.of(monthName(seen.month, t))}. {t.monthly.stand(moment(c.var.deps.now(), t, agency.zone))}
        </p>
        <Served t={t} seen={seen} />
        <Counted t={t} seen={seen} />
        <ByClass t={t} seen={seen} />
        <Reasons t={t} seen={seen} />
      </div>
    ),
  })
}

type WaysProps = { c: C; agencyId: number; month: Month; later: boolean }

const Ways = ({ c, agencyId, month, later }: WaysProps) => {
  const { t } = c.var
  const at = (n: number) =>
    addressOf('/pengawasan/bulanan', { instansi: agencyId, bulan: monthOf(numberOf(month) + n) })
  return (
    <nav class="row pick" aria-label={t.monthly.link}>
      <a href={addressOf('/pengawasan', { instansi: agencyId })}>{t.monthly.back}</a>
      <a href={at(-1)}>{t.monthly.before}</a>
      {later && <a href={at(1)}>{t.monthly.after}</a>}
    </nav>
  )
}
