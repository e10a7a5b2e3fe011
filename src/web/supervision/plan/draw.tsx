import { type Category, categories } from '../../../agency/category.ts'
import { drawPlan, dropPlan } from '../../../supervision/plan/draw.ts'
import { type PlanRefusal, planInput } from '../../../supervision/plan/plan.ts'
import { idOf } from '../../admin/place.tsx'
import { AgencyField, categoryOptions } from '../../case/forms/sending.tsx'
import { agencyNamed } from '../../case/whom.ts'
import { type C, show, within } from '../../desk/frame.tsx'
import { trouble } from '../../errors.tsx'
import { type Errors, parseForm, posted, text, type Values } from '../../form.ts'
import { staffOf } from '../../session.ts'
import { Button } from '../../ui/answers.tsx'
import { ErrorSummary } from '../../ui/choices.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { change, root, why } from './place.tsx'

/** Drawing a plan: whose work, to whom, by which law. */

const rows = [0, 1, 2, 3, 4, 5] as const

export const drawPage = (c: C) => page(c)

const at = (values: Values, name: string, n: number) => [values[name] ?? ''].flat()[n] ?? ''

/** Which field a refusal belongs to. */
const fieldOf: Partial<Record<PlanRefusal, string>> = { 'from-unknown': 'dari', 'to-unknown': 'sisa', same: 'sisa' }

export async function drawAct(c: C) {
  const values = await posted(c)
  const { path } = staffOf(c)
  const named = await within(c, async (tx) => {
    const look = (typed: string) => agencyNamed(tx, c.var.t, typed, path)
    const from = await look(text(values, 'dari'))
    const rest = await look(text(values, 'sisa'))
    const routes = []
    for (const n of rows)
      routes.push({ categoryCode: at(values, 'kategori', n), to: await look(at(values, 'tujuan', n)) })
    return { from, rest, routes: routes.filter(({ categoryCode, to }) => categoryCode !== '' || to !== undefined) }
  })
  const read = parseForm(planInput, {
    ...{ fromId: named.from?.id ?? '', restId: named.rest?.id ?? '' },
    ...{ basis: text(values, 'dasar'), basisOn: text(values, 'tanggal'), holdsFrom: text(values, 'mulai') },
    routes: named.routes.map(({ categoryCode, to }) => ({ categoryCode, agencyId: to?.id ?? '' })),
  } as never)
  const errors = problemsIn(c, named, read.ok ? {} : read.errors)
  if (!read.ok || Object.keys(errors).length > 0) return page(c, values, errors)
  const drawn = await change(c, (tx, now) => drawPlan(tx, staffOf(c), read.value, now))
  if (drawn.ok) return c.redirect(`${root}/${drawn.id}`, 303)
  return page(c, values, { [fieldOf[drawn.refusal] ?? 'kategori']: why(c, drawn.refusal) })
}

type Named = { id?: string; problem?: string } | undefined
type AllNamed = { from: Named; rest: Named; routes: readonly { categoryCode: string; to: Named }[] }

const names: Readonly<Record<string, string>> = { fromId: 'dari', restId: 'sisa', basis: 'dasar', basisOn: 'tanggal', holdsFrom: 'mulai' } // biome-ignore format: a table

function problemsIn(c: C, { from, rest, routes }: AllNamed, errors: Errors): Errors {
  const half = routes.find(({ categoryCode, to }) => categoryCode === '' || to === undefined)
  const unknown = routes.find(({ to }) => to?.problem)
  const told = Object.entries(errors).flatMap(([name, error]) => (names[name] ? [[names[name], error] as const] : []))
  return {
    ...Object.fromEntries(told),
    ...(from?.problem ? { dari: from.problem } : {}),
    ...(rest?.problem ? { sisa: rest.problem } : {}),
    ...(half ? { kategori: c.var.t.plans.routeHalf } : unknown?.to?.problem ? { kategori: unknown.to.problem } : {}),
  }
}

/** Takes a plan back that nobody signed. */
export async function dropAct(c: C) {
  const id = idOf(c)
  if (id === undefined) return trouble(c, 404)
  const dropped = await change(c, (tx) => dropPlan(tx, staffOf(c), id))
  return dropped.ok ? c.redirect(`${root}/${id}`, 303) : trouble(c, 404)
}

type Formed = { c: C; known: readonly Category[]; values: Values; errors: Errors }

async function page(c: C, values: Values = {}, errors: Errors = {}) {
  const { t } = c.var
  const known = await within(c, (tx) => categories(tx))
  return show(c, {
    title: t.plans.drawTitle,
    layout: 'page',
    path: `${root}/baru`,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: (
      <div class="stack measure">
        <ErrorSummary t={t} errors={errors} ids={{ kategori: 'kategori-1' }} />
        <h1>{t.plans.drawTitle}</h1>
        <p>{t.plans.lead}</p>
        <Form c={c} known={known} values={values} errors={errors} />
      </div>
    ),
  })
}

const Form = ({ c, known, values, errors }: Formed) => {
  const { t } = c.var
  const p = t.plans
  const given = (name: string) => ({ name, value: text(values, name), error: errors[name] })
  return (
    <form method="post" action={root} class="stack">
      <AgencyField c={c} id="dari" label={p.from} {...given('dari')} />
      <AgencyField c={c} id="sisa" label={p.rest} hint={p.restHint} {...given('sisa')} />
      <Routes c={c} known={known} values={values} errors={errors} />
      <Field t={t} label={p.basis} hint={p.basisHint} maxlength={300} {...given('dasar')} />
      <Field t={t} type="date" short label={p.basisOn} {...given('tanggal')} />
      <Field t={t} type="date" short label={p.holdsFrom} hint={p.holdsHint} {...given('mulai')} />
      <p>
        <Button>{p.look}</Button>
      </p>
    </form>
  )
}

const Routes = ({ c, known, values, errors }: Formed) => {
  const { t } = c.var
  return (
    <details open={errors.kategori !== undefined || at(values, 'kategori', 0) !== ''}>
      <summary>{t.plans.routes}</summary>
      <p class="hint">{t.plans.routesHint}</p>
      {rows.map((n) => (
        <div class="stack">
          <Select
            t={t}
            name="kategori"
            id={`kategori-${n + 1}`}
            label={t.plans.route(n + 1)}
            none={t.plans.routeNone}
            value={at(values, 'kategori', n)}
            error={n === 0 ? errors.kategori : undefined}
            options={categoryOptions(t, known)}
          />
          <AgencyField c={c} name="tujuan" id={`tujuan-${n + 1}`} label={t.plans.routeTo(n + 1)} hint="" value={at(values, 'tujuan', n)} />
        </div>
      ))}
    </details>
  )
} // biome-ignore format: one field a line
