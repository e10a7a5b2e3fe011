import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../../app.ts'
import { has } from '../../person/may.ts'
import { counts, desk } from '../../report/read/desk.ts'
import { viewsOf } from '../../report/read/view.ts'
import { readReference } from '../../report/reference.ts'
import { trouble } from '../errors.tsx'
import { staffOf } from '../session.ts'
import { filterOf } from './filter.ts'
import { type C, show, within } from './frame.tsx'
import { calendarOf, List } from './queue.tsx'

/** The desk: the queue, beside it the report that is open. */

/** Who only administers has no desk; for them the first page is their own. */
export const deskWorkers: MiddlewareHandler<AppEnv> = async (c, next) => {
  const staff = staffOf(c)
  if (viewsOf(staff).length > 0) return next()
  return c.req.path === '/meja' && has(staff, 'administrator') ? c.redirect('/kelola', 303) : trouble(c, 404)
}

export async function deskPage(c: C) {
  const staff = staffOf(c)
  const query = c.req.query()
  const reference = readReference(query.cari ?? '')
  if (reference) return c.redirect(`/meja/${reference}`, 303)
  const filter = filterOf(staff, query)
  const calendar = await calendarOf(c)
  const [page, waiting] = await within(c, (tx) => Promise.all([desk(tx, staff, filter), counts(tx, staff)]))
  const { t } = c.var
  return show(c, {
    title: t.work.views[filter.view],
    counts: waiting,
    view: filter.view,
    path: c.req.path + new URL(c.req.url).search,
    body: (
      <>
        <List c={c} filter={filter} {...page} calendar={calendar} />
        <article class="view only-l">
          <p class="all mute">{t.work.pick}</p>
        </article>
      </>
    ),
  })
}
