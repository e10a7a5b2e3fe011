import { allPromises, type PromiseClass, type Promises, type Step, steps } from '../../agency/promise.ts'
import { setPromise } from '../../agency/regulate.ts'
import { clean } from '../../report/input.ts'
import { classes } from '../../report/report.ts'
import { Submit } from '../account/frame.tsx'
import { posted, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { Field, Select } from '../ui/field.tsx'
import { type C, change, kept, place, read, Table, why } from './place.tsx'

/** What citizens are promised, with its legal basis and the time in which it holds. */

export const promisesPage = (c: C) => page(c)

async function page(c: C, values: Values = {}, errors: Record<string, string> = {}) {
  const promises = await read(c, allPromises)
  const t = c.var.t.adminRules
  return place(c, {
    title: c.var.t.admin.sections.promises,
    section: 'promises',
    errors,
    body: (
      <>
        <p class="hint">{t.promiseHint}</p>
        <List c={c} promises={promises} />
        {staffOf(c).agencyKind === 'centre' ? (
          <NewPromise c={c} values={values} errors={errors} />
        ) : (
          <p>{t.readOnly}</p>
        )}
      </>
    ),
  })
}

function List({ c, promises }: { c: C; promises: Promises }) {
  const t = c.var.t.adminRules
  const days = new Intl.DateTimeFormat(c.var.lang === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
  const shown = (day: string) => days.format(new Date(`${day}T00:00:00Z`))
  const content = (oversight: boolean | null) => t.oversights[oversight === null ? 'any' : oversight ? 'yes' : 'no']
  return (
    <Table label={c.var.t.admin.sections.promises} heads={[t.step, t.class, t.oversight, t.limit, t.basis, t.from, t.to]}>
      {promises.map((one) => (
        <tr>
          <th scope="row">{t.steps[one.step]}</th>
          <td>{one.class ? t.classes[one.class] : t.anyClass}</td>
          <td>{content(one.oversight)}</td>
          <td class="num">{one.days} {t.units[one.unit]}</td>
          <td>{one.basis}</td>
          <td>{shown(one.validFrom)}</td>
          <td>{one.validTo ? shown(one.validTo) : t.open}</td>
        </tr>
      ))}
    </Table>
  )
} // biome-ignore format: short elements on one line

function NewPromise({ c, values, errors }: { c: C; values: Values; errors: Record<string, string> }) {
  const t = c.var.t.adminRules
  const value = (name: string) => text(values, name)
  return (
    <form class="card measure" method="post" action="/kelola/janji">
      <h2>{t.promiseNew}</h2>
      <Select t={c.var.t} name="langkah" label={t.step} value={value('langkah')} options={steps.map((step) => [step, t.steps[step]] as const)} />
      <Select t={c.var.t} name="golongan" label={t.class} value={value('golongan')} options={[['', t.anyClass], ...classes.map((one) => [one, t.classes[one]] as const)]} />
      <Select t={c.var.t} name="kadar" label={t.oversight} value={value('kadar')} options={[['', t.oversights.any], ['yes', t.oversights.yes], ['no', t.oversights.no]]} />
      <Field t={c.var.t} name="jumlah" type="number" min="1" max="3650" label={t.days} value={value('jumlah')} error={errors.jumlah} />
      <Select t={c.var.t} name="satuan" label={t.unit} value={value('satuan')} options={[['working', t.units.working], ['calendar', t.units.calendar]]} />
      <Field t={c.var.t} name="dasar" label={t.basis} value={value('dasar')} error={errors.dasar} />
      <Field t={c.var.t} name="mulai" type="date" label={t.from} value={value('mulai')} error={errors.mulai} />
      <Submit>{t.add}</Submit>
    </form>
  )
} // biome-ignore format: short elements on one line

const fieldOf: Readonly<Record<string, string>> = { day: 'mulai', past: 'mulai', 'later-one': 'mulai', days: 'jumlah' }

export async function promiseAct(c: C) {
  const values = await posted(c)
  const basis = clean(text(values, 'dasar'), 300)
  const step = steps.find((one): one is Step => one === text(values, 'langkah'))
  if (!step) return page(c, values, { form: why(c, 'not-found') })
  if (basis === '') return page(c, values, { dasar: why(c, 'basis') })
  const kind = classes.find((one): one is PromiseClass => one === text(values, 'golongan')) ?? null
  const content = text(values, 'kadar')
  const asked = {
    step,
    class: kind,
    oversight: content === 'yes' ? true : content === 'no' ? false : null,
    days: Number(text(values, 'jumlah')),
    unit: text(values, 'satuan') === 'calendar' ? ('calendar' as const) : ('working' as const),
    basis,
    validFrom: text(values, 'mulai'),
  }
  const done = await change(c, (tx, now) => setPromise(tx, staffOf(c).path, asked, now))
  return done.ok
    ? kept(c, '/kelola/janji')
    : page(c, values, { [fieldOf[done.refusal] ?? 'form']: why(c, done.refusal) })
}
