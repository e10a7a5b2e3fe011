import type { Child } from 'hono/jsx'
import type { Row } from '../../../report/read/desk.ts'
import { listOf, type What } from '../../../supervision/waiting/list.ts'
import { type C, show, within } from '../../desk/frame.tsx'
import { calendarOf, groups } from '../../desk/queue.tsx'
import { trouble } from '../../errors.tsx'
import { Pager, Queue } from '../../ui/desk.tsx'
import { Empty } from '../../ui/note.tsx'
import { type Standpoint, standpoint } from '../door.ts'
import { Crumbs } from '../page/crumbs.tsx'
import { absentList } from './absent.tsx'
import { arrivedList } from './arrived.tsx'
import { listAddress, type Narrowed, narrowedOf, whatOf } from './names.ts'

/** GET /pengawasan/daftar/:apa: the reports behind a number. */

const mark = /^\d{1,13}\.\d{1,15}$/

export async function listPage(c: C) {
  const path = c.req.param('apa') ?? ''
  if (path === 'belum-masuk') return absentList(c)
  if (path === 'masuk') return arrivedList(c)
  const what = whatOf(path)
  if (what === undefined) return trouble(c, 404)
  const narrowed = narrowedOf(c.req.query())
  const asked = c.req.query('sesudah') ?? ''
  const after = mark.test(asked) ? asked : undefined
  const found = await within(c, async (tx) => {
    const place = await standpoint(c, tx)
    if (!place) return undefined
    const { agency, at, monthBegan: since } = place
    return { place, page: await listOf(tx, { what, agency, ...narrowed, since, at, after }) }
  })
  if (!found) return trouble(c, 404)
  return listed(c, { ...found, what, narrowed, after })
}

type Listed = {
  place: Standpoint
  page: { rows: Row[]; after: string | null }
  what: What
  narrowed: Narrowed
  after: string | undefined
}

async function listed(c: C, { place, page, what, narrowed, after }: Listed) {
  const { t } = c.var
  const { agency } = place
  const view = what === 'lapsed' ? 'ended' : what === 'instructed' ? 'instructions' : 'below'
  const calendar = await calendarOf(c)
  const queue = groups({ c, filter: { view }, ...page, calendar, holders: true }, false)
  const to = (next?: string) => listAddress(what, agency.id, narrowed, next)
  return framed(c, place, {
    title: t.supervisionList.titles[what],
    says: saysOf(c, narrowed),
    body: (
      <>
        {page.rows.length === 0 ? <Empty says={t.supervisionList.none} /> : <Queue groups={queue} />}
        <Pager
          t={t}
          first={after === undefined ? undefined : to()}
          next={page.after === null ? undefined : to(page.after)}
        />
      </>
    ),
  })
}

/** How the list is narrowed, in words. */
function saysOf(c: C, { kind, age, unverified, state }: Narrowed): string {
  const { supervision: t, supervisionList: words } = c.var.t
  const said = [
    kind && t.kinds[kind],
    unverified && t.waits.unverifiedLong,
    age !== undefined && words.age(t.waits.columns[age] ?? ''),
    state && t.states[state],
  ]
  return said.filter((one) => typeof one === 'string').join(' · ')
}

/** Around every list. */
export function framed(c: C, place: Standpoint, { title, says, body }: { title: string; says?: string; body: Child }) {
  const { t } = c.var
  return show(c, {
    title: `${title} · ${place.agency.shortName}`,
    layout: 'page',
    scripts: [],
    path: c.req.path + new URL(c.req.url).search,
    body: (
      <div class="stack">
        <Crumbs c={c} place={place} linked />
        <h1>{title}</h1>
        {says && <p class="mute">{says}</p>}
        <div class="card">{body}</div>
        <p>
          <a href={`/pengawasan?instansi=${place.agency.id}`}>{t.supervisionList.back}</a>
        </p>
      </div>
    ),
  })
}
