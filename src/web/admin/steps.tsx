import { clocks, places, type Step } from '../../supervision/clock/step.ts'
import { allSteps, setStep } from '../../supervision/clock/steps.ts'
import { Submit } from '../account/frame.tsx'
import { posted, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { Field, Select } from '../ui/field.tsx'
import { type C, change, kept, place, read, Table, why } from './place.tsx'

/** To whom a promise rises that ends soon or was missed, and when. */

export async function stepsPage(c: C) {
  const asked = Number(c.req.query('ubah') ?? '')
  const step = (await read(c, allSteps)).find(({ id }) => id === asked)
  return page(c, step ? valuesOf(step) : {})
}

const valuesOf = (step: Step): Values => ({
  id: String(step.id),
  janji: step.clock ?? '',
  hari: String(step.days),
  kepada: step.place,
  pelapor: step.tellsReporter ? 'ya' : 'tidak',
  aktif: step.active ? 'ya' : 'tidak',
})

async function page(c: C, values: Values = {}, errors: Record<string, string> = {}) {
  const steps = await read(c, allSteps)
  const t = c.var.t.adminRules
  const centre = staffOf(c).agencyKind === 'centre'
  return place(c, {
    title: c.var.t.admin.sections.steps,
    section: 'steps',
    errors,
    body: (
      <>
        <p class="hint">{t.rising.hint}</p>
        <List c={c} steps={steps} centre={centre} />
        {centre ? <Change c={c} values={values} errors={errors} /> : <p>{t.readOnly}</p>}
      </>
    ),
  })
}

function List({ c, steps, centre }: { c: C; steps: readonly Step[]; centre: boolean }) {
  const t = c.var.t.adminRules
  const heads = [t.rising.when, t.rising.promise, t.rising.to, t.rising.reporter, t.rising.active]
  return (
    <Table label={c.var.t.admin.sections.steps} heads={heads}>
      {steps.map((one) => (
        <tr class={one.active ? undefined : 'mute'}>
          <th scope="row">
            {centre ? <a href={`/kelola/eskalasi?ubah=${one.id}#ubah`} title={t.rising.changeOne}>{t.rising.after(one.days)}</a> : t.rising.after(one.days)}
          </th>
          <td>{one.clock ? t.steps[one.clock] : t.rising.any}</td>
          <td>{t.rising.places[one.place]}</td>
          <td>{one.tellsReporter ? t.rising.yes : t.rising.no}</td>
          <td>{one.active ? t.rising.yes : t.rising.no}</td>
        </tr>
      ))}
    </Table>
  )
} // biome-ignore format: short elements on one line

function Change({ c, values, errors }: { c: C; values: Values; errors: Record<string, string> }) {
  const t = c.var.t.adminRules
  const value = (name: string) => text(values, name)
  const yesNo = [['ya', t.rising.yes], ['tidak', t.rising.no]] as const // biome-ignore format: short
  const old = value('id') !== ''
  return (
    <form class="card measure" method="post" action="/kelola/eskalasi" id="ubah">
      <h2>{old ? t.rising.changeOne : t.rising.add}</h2>
      <input type="hidden" name="id" value={value('id')} />
      <Field t={c.var.t} name="hari" type="number" min="-30" max="90" label={t.rising.days} hint={t.rising.daysHint} value={value('hari')} error={errors.hari} />
      <Select t={c.var.t} name="janji" label={t.rising.promise} value={value('janji')} options={[['', t.rising.any], ...clocks.map((one) => [one, t.steps[one]] as const)]} />
      <Select t={c.var.t} name="kepada" label={t.rising.to} value={value('kepada')} options={places.map((one) => [one, t.rising.places[one]] as const)} />
      <Select t={c.var.t} name="pelapor" label={t.rising.reporter} value={value('pelapor') || 'tidak'} options={yesNo} />
      <Select t={c.var.t} name="aktif" label={t.rising.active} value={value('aktif') || 'ya'} options={yesNo} />
      <Submit>{old ? t.rising.save : t.add}</Submit>
      {old && <p><a href="/kelola/eskalasi">{t.rising.leave}</a></p>}
    </form>
  )
} // biome-ignore format: short elements on one line

const fieldOf: Readonly<Record<string, string>> = { 'step-days': 'hari', 'step-taken': 'hari', 'step-early': 'hari' }

export async function stepAct(c: C) {
  const values = await posted(c)
  const to = places.find((one) => one === text(values, 'kepada'))
  const id = text(values, 'id')
  if (!to || (id !== '' && !/^[1-9]\d{0,14}$/.test(id))) return page(c, values, { form: why(c, 'not-found') })
  const asked = {
    id: id === '' ? null : Number(id),
    clock: clocks.find((one) => one === text(values, 'janji')) ?? null,
    days: /^-?\d{1,3}$/.test(text(values, 'hari')) ? Number(text(values, 'hari')) : Number.NaN,
    place: to,
    tellsReporter: text(values, 'pelapor') === 'ya',
    active: text(values, 'aktif') !== 'tidak',
  }
  const done = await change(c, (tx, now) => setStep(tx, staffOf(c).path, asked, now))
  return done.ok
    ? kept(c, '/kelola/eskalasi')
    : page(c, values, { [fieldOf[done.refusal] ?? 'form']: why(c, done.refusal) })
}
