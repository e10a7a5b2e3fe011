import type { Child, PropsWithChildren } from 'hono/jsx'
import { errorIn, type Messages } from '../messages.ts'
import { Icon } from './icon.tsx'

/** Fields: label, hint, error and control, in that order and tied together. Errors are keys or whole sentences. */

export type About = Readonly<{
  t: Messages
  name: string
  label: Child
  hint?: Child | undefined
  optional?: boolean | undefined
  /** The label is only for who cannot see that a heading says it. */
  quiet?: boolean | undefined
  /** A key of `t.errors`; other sentences stand as they are when they have a space in them. */
  error?: string | undefined
  /** For a second form with the same names on one page. Without it: the name. */
  id?: string | undefined
}>

const idOf = ({ id, name }: Pick<About, 'id' | 'name'>) => id ?? name
export const words = (t: Messages, error: string) => (error.includes(' ') ? error : errorIn(t, error))

export const Wrong = ({ t, id, error }: { t: Messages; id: string; error: string | undefined }) =>
  error ? (
    <p class="err" id={`e-${id}`}>
      <Icon name="late" />
      <span>{words(t, error)}</span>
    </p>
  ) : null

/** What a control says of its hint and its error. */
export function tied(about: Pick<About, 'id' | 'name' | 'hint' | 'error'>) {
  const id = idOf(about)
  const described = [about.hint && `h-${id}`, about.error && `e-${id}`].filter(Boolean).join(' ')
  return {
    'aria-describedby': described || undefined,
    'aria-invalid': about.error ? ('true' as const) : undefined,
  }
}

const Around = (about: PropsWithChildren<About>) => {
  const { t, label, hint, optional, quiet, error, children } = about
  const id = idOf(about)
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={id} class={quiet ? 'vh' : undefined}>
        {label} {optional && <span class="opt">{t.actions.optional}</span>}
      </label>
      {hint && (
        <p class="hint" id={`h-${id}`}>
          {hint}
        </p>
      )}
      <Wrong t={t} id={id} error={error} />
      {children}
    </div>
  )
}

type FieldProps = About & {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'date' | 'datetime-local' | 'number' | 'password' | 'search' | undefined
  autocomplete?: string | undefined
  inputmode?: 'numeric' | 'decimal' | 'text' | undefined
  short?: boolean | undefined
  /** Set in monospace, upper case on phones: references and receipts. */
  mono?: boolean | undefined
  maxlength?: number | undefined
  /** Id of a `<datalist>`. */
  list?: string | undefined
  min?: string | undefined
  max?: string | undefined
  placeholder?: string | undefined
}

export const Field = (props: FieldProps) => {
  const {
    name,
    type = 'text',
    value,
    autocomplete,
    inputmode,
    short,
    mono,
    maxlength,
    list,
    min,
    max,
    placeholder,
  } = props
  return (
    <Around {...props}>
      <input
        class={`in${short ? ' short' : ''}${mono ? ' ref' : ''}`}
        id={idOf(props)}
        name={name}
        type={type}
        value={type === 'password' ? undefined : value}
        autocomplete={autocomplete}
        inputmode={inputmode}
        maxlength={maxlength}
        list={list}
        min={min}
        max={max}
        placeholder={placeholder}
        autocapitalize={mono ? 'characters' : undefined}
        spellcheck={mono ? false : undefined}
        {...tied(props)}
      />
    </Around>
  )
}

type TextAreaProps = About & {
  value?: string | undefined
  rows?: number | undefined
  /** `letter`: a citizen's own words on lined paper; `own`: their words, plain; else the system's voice. */
  paper?: 'letter' | 'own' | undefined
  maxlength?: number | undefined
  placeholder?: string | undefined
}

export const TextArea = (props: TextAreaProps) => {
  const { name, value, rows = 4, paper, maxlength, placeholder } = props
  const look = paper === 'letter' ? ' lined' : paper === 'own' ? ' own' : ''
  return (
    <Around {...props}>
      <textarea
        class={`in${look}`}
        id={idOf(props)}
        name={name}
        rows={rows}
        maxlength={maxlength}
        placeholder={placeholder}
        {...tied(props)}
      >
        {/* HTML drops one newline after the tag; without this, the writer's own first one would be lost. */}
        {`\n${value ?? ''}`}
      </textarea>
    </Around>
  )
}

export type Option = readonly [value: string, label: string]
type SelectProps = About & {
  value?: string | undefined
  options: readonly (Option | { group: string; options: readonly Option[] })[]
  /** The first, empty choice; without it one of the options is always chosen. */
  none?: string | undefined
}

export const Select = (props: SelectProps) => (
  <Around {...props}>
    <select class="in" id={idOf(props)} name={props.name} {...tied(props)}>
      {props.none !== undefined && <option value="">{props.none}</option>}
      {props.options.map((option) =>
        'group' in option ? (
          <optgroup label={option.group}>{option.options.map((each) => one(each, props.value))}</optgroup>
        ) : (
          one(option, props.value)
        ),
      )}
    </select>
  </Around>
)

const one = ([value, label]: Option, chosen: string | undefined) => (
  <option value={value} selected={value === chosen}>
    {label}
  </option>
)

type FileFieldProps = About & { accept: string; multiple?: boolean | undefined; capture?: boolean | undefined }

export const FileField = (props: FileFieldProps) => (
  <Around {...props}>
    <div class="drop">
      <Icon name={props.accept.includes('image/') ? 'cam' : 'file'} />
      <input
        type="file"
        id={idOf(props)}
        name={props.name}
        accept={props.accept}
        multiple={props.multiple}
        capture={props.capture ? 'environment' : undefined}
        {...tied(props)}
      />
    </div>
  </Around>
)
