import type { Tx } from '../../../db/database.ts'
import type { Plan } from '../../../supervision/plan/plan.ts'
import * as read from '../../../supervision/plan/read.ts'
import { idOf } from '../../admin/place.tsx'
import { type C, show, within } from '../../desk/frame.tsx'
import { trouble } from '../../errors.tsx'
import type { Errors } from '../../form.ts'
import { staffOf } from '../../session.ts'
import { ErrorSummary } from '../../ui/choices.tsx'
import { date, number, shortDate } from '../../ui/format.ts'
import { FactList, Note } from '../../ui/note.tsx'
import { markOf, root } from './place.tsx'
import { List, Preview, Sign } from './preview.tsx'

/** One plan: what it says, then what it would move, or how far it has come. */

export type Seen = Readonly<{
  c: C
  plan: Plan
  routes: readonly read.NamedRoute[]
  preview: read.Preview
  list: readonly read.Listed[]
  moved: number
  errors: Errors
}>

export const planShowPage = (c: C) => renderPlan(c)

async function load(tx: Tx, c: C, id: number): Promise<Omit<Seen, 'c' | 'errors'> | undefined> {
  const plan = await read.planById(tx, staffOf(c).path, id)
  if (!plan) return undefined
  const open = plan.state === 'draft' || plan.state === 'signed'
  const nothing = { digest: '', movable: 0, going: [], stuck: [] }
  const [routes, preview, list, moved] = [
    await read.routesOf(tx, id),
    open ? await read.previewOf(tx, id) : nothing,
    open ? await read.listOf(tx, id, markOf(c, 'sesudah') ?? 0) : [],
    await read.movedBy(tx, id),
  ]
  return { plan, routes, preview, list, moved }
}

export async function renderPlan(
  c: C,
  { errors = {}, status = 200 }: { errors?: Errors; status?: 200 | 409 | 422 | 429 } = {},
) {
  const id = idOf(c)
  const loaded = id === undefined ? undefined : await within(c, (tx) => load(tx, c, id))
  if (!loaded) return trouble(c, 404)
  const { t } = c.var
  const seen: Seen = { c, errors, ...loaded }
  const { plan } = seen
  return show(c, {
    title: t.plans.planOf(plan.fromName),
    layout: 'page',
    path: `${root}/${plan.id}`,
    status,
    body: (
      <div class="stack">
        <ErrorSummary t={t} errors={errors} />
        <p>
          <a href={root}>{t.plans.title}</a>
        </p>
        <h1>{t.plans.planOf(plan.fromName)}</h1>
        <Facts {...seen} />
        {plan.state === 'draft' ? null : <Progress {...seen} />}
        {(plan.state === 'draft' || seen.list.length > 0) && <Preview {...seen} />}
        {plan.state === 'draft' && <Sign {...seen} />}
        {seen.list.length > 0 && <List {...seen} />}
      </div>
    ),
  })
}

/** A calendar day, told without a zone's help. */
const dayOf = (day: string, { t }: C['var']) => date(new Date(`${day}T12:00:00Z`), t, 'Asia/Jakarta')

const Facts = ({ c, plan, routes }: Seen) => {
  const { t } = c.var
  const { zone } = staffOf(c)
  const p = t.plans
  const by = routes.map(({ nameId, nameEn, agencyName }): [string, string] => [
    t.lang === 'en' ? nameEn : nameId,
    agencyName,
  ])
  return (
    <>
      <section class="card">
        <FactList
          facts={[
            [p.basis, `${plan.basis}, ${dayOf(plan.basisOn, c.var)}`],
            [p.holdsFrom, dayOf(plan.holdsFrom, c.var)],
            [p.drawnBy, `${plan.byName}, ${shortDate(plan.at, t, zone)}`],
            [p.signedBy, plan.signedAt && `${plan.signedName}, ${shortDate(plan.signedAt, t, zone)}`],
          ]}
        />
      </section>
      <section class="card stack" aria-labelledby="pembagian">
        <h2 id="pembagian">{p.routesOf}</h2>
        <FactList facts={[...by, [p.allOther, plan.restName]]} />
      </section>
    </>
  )
}

const Progress = ({ c, plan, moved, preview }: Seen) => {
  const { t } = c.var
  const p = t.plans
  if (plan.state === 'dropped') return <Note icon="archive"><p>{p.droppedSays}</p></Note>
  const all = Math.max(plan.expected ?? 0, moved + preview.movable)
  const says = plan.doneAt
    ? p.done(shortDate(plan.doneAt, t, staffOf(c).zone))
    : isBefore(c, plan)
      ? p.waits(dayOf(plan.holdsFrom, c.var))
      : p.running
  return (
    <section class="card stack" aria-labelledby="kemajuan">
      <h2 id="kemajuan">{p.progress}</h2>
      <p>
        <progress value={moved} max={Math.max(all, 1)} aria-labelledby="kemajuan" />
      </p>
      <p role="status">
        <b>{p.moved(number(moved, t), number(all, t))}</b>
      </p>
      <p>{says}</p>
      {plan.state === 'signed' && (
        <p>
          <a class="btn calm" href={`${root}/${plan.id}`}>{p.again}</a>
        </p>
      )}
    </section>
  )
} // biome-ignore format: short elements on one line

/** The day in the zone of whoever looks, as the plan's own agency is theirs or below. */
const isBefore = (c: C, { holdsFrom }: Plan) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: staffOf(c).zone }).format(c.var.deps.now()) < holdsFrom
