import { dayOf } from '../../../agency/working-days.ts'
import { type C, show, within } from '../../desk/frame.tsx'
import { trouble } from '../../errors.tsx'
import type { Messages } from '../../messages.ts'
import { staffOf } from '../../session.ts'
import { Hatch } from '../chart/key.tsx'
import { type Standpoint, standpoint } from '../door.ts'
import { type Asked, addressOf, askedOf, wishesOf } from './asked.ts'
import { CompareBars, Ranks } from './compare.tsx'
import { Crumbs } from './crumbs.tsx'
import { Narrow } from './filter.tsx'
import { load, type Shown } from './load.ts'
import { Look } from './look.tsx'
import { ByArea } from './map.tsx'
import { Months } from './months.tsx'
import { Top } from './top.tsx'
import { Waits } from './waits.tsx'
import { Week } from './week.tsx'
import { periodOf } from './words.ts'

/** GET /pengawasan: what waits below an agency, and how its promises are kept. */

export async function supervisionPage(c: C) {
  const asked = askedOf(c.req.query(), c.var.deps.now(), staffOf(c).zone)
  const found = await within(c, async (tx) => {
    const place = await standpoint(c, tx)
    return place && { place, shown: await load(tx, place, asked) }
  })
  return found ? page(c, asked, found) : trouble(c, 404)
}

function page(c: C, asked: Asked, { place, shown }: { place: Standpoint; shown: Shown }) {
  const { t } = c.var
  const { id, name, zone } = place.agency
  const title = t.supervision.title(name)
  return show(c, {
    title,
    layout: 'page',
    scripts: [],
    path: c.req.path + new URL(c.req.url).search,
    body: (
      <div class="stack">
        <Hatch />
        <Crumbs c={c} place={place} wishes={wishesOf(asked)} />
        <div class="row">
          <h1>{title}</h1>
          <span class="mute">{periodOf(asked, t)}</span>
        </div>
        <Narrow t={t} asked={asked} current={dayOf(place.at.now, zone).slice(0, 7)} />
        <Top t={t} shown={shown} asked={asked} agencyId={id} />
        <Monthly c={c} id={id} />
        <Parts t={t} shown={shown} asked={asked} id={id} />
      </div>
    ),
  })
}

const Monthly = ({ c, id }: { c: C; id: number }) => (
  <p class="pick">
    <a href={addressOf('/pengawasan/bulanan', { instansi: id })}>{c.var.t.monthly.link}</a>
  </p>
)

type PartsProps = { t: Messages; shown: Shown; asked: Asked; id: number }

const Parts = ({ t, shown, asked, id }: PartsProps) => (
  <div class="grid">
    <Look t={t} shown={shown} asked={asked} agencyId={id} />
    <Waits t={t} waiting={shown.waiting} asked={asked} agencyId={id} />
    <CompareBars t={t} shown={shown} asked={asked} />
    <Ranks t={t} shown={shown} asked={asked} />
    <Week t={t} week={shown.week} />
    <Months t={t} shown={shown} asked={asked} agencyId={id} />
    <ByArea t={t} areas={shown.areas} asked={asked} agencyId={id} />
  </div>
)
