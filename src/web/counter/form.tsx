import type { Child } from 'hono/jsx'
import { type Errors, text, type Values } from '../form.ts'
import type { Messages } from '../messages.ts'
import { Button } from '../ui/answers.tsx'
import { Check, Choices, ErrorSummary } from '../ui/choices.tsx'
import { Field, type Option, Select, TextArea } from '../ui/field.tsx'

type Shown = {
  beside?: Child
  t: Messages
  channels: readonly ('counter' | 'phone' | 'letter')[]
  values: Values
  errors: Errors
}

/** What somebody told, in the order in which one asks for it. */
export const CounterForm = ({ t, channels, values, errors, beside }: Shown) => {
  const { form, filing } = t.citizen
  const field = (name: string) => ({ t, name, value: text(values, name), error: errors[name] })
  return (
    <form id="tulis" method="post" action="/meja/catat" class="stack measure">
      <h1>{t.acts.recorded}</h1>
      <p class="hint">{t.acts.recordedHint}</p>
      {beside}
      <ErrorSummary t={t} errors={errors} />
      <input type="hidden" name="kunci" value={text(values, 'kunci')} />
      <Select {...field('channel')} label={t.acts.came} none={t.actions.choose} options={channels.map((one): Option => [one, t.channel[one]])} />
      <Select {...field('language')} label={t.acts.language} options={[['id', 'Bahasa Indonesia'], ['en', 'English']]} />
      <TextArea {...field('text')} label={t.acts.told} hint={t.acts.toldHint} rows={6} paper="own" />
      <Field {...field('place')} label={form.place} optional maxlength={300} />
      <Field {...field('areaName')} label={filing.area} hint={filing.areaType} optional maxlength={100} />
      <Choices {...field('known')} label={filing.known.question} hint={filing.known.hint} choices={[
        { value: 'open', label: filing.known.open[0], means: filing.known.open[1] },
        { value: 'anonymous', label: filing.known.anonymous[0], means: filing.known.anonymous[1] },
      ]} />
      <Field {...field('name')} label={form.name} optional maxlength={100} autocomplete="off" />
      <Choices {...field('readers')} label={filing.readers.question} choices={[
        { value: 'public', label: filing.readers.public[0], means: filing.readers.public[1] },
        { value: 'secret', label: filing.readers.secret[0], means: filing.readers.secret[1] },
      ]} />
      <Choices {...field('reach')} label={form.contact} choices={[
        { value: 'email', label: form.email, below: <Field {...field('email')} label={form.email} quiet type="email" autocomplete="off" /> },
        { value: 'phone', label: form.phone, below: <Field {...field('phone')} label={form.phone} quiet type="tel" autocomplete="off" /> },
        { value: 'none', label: form.none, means: form.noneNote },
      ]} />
      <Check t={t} name="consent" value="on" label={t.acts.consent} checked={text(values, 'consent') !== ''} error={errors.consent} />
      <p class="row">
        <Button>{t.acts.recordSave}</Button>
      </p>
    </form>
  )
} // biome-ignore format: one field a line
