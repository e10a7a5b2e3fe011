import type { Tx } from '../../../db/database.ts'
import { type AgencySums, byAgency, byMonth, cells, total } from '../../../supervision/figure/read.ts'
import { add, nothing, type Sums } from '../../../supervision/figure/sums.ts'
import { countAbsent } from '../../../supervision/waiting/absent.ts'
import {
  type ActsWaiting,
  actsWaiting,
  lapsedSince,
  type Waiting,
  waitingBelow,
} from '../../../supervision/waiting/counts.ts'
import { type Week, weekBelow } from '../../../supervision/week/read.ts'
import type { Standpoint } from '../door.ts'
import { type Asked, monthsOf } from './asked.ts'

/** All that the supervisor's page shows: what waits now, and the figures of a period. One query for each part. */

export type AreaSums = Readonly<{ code: string; name: string; sums: Sums }>
export type Shown = Readonly<{
  waiting: Waiting
  acts: ActsWaiting
  lapsed: number
  absent: number
  own: Sums
  country: Sums
  months: readonly { month: string; sums: Sums }[]
  below: readonly AgencySums[]
  areas: readonly AreaSums[]
  week: Week
}>

export async function load(tx: Tx, { agency, at, monthBegan }: Standpoint, asked: Asked): Promise<Shown> {
  const { kind } = asked
  const period = { from: asked.from, to: asked.until }
  const narrowed = kind ? ({ by: 'class', value: kind } as const) : {}
  const [waiting, acts, lapsed, absent, months, country, below, areas, week] = await Promise.all([
    waitingBelow(tx, agency.path, kind, at),
    actsWaiting(tx, agency.path, kind, at.now),
    lapsedSince(tx, agency.path, kind, monthBegan),
    countAbsent(tx, agency.path),
    byMonth(tx, { agencyId: agency.id, ...period, ...narrowed }),
    ofCountry(tx, agency.path, period),
    byAgency(tx, { parentId: agency.id, ...period, ...narrowed }),
    byArea(tx, agency.id, agency.areaCode, period),
    weekBelow(tx, agency.id, at.now),
  ])
  const known = new Map(months.map(({ month, sums }) => [month, sums]))
  return {
    ...{ waiting, acts, lapsed, absent, country, below, areas, week },
    own: months.reduce((all, { sums }) => add(all, sums), nothing),
    months: monthsOf(asked).map((month) => ({ month, sums: known.get(month) ?? nothing })),
  }
}

/** Whoever looks at any agency may compare it with the whole country. */
const ofCountry = (tx: Tx, path: string, period: { from: string; to: string }): Promise<Sums> =>
  total(tx, { agencyId: Number(path.split('/')[1]), ...period })

/** What lies directly in the area of an agency; in the country, its provinces. Areas without a report are there as well. */
async function byArea(
  tx: Tx,
  agencyId: number,
  areaCode: string | null,
  period: { from: string; to: string },
): Promise<AreaSums[]> {
  const areas = await tx<{ code: string; name: string }[]>`
    select code, name from area where parent_code is not distinct from ${areaCode} order by code`
  if (areas.length === 0) return []
  const found = await cells(tx, { agencyId, ...period, by: 'area', values: areas.map(({ code }) => code) })
  const known = new Map(found.map(({ value, sums }) => [value, sums]))
  return areas.map((area) => ({ ...area, sums: known.get(area.code) ?? nothing }))
}
