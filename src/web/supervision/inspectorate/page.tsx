import type { MiddlewareHandler } from 'hono'
import { agencyById } from '../../../agency/agency.ts'
import type { AppEnv } from '../../../app.ts'
import { has } from '../../../person/may.ts'
import {
  type Counts,
  countInspected,
  deedsOf,
  inspected,
  mostCounted,
  type Shelf,
  shelves,
  type Wanted,
} from '../../../supervision/inspectorate/list.ts'
import { type C, show, within } from '../../desk/frame.tsx'
import { trouble } from '../../errors.tsx'
import { staffOf } from '../../session.ts'
import { Pager } from '../../ui/desk.tsx'
import { number } from '../../ui/format.ts'
import { Empty } from '../../ui/note.tsx'
import { Complaint } from './complaint.tsx'

/** The inspector's list: every oversight complaint at the own agency and below, and what was done with each. */ // biome-ignore format: one import a line

export const inspectorsOnly: MiddlewareHandler<AppEnv> = async (c, next) =>
  has(staffOf(c), 'inspector') ? next() : trouble(c, 404)

const place = '/pengawasan/inspektorat'
const slugs = { open: 'terbuka', overdue: 'terlewat', away: 'dialihkan', archived: 'diarsipkan', ended: 'berakhir', all: 'semua' } as const // biome-ignore format: a table
type Asked = { shelf: Shelf; about?: number | undefined; after?: string | undefined }

function askedIn(c: C): Asked {
  const { lihat, terlapor = '', setelah } = c.req.query()
  const shelf = shelves.find((one) => slugs[one] === lihat) ?? 'open'
  return { shelf, about: /^[1-9]\d{0,14}$/.test(terlapor) ? Number(terlapor) : undefined, after: setelah }
}

/** The address of a shelf, narrowed to one accused agency. */
export function addressOf({ shelf, about, after }: Asked): string {
  const query = new URLSearchParams({ lihat: slugs[shelf] })
  if (about !== undefined) query.set('terlapor', String(about))
  if (after !== undefined) query.set('setelah', after)
  return `${place}?${query}`
}

/** What is asked for: the shelf, its neighbours counted, and what was done with each complaint on it. */
const find = (c: C, asked: Asked) =>
  within(c, async (tx) => {
    const now = c.var.deps.now()
    const agency = asked.about === undefined ? undefined : await agencyById(tx, asked.about)
    const wanted: Wanted = { shelf: asked.shelf, accused: agency?.path, after: asked.after }
    const [list, counts] = await Promise.all([
      inspected(tx, staffOf(c), wanted, now),
      countInspected(tx, staffOf(c), wanted.accused, now),
    ])
    const deeds = await deedsOf(tx, list.rows.map(({ id }) => id)) // biome-ignore format: one query
    return { ...list, counts, agency, deeds }
  })

export async function inspectoratePage(c: C) {
  const { t } = c.var
  const asked = askedIn(c)
  const { rows, counts, after, agency, deeds } = await find(c, asked)
  return show(c, {
    title: t.inspectorate.title,
    layout: 'page',
    path: c.req.path + new URL(c.req.url).search,
    body: (
      <div class="stack">
        <div class="stack">
          <h1>{t.inspectorate.title}</h1>
          <p class="mute measure">{t.inspectorate.says(staffOf(c).agencyName)}</p>
          <Shelves c={c} asked={asked} counts={counts} />
          {agency && <About c={c} shelf={asked.shelf} name={agency.name} />}
        </div>
        {rows.length === 0 && <Empty says={t.inspectorate.empty[asked.shelf]} />}
        <ol class="stack r">
          {rows.map((row) => (
            <Complaint c={c} row={row} deeds={deeds.get(row.id) ?? []} shelf={asked.shelf} />
          ))}
        </ol>
        <Pager t={t} next={after && addressOf({ ...asked, after })} />
      </div>
    ),
  })
}

const About = ({ c, shelf, name }: { c: C; shelf: Shelf; name: string }) => (
  <p class="row">
    {c.var.t.inspectorate.about(name)} <a href={addressOf({ shelf })}>{c.var.t.inspectorate.everybody}</a>
  </p>
)

/** Each with how many lie there. */
const Shelves = ({ c, asked, counts }: { c: C; asked: Asked; counts: Counts }) => {
  const { t } = c.var
  const many = (n: number) => (n > mostCounted ? t.inspectorate.more(number(mostCounted, t)) : number(n, t))
  return (
    <ul class="chips">
      {shelves.map((shelf) => (
        <li>
          <a href={addressOf({ shelf, about: asked.about })} aria-current={shelf === asked.shelf ? 'true' : undefined}>
            {`${t.inspectorate.shelves[shelf]} · ${many(counts[shelf])}`}
          </a>
        </li>
      ))}
    </ul>
  )
}
