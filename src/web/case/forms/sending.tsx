import type { Category } from '../../../agency/category.ts'
import { classes } from '../../../report/report.ts'
import type { C } from '../../desk/frame.tsx'
import { type Errors, text, type Values } from '../../form.ts'
import type { Messages } from '../../messages.ts'
import { Check, Choices } from '../../ui/choices.tsx'
import { Field, type Option, Select, TextArea } from '../../ui/field.tsx'
import { Accusing } from './accused.tsx'
import type { Asked } from './fields.tsx'

/** Sending a report on: to whom, as what, with which note. */

export const Forward = (asked: Asked) => (
  <>
    <Whom {...asked} move="forward" />
    <Classing {...asked} move="forward" />
    <Accusing {...asked} move="forward" />
    <Assisting {...asked} />
    <NoteTo {...asked} move="forward" />
  </>
)

export const Arbitrate = (asked: Asked) => (
  <>
    <p class="hint">{asked.c.var.t.acts.decideHint}</p>
    <Whom {...asked} move="arbitrate" />
    <Classing {...asked} move="arbitrate" />
    <Accusing {...asked} move="arbitrate" />
    <NoteTo {...asked} move="arbitrate" />
  </>
)

type Part = Asked & { move: 'forward' | 'arbitrate' }

/** What speaks for an agency that is suggested. */
function reasonFor(c: C, one: Asked['choices']['suggestions'][number], { unattended }: Asked['choices']) {
  const { id, words, governs, proposedBy } = one
  const { acts } = c.var.t
  const why = words.length > 0 ? acts.because(words.join(', ')) : governs ? acts.governs : ''
  return (
    [proposedBy ? acts.proposedBy(proposedBy) : '', why, unattended.has(id) ? acts.unattended : '']
      .filter(Boolean)
      .join(' · ') || undefined
  )
}

/** Those who are probably responsible, each with the reason; any other by its name. */
export const Whom = ({ c, choices, values, errors, move }: Part) => {
  const { acts } = c.var.t
  const label = move === 'arbitrate' ? acts.decide : acts.whom
  const suggested = choices.suggestions.map((one) => ({
    value: String(one.id),
    label: one.name,
    means: reasonFor(c, one, choices),
  }))
  const name = { c, name: 'agencyName', value: text(values, 'agencyName') }
  if (suggested.length === 0)
    return <AgencyField {...name} id={`${move}-agencyId`} label={label} error={errors.agencyName ?? errors.agencyId} />
  return (
    <>
      <Choices
        t={c.var.t}
        name="agencyId"
        id={`${move}-agencyId`}
        label={label}
        hint={acts.suggested}
        choices={suggested}
        value={text(values, 'agencyId') || undefined}
        error={errors.agencyId}
      />
      <AgencyField {...name} id={`${move}-agencyName`} label={acts.another} error={errors.agencyName} />
    </>
  )
}

type Named = {
  c: C
  name: string
  id: string
  label: string
  value: string
  error?: string | undefined
  optional?: boolean
  hint?: string
  /** Of the whole country, not only of those that this person may send to. */
  everywhere?: boolean
}

/** A name or a part of it; a script offers what fits, without it the answer asks which one is meant. */
export const AgencyField = ({ c, everywhere, ...field }: Named) => (
  <div data-agency={everywhere ? '/instansi?semua=1&' : '/instansi?'}>
    <Field t={c.var.t} {...field} hint={field.hint ?? c.var.t.acts.agencyHint} autocomplete="off" maxlength={200} list={`${field.id}-list`} />
    <datalist id={`${field.id}-list`} />
  </div>
) // biome-ignore format: one field

export const categoryOptions = (t: Messages, known: readonly Category[]) => {
  const name = (one: Category) => (t.lang === 'en' ? one.nameEn : one.nameId)
  const below = Map.groupBy(known, ({ parentCode }) => parentCode)
  return (below.get(null) ?? []).map((group) => ({
    group: name(group),
    options: [group, ...(below.get(group.code) ?? [])].map((one): Option => [one.code, name(one)]),
  }))
}

type Classed = Pick<Asked, 'c' | 'page' | 'choices'> & { values: Values; errors: Errors; move: string }

/** What it is and what it is about: known from before where it was said before. */
export const Classing = ({ c, page, choices, values, errors, move }: Classed) => {
  const { t } = c.var
  const { report } = page.case
  const kind = text(values, 'class') || (report.class ?? undefined)
  const oversight = 'versi' in values ? text(values, 'oversight') !== '' : report.oversight
  return (
    <>
      <Select
        t={t}
        name="class"
        id={`${move}-class`}
        label={t.work.class}
        none={t.actions.choose}
        value={kind}
        error={errors.class}
        options={classes.map((one): Option => [one, t.kind[one].name])}
      />
      <Check t={t} name="oversight" id={`${move}-oversight`} label={t.kind.oversight.name} means={t.kind.oversight.is} checked={oversight} />
      <Select
        t={t}
        name="categoryCode"
        id={`${move}-categoryCode`}
        label={t.work.category}
        optional
        none={t.actions.choose}
        value={text(values, 'categoryCode') || (report.categoryCode ?? undefined)}
        error={errors.categoryCode}
        options={categoryOptions(t, choices.categories)}
      />
    </>
  )
} // biome-ignore format: one field a block

const Assisting = ({ c, values, errors }: Asked) => (
  <AgencyField
    c={c}
    name="assistingName"
    id="forward-assistingName"
    label={c.var.t.acts.assisting}
    hint={c.var.t.acts.assistingHint}
    optional
    value={text(values, 'assistingName')}
    error={errors.assistingName ?? errors.assisting}
  />
)

const NoteTo = ({ c, values, errors, move }: Part) => (
  <TextArea
    t={c.var.t}
    name="note"
    id={`${move}-note`}
    label={c.var.t.acts.note}
    optional={move === 'forward'}
    rows={2}
    value={text(values, 'note')}
    error={errors.note}
  />
)
