import type { Child } from 'hono/jsx'
import type { Messages } from '../messages.ts'
import { type About, tied, Wrong, words } from './field.tsx'

/** Choices with their meaning written in them. None is chosen unless the person chose it. */

export type Choice = Readonly<{
  value: string
  label: Child
  means?: Child | undefined
  /** Opens below when chosen; without `:has` it is always open. */
  below?: Child | undefined
}>

type ChoicesProps = About & {
  choices: readonly Choice[]
  value?: string | readonly string[] | undefined
  /** Several may be chosen. */
  many?: boolean | undefined
  /** Side by side where there is room. */
  two?: boolean | undefined
}

export const Choices = (props: ChoicesProps) => {
  const { t, name, label, hint, optional, error, choices, value, many, two, id = name } = props
  const chosen = [value ?? []].flat()
  return (
    <fieldset class={error ? 'field bad' : 'field'} {...describedBy(props)}>
      <legend>
        {label} {optional && <span class="opt">{t.actions.optional}</span>}
      </legend>
      {hint && (
        <p class="hint" id={`h-${id}`}>
          {hint}
        </p>
      )}
      <Wrong t={t} id={id} error={error} />
      <div class={two ? 'choices two' : 'choices'}>
        {choices.map((choice, i) => (
          <>
            <label class="choice">
              <input
                type={many ? 'checkbox' : 'radio'}
                id={i === 0 ? id : undefined}
                name={name}
                value={choice.value}
                checked={chosen.includes(choice.value)}
              />
              <b>{choice.label}</b>
              {choice.means && <small>{choice.means}</small>}
            </label>
            {choice.below && <div class="then">{choice.below}</div>}
          </>
        ))}
      </div>
    </fieldset>
  )
}

/** A group cannot be invalid in ARIA, only described. */
const describedBy = (props: About) => ({ 'aria-describedby': tied(props)['aria-describedby'] })

type Tick = Readonly<{
  t: Messages
  name: string
  id?: string | undefined
  label: Child
  means?: Child | undefined
  value?: string
  checked?: boolean
  error?: string | undefined
}>

/** One box to tick, such as a consent. Never ticked beforehand. */
export const Check = ({ t, name, id = name, label, means, value = 'ya', checked, error }: Tick) => (
  <div class={error ? 'field bad' : 'field'}>
    <Wrong t={t} id={id} error={error} />
    <label class="choice">
      <input type="checkbox" id={id} name={name} value={value} checked={checked} {...tied({ id, name, error })} />
      <b>{label}</b>
      {means && <small>{means}</small>}
    </label>
  </div>
)

type Summary = Readonly<{
  t: Messages
  /** One key or sentence for each field, as `parseForm` gives them. */
  errors: Readonly<Record<string, string>>
  /** Where a field's id is not its name. */
  ids?: Readonly<Record<string, string>>
}>

/** On top of a form that came back: why, when it is no field's fault, and how many fields, with a link to each. */
export const ErrorSummary = ({ t, errors, ids = {} }: Summary) => {
  const { form, ...fields } = errors
  const wrong = Object.entries(fields)
  if (form === undefined && wrong.length === 0) return null
  return (
    <div class="sum" role="alert" tabindex={-1} id="salah">
      {form !== undefined && <h2>{words(t, form)}</h2>}
      {wrong.length > 0 && (
        <>
          <h2>{t.problems.summary(wrong.length)}</h2>
          <ul class="r">
            {wrong.map(([name, error]) => (
              <li>
                <a href={`#${ids[name] ?? name}`}>{words(t, error)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
