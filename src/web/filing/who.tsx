import { text } from '../form.ts'
import { Check, Choices } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { Note } from '../ui/note.tsx'
import type { Parts } from './form.tsx'

/** Who may know, who may read, where news goes. The choices are equal and none is made beforehand. */

export const Who = (parts: Parts) => {
  const { t, values, errors } = parts
  const { form, filing, open } = t.citizen
  return (
    <>
      <Known {...parts} />
      <Readers {...parts} hint={filing.readers.hint} />
      <News {...parts} />
      <Check
        t={t}
        name="consent"
        value="on"
        label={form.consent(parts.service)}
        means={`${filing.consentFree} ${form.consentChild}`}
        checked={text(values, 'consent') === 'on'}
        error={errors.consent}
      />
      <Note icon="lock">
        <p class="small">{open.law}</p>
      </Note>
    </>
  )
}

const Known = ({ t, values, errors }: Parts) => {
  const { form, filing } = t.citizen
  const { known } = filing
  const name = (
    <Field
      t={t}
      name="name"
      label={form.name}
      hint={form.nameHint}
      short
      autocomplete="name"
      value={text(values, 'name')}
      error={errors.name}
    />
  )
  return (
    <Choices
      t={t}
      name="known"
      label={known.question}
      hint={known.hint}
      two
      value={text(values, 'known')}
      error={errors.known ?? errors.name}
      choices={[
        { value: 'open', label: known.open[0], means: known.open[1], below: name },
        { value: 'anonymous', label: known.anonymous[0], means: known.anonymous[1] },
      ]}
    />
  )
}

/** Asked in the form, and once more at the preview when it was not answered. */
export const Readers = ({ t, values, errors, hint }: Pick<Parts, 't' | 'values' | 'errors'> & { hint: string }) => {
  const { readers } = t.citizen.filing
  return (
    <Choices
      t={t}
      name="readers"
      label={readers.question}
      hint={hint}
      two
      value={text(values, 'readers')}
      error={errors.readers}
      choices={[
        { value: 'public', label: readers.public[0], means: readers.public[1] },
        { value: 'secret', label: readers.secret[0], means: readers.secret[1] },
      ]}
    />
  )
}

const News = ({ t, values, errors }: Parts) => {
  const { form } = t.citizen
  const contact = (name: 'email' | 'phone', type: 'email' | 'tel') => (
    <Field
      t={t}
      name={name}
      label={form[name]}
      type={type}
      autocomplete={type}
      short
      value={text(values, name)}
      error={errors[name]}
    />
  )
  return (
    <Choices
      t={t}
      name="reach"
      label={form.contact}
      optional
      value={text(values, 'reach')}
      error={errors.reach}
      choices={[
        { value: 'email', label: form.email, below: contact('email', 'email') },
        { value: 'phone', label: form.phone, below: contact('phone', 'tel') },
        { value: 'none', label: form.none, means: form.noneNote },
      ]}
    />
  )
}
