import type { Category } from '../../../agency/category.ts'
import { classes } from '../../../report/report.ts'
import type { C } from '../../desk/frame.tsx'
import { type Errors, text, type Values } from '../../form.ts'
import type { Messages } from '../../messages.ts'
import { noFacts } from '../../story/facts.ts'
import { Check, Choices } from '../../ui/choices.tsx'
import { Field, type Option, Select, TextArea } from '../../ui/field.tsx'
import type { Asked } from './fields.tsx'

/** Sending a report on: to whom, as what, with which note. */

export const Forward = (asked: Asked) => (
  <>
    <Whom {...asked} move="forward" />
    <Classing {...asked} move="forward" />
    <Assisting {...asked} />
    <NoteTo {...asked} move="forward" />
  </>
)

export const Arbitrate = (asked: Asked) => (
  <>
    <p class="hint">{asked.c.var.t.moves.arbitrate.confirm({ ...noFacts, agency: '…' })}</p>
    <Whom {...asked} move="arbitrate" />
    <Classing {...asked} move="arbitrate" />
    <NoteTo {...asked} move="arbitrate" />
  </>
)

type Part = Asked & { move: 'forward' | 'arbitrate' }

/** Those who are probably responsible, each with the reason; any other by its name. */
export const Whom = ({ c, choices, values, errors, move }: Part) => {
  const { t } = c.var
  const suggested = choices.suggestions.map(({ id, name, words, governs, proposedBy }) => ({
    value: String(id),
    label: name,
    means:
      [
        proposedBy ? t.acts.proposedBy(proposedBy) : '',
        words.length > 0 ? t.acts.because(words.join(', ')) : governs ? t.acts.governs : '',
        choices.unattended.has(id) ? t.acts.unattended : '',
      ]
        .filter(Boolean)
        .join(' · ') || undefined,
  }))
  return (
    <>
      {suggested.length > 0 && (
        <Choices
          t={t}
          name="agencyId"
          id={`${move}-agencyId`}
          label={t.acts.whom}
          hint={t.acts.suggested}
          choices={suggested}
          value={text(values, 'agencyId') || undefined}
          error={errors.agencyId}
        />
      )}
      <AgencyField
        c={c}
        name="agencyName"
        id={suggested.length > 0 ? `${move}-agencyName` : `${move}-agencyId`}
        label={suggested.length > 0 ? t.acts.another : t.acts.whom}
        value={text(values, 'agencyName')}
        error={errors.agencyName ?? (suggested.length > 0 ? undefined : errors.agencyId)}
      />
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
}

/** A name or a part of it; a script offers what fits, without it the answer asks which one is meant. */
export const AgencyField = ({ c, ...field }: Named) => (
  <div data-agency="/instansi">
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
