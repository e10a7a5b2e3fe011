import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from '../../app.ts'
import { withActor } from '../../db/actor.ts'
import type { Tx } from '../../db/database.ts'
import { actorOf, has, type Staff } from '../../person/may.ts'
import { type View, viewsOf } from '../../report/read/view.ts'
import { mayAudit } from '../../supervision/audit/audit.ts'
import { maySign } from '../../supervision/plan/plan.ts'
import { manages } from '../account/frame.tsx'
import { offersSupervision, onlyInField, onlyInspects, onlySupervises } from '../account/home.ts'
import { staffOf } from '../session.ts'
import { Keys } from '../ui/desk.tsx'
import type { IconName } from '../ui/icon.tsx'
import { type Place, type Places, StaffPage } from '../ui/staff-page.tsx'

/** Around every page of the desk: the places at the side, the keys in the foot. */

export type C = Context<AppEnv>
export type Counts = Partial<Record<View, number>>

/** Reads as the person who is signed in. */
export const within = <T,>(c: C, work: (tx: Tx) => Promise<T>): Promise<T> =>
  withActor(c.var.deps.db, actorOf(staffOf(c)), work)

const icons: Readonly<Record<View, IconName>> = {
  queue: 'inbox',
  mine: 'work',
  drafts: 'edit',
  instructions: 'flag',
  returned: 'back',
  incomplete: 'ask',
  resolved: 'await',
  assisting: 'team',
  extensions: 'clock',
  authority: 'merge',
  escalated: 'late',
  below: 'search',
  ended: 'archive',
}

const fieldOf = (c: C): Place => ({ label: c.var.t.work.field, href: '/lapangan', icon: 'pin' })
const inspectsOf = (c: C): Place => ({
  label: c.var.t.work.inspectorate,
  href: '/pengawasan/inspektorat',
  icon: 'flag',
  current: c.req.path === '/pengawasan/inspektorat',
})

const supervisesOf = (c: C): Place => ({
  label: c.var.t.supervision.nav,
  href: '/pengawasan',
  icon: 'eye',
  current: c.req.path.startsWith('/pengawasan'),
})

/** What stands before the desk, on a phone as well, for whoever begins there. */
function firstOf(c: C, staff: Staff): Place | undefined {
  if (onlyInField(staff)) return fieldOf(c)
  if (onlyInspects(staff)) return inspectsOf(c)
  return onlySupervises(staff) ? supervisesOf(c) : undefined
}

/** What is beside the desk, for whoever may. `first`: nothing of it stands before the desk. */
function others(c: C, staff: Staff, first: boolean): Place[] {
  const { t } = c.var
  const all = [
    { ...fieldOf(c), may: has(staff, 'officer') && first },
    { ...inspectsOf(c), may: has(staff, 'inspector') && first },
    { label: t.work.record, href: '/meja/catat', icon: 'phone', may: has(staff, 'operator') },
    { ...supervisesOf(c), may: offersSupervision(staff) && first },
    { label: t.templates.title, href: '/meja/templat', icon: 'file', may: has(staff, 'operator', 'liaison', 'officer') },
    { label: t.exports.title, href: '/ekspor', icon: 'archive', may: viewsOf(staff).length > 0 },
    { label: t.audits.title, href: '/pengawasan/audit', icon: 'eye', may: mayAudit(staff) && staff.agencyKind !== 'unit' },
    { label: t.plans.title, href: '/pengawasan/penataan', icon: 'merge', may: maySign(staff) },
  ] as const // biome-ignore format: a table
  return all.filter(({ may }) => may)
}

function places(c: C, staff: Staff, counts: Counts, current: View | undefined): Places[] {
  const t = c.var.t.work
  const views = viewsOf(staff).map((view) => ({
    label: t.views[view],
    href: `/meja?lihat=${view}`,
    icon: icons[view],
    count: counts[view] || undefined,
    current: view === current,
  }))
  const first = firstOf(c, staff)
  return [
    ...(views.length > 0 ? [{ heading: c.var.t.staffSite.label, places: first ? [first, ...views] : views }] : []),
    { heading: t.other, places: others(c, staff, first === undefined), extra: true },
    ...manages(c, staff).map((section) => ({ ...section, extra: true })),
  ].filter(({ places }) => places.length > 0)
}

type Key = readonly [key: string, does: string]

type Frame = {
  title: string
  body: Child
  counts?: Counts
  view?: View
  /** A report is open: on a phone it stands alone. */
  opened?: boolean
  layout?: 'desk' | 'page' | 'phone'
  /** Keys of this page beside those of the desk. */
  keys?: readonly Key[]
  scripts?: readonly string[]
  path?: string
  status?: ContentfulStatusCode
}

export function show(c: C, { title, body, counts = {}, view, opened, layout = 'desk', keys: more = [], path, scripts, status = 200 }: Frame) {
  const { t, nonce } = c.var
  const staff = staffOf(c)
  const { keys } = t.desk
  const shown: readonly Key[] = [['J K', keys.move], ['Enter', keys.open], ['/', keys.search], ...more]
  return c.html(
    <StaffPage
      t={t}
      nonce={nonce}
      title={title}
      path={path ?? c.req.path}
      name={staff.name}
      agency={staff.agencyName}
      side={places(c, staff, counts, view)}
      layout={layout}
      opened={opened}
      keys={layout === 'desk' ? <Keys t={t} keys={shown} /> : undefined}
      scripts={scripts ?? (layout === 'phone' ? [] : ['desk.js', 'agency.js'])}
    >
      {body}
    </StaffPage>,
    status,
  )
} // biome-ignore format: the keys on one line
