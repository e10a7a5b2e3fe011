import { randomBytes } from 'node:crypto'
import { askAudit, type Person, people } from '../../../supervision/audit/ask.ts'
import { type AuditRefusal, askInput, mayAsk, mostDrawn } from '../../../supervision/audit/audit.ts'
import { AgencyField } from '../../case/forms/sending.tsx'
import { agencyNamed } from '../../case/whom.ts'
import { type C, show, within } from '../../desk/frame.tsx'
import { trouble } from '../../errors.tsx'
import { type Errors, parseForm, posted, text, type Values } from '../../form.ts'
import { staffOf } from '../../session.ts'
import { Button } from '../../ui/answers.tsx'
import { ErrorSummary } from '../../ui/choices.tsx'
import { Field, type Option, Select } from '../../ui/field.tsx'
import { change, root, why } from './place.ts'

/** Asking for an audit: of whom, when, how many, and who looks. */

export const auditAskPage = (c: C) => (mayAsk(staffOf(c)) ? page(c) : trouble(c, 404))

const names: Readonly<Record<string, string>> = { aboutId: 'instansi', closedFrom: 'mulai', closedTo: 'sampai', wanted: 'banyak', auditorId: 'pemeriksa' } // biome-ignore format: a table
const fieldOf: Partial<Record<AuditRefusal, string>> = {
  'about-unknown': 'instansi',
  'none-closed': 'mulai',
  'frame-large': 'mulai',
}

export async function auditAskAct(c: C) {
  const staff = staffOf(c)
  if (!mayAsk(staff)) return trouble(c, 404)
  const values = await posted(c)
  const about = await within(c, (tx) => agencyNamed(tx, c.var.t, text(values, 'instansi'), staff.path))
  const read = parseForm(askInput, {
    ...{ aboutId: about?.id ?? '', auditorId: text(values, 'pemeriksa'), wanted: text(values, 'banyak') },
    ...{ closedFrom: text(values, 'mulai'), closedTo: text(values, 'sampai') },
  })
  const wrong = read.ok ? {} : read.errors
  const told = Object.entries(wrong).map(([name, error]) => [names[name] ?? name, error] as const)
  const errors = { ...Object.fromEntries(told), ...(about?.problem ? { instansi: about.problem } : {}) }
  if (!read.ok || about?.problem) return page(c, values, errors)
  const seed = randomBytes(16).toString('hex')
  const asked = await change(c, (tx, now) => askAudit(tx, c.var.deps.keys, staff, read.value, seed, now))
  if (!asked.ok) return page(c, values, { [fieldOf[asked.refusal] ?? 'pemeriksa']: why(c, asked.refusal, asked.n) })
  c.var.deps.wake()
  return c.redirect(`${root}/${asked.id}`, 303)
}

async function page(c: C, values: Values = {}, errors: Errors = {}) {
  const { t } = c.var
  const known = await within(c, people)
  return show(c, {
    title: t.audits.askTitle,
    layout: 'page',
    path: `${root}/baru`,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: (
      <div class="stack measure">
        <ErrorSummary t={t} errors={errors} />
        <h1>{t.audits.askTitle}</h1>
        <p>{t.audits.lead}</p>
        <Form c={c} known={known} values={values} errors={errors} />
      </div>
    ),
  })
}

type Formed = { c: C; known: readonly Person[]; values: Values; errors: Errors }

const Form = ({ c, known, values, errors }: Formed) => {
  const { t } = c.var
  const { audits } = t
  const given = (name: string) => ({ name, value: text(values, name), error: errors[name] })
  const options = known.map(({ id, name, agencyName }): Option => [String(id), `${name}, ${agencyName}`])
  return (
    <form method="post" action={root} class="stack">
      <AgencyField c={c} id="instansi" label={audits.about} hint={audits.aboutHint} {...given('instansi')} />
      <Field t={t} type="date" short label={audits.from} {...given('mulai')} />
      <Field t={t} type="date" short label={audits.to} {...given('sampai')} />
      <Field t={t} type="number" short min="1" max={String(mostDrawn)} label={audits.wanted} hint={audits.wantedHint} {...given('banyak')} />
      <Select t={t} label={audits.auditor} hint={audits.auditorHint} none={t.actions.choose} options={options} {...given('pemeriksa')} />
      <p>
        <Button>{audits.draw}</Button>
      </p>
    </form>
  )
} // biome-ignore format: one field a line
