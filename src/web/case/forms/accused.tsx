import { text } from '../../form.ts'
import { Choices } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import type { Asked } from './fields.tsx'
import { AgencyField } from './sending.tsx'

/** Whom an oversight complaint is about: named with a step that sends or classes it, corrected by a step of its own. */

type Part = Asked & { move: 'forward' | 'arbitrate' | 'reclassify' }

const chosen = ({ values }: Asked) => [values.accused ?? []].flat()

/** Folded away until the report is about somebody's conduct: most are not. */
export const Accusing = (asked: Part) => {
  const { c, page, values, errors, move } = asked
  const { acts, work } = c.var.t
  const known = page.around.accused
  const grave = page.case.report.oversight || text(values, 'oversight') !== '' || text(values, 'accusedName') !== ''
  const field = { c, name: 'accusedName', id: `${move}-accusedName`, value: text(values, 'accusedName') }
  return (
    <details open={grave}>
      <summary>{acts.accused}</summary>
      <div class="stack">
        {known.length > 0 && <p>{`${work.accused}: ${known.map(({ name }) => name).join('; ')}`}</p>}
        <Mentioned {...asked} />
        <AgencyField
          {...field}
          label={acts.accusedName}
          hint={`${acts.accusedHint} ${acts.accusedTaken}`}
          optional
          everywhere
          error={errors.accusedName ?? errors.accused}
        />
      </div>
    </details>
  )
}

/** Those that the report addresses or names. Nobody is ticked beforehand: often it is they who are to help. */
const Mentioned = (asked: Part) => {
  const { c, page, choices, move } = asked
  const known = new Set(page.around.accused.map(({ id }) => id))
  const named = choices.mentioned.filter(({ id }) => !known.has(id))
  if (named.length === 0) return null
  return (
    <Choices
      t={c.var.t}
      name="accused"
      id={`${move}-accused`}
      label={c.var.t.acts.accusedMentioned}
      choices={named.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={chosen(asked)}
      many
      optional
    />
  )
}

/** The whole list, as it is to be: who is on it is ticked. */
export const Accuse = (asked: Asked) => {
  const { c, page, values, errors } = asked
  const { acts } = c.var.t
  const known = page.around.accused
  const ticked = 'versi' in values ? chosen(asked) : known.map(({ id }) => String(id))
  return (
    <>
      <p class="hint">{acts.accusedHint}</p>
      <p class="hint">{`${acts.accusedTaken} ${acts.accusedWhole}`}</p>
      {known.length > 0 && (
        <Choices t={c.var.t} name="accused" id="accuse-accused" label={acts.accused} choices={known.map(({ id, name }) => ({ value: String(id), label: name }))} value={ticked} many error={errors.accused} />
      )}
      <AgencyField c={c} name="accusedName" id="accuse-accusedName" label={acts.accusedName} optional everywhere value={text(values, 'accusedName')} error={errors.accusedName} />
      <TextArea t={c.var.t} name="remark" id="accuse-remark" label={acts.why} rows={2} value={text(values, 'remark')} error={errors.remark} />
    </>
  )
} // biome-ignore format: one field a line
