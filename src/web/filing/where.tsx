import type { Category } from '../../agency/category.ts'
import { dayOf } from '../../agency/working-days.ts'
import { classes } from '../../report/report.ts'
import { text } from '../form.ts'
import type { Messages } from '../messages.ts'
import { Button } from '../ui/answers.tsx'
import { Choices } from '../ui/choices.tsx'
import { Field, type Option, Select } from '../ui/field.tsx'
import type { Parts } from './form.tsx'

/** Where it is, and what helps the operator. A script makes one field with suggestions of the two lists of areas. */

export const Where = (parts: Parts) => {
  const { t, values, errors } = parts
  const { form } = t.citizen
  return (
    <div class="field">
      <Field
        t={t}
        name="place"
        label={form.place}
        hint={form.placeHint}
        optional
        value={text(values, 'place')}
        error={errors.place}
      />
      <AreaChoice {...parts} />
    </div>
  )
}

const AreaChoice = ({ t, values, errors, country, regencies }: Parts) => {
  const f = t.citizen.filing
  const code = text(values, 'areaCode')
  const province = country.provinces.find((one) => one.code === code.slice(0, 2))
  return (
    <div
      class="area"
      data-area={code}
      data-name={text(values, 'areaName')}
      data-label={f.area}
      data-hint={f.areaType}
      data-optional={t.actions.optional}
      data-none={f.areaNone}
      data-some={f.areaSome}
    >
      <Select
        t={t}
        name="province"
        label={f.province}
        hint={f.areaHint}
        optional
        error={errors.areaCode}
        none={f.unknown}
        value={province?.code}
        options={country.provinces.map(({ code, name }) => [code, name])}
      />
      {province && (
        <Select
          t={t}
          name="areaCode"
          label={f.regency}
          value={code}
          options={[
            [province.code, f.wholeProvince(province.name)],
            ...regencies.map(({ code, name }): Option => [code, name]),
            ...(code.length > 5 ? [[code, text(values, 'areaName') || code] as const] : []),
          ]}
        />
      )}
      <p>
        <Button look="line" name="langkah" value="wilayah">
          {f.narrow}
        </Button>
      </p>
    </div>
  )
}

const details = ['happenedOn', 'class', 'oversight', 'categoryCode', 'agency', 'addresseeId'] as const

export const Details = (parts: Parts) => {
  const { t, values, errors, country, today } = parts
  const { form, filing } = t.citizen
  const open = details.some((name) => text(values, name) !== '' || errors[name] !== undefined)
  return (
    <details class="field" open={open}>
      <summary>
        <b>{filing.details}</b> <span class="opt">{filing.detailsHint}</span>
      </summary>
      <Field
        t={t}
        name="happenedOn"
        label={form.when}
        type="date"
        short
        optional
        max={dayOf(today, 'Asia/Jayapura')}
        value={text(values, 'happenedOn')}
        error={errors.happenedOn}
      />
      <Kind {...parts} />
      <Select
        t={t}
        name="categoryCode"
        label={filing.category}
        optional
        none={form.kindUnsure}
        value={text(values, 'categoryCode')}
        error={errors.categoryCode}
        options={grouped(country.categories, t)}
      />
      <Addressee {...parts} />
    </details>
  )
}

const Kind = ({ t, values, errors }: Parts) => (
  <Choices
    t={t}
    name="class"
    label={t.citizen.filing.class}
    optional
    value={text(values, 'class')}
    error={errors.class}
    choices={[
      ...classes.map((value) => ({
        value,
        label: t.kind[value].name,
        means: t.kind[value].is,
        ...(value === 'complaint' ? { below: <Oversight t={t} checked={text(values, 'oversight') === 'on'} /> } : {}),
      })),
      { value: 'unsure', label: t.citizen.form.kindUnsure },
    ]}
  />
)

const Oversight = ({ t, checked }: { t: Messages; checked: boolean }) => (
  <label class="choice">
    <input type="checkbox" name="oversight" value="on" checked={checked} />
    <span>{t.citizen.filing.oversight}</span>
  </label>
)

const Addressee = ({ t, values, errors, agencies }: Parts) => {
  const { form, filing } = t.citizen
  return (
    <>
      <Field
        t={t}
        name="agency"
        label={form.agency}
        hint={form.agencyHint}
        optional
        maxlength={100}
        value={text(values, 'agency')}
        error={errors.agency}
      />
      {agencies.length > 0 && (
        <Choices
          t={t}
          name="addresseeId"
          label={filing.agencyWhich}
          error={errors.addresseeId}
          choices={[
            ...agencies.map(({ id, name }) => ({ value: String(id), label: name })),
            { value: '0', label: filing.agencyNone },
          ]}
        />
      )}
    </>
  )
}

/** Main categories are groups that begin with themselves. */
function grouped(categories: readonly Category[], t: Messages) {
  const name = (one: Category) => (t.lang === 'en' ? one.nameEn : one.nameId)
  const option = (one: Category): Option => [one.code, name(one)]
  return categories
    .filter(({ parentCode }) => parentCode === null)
    .map((main) => ({
      group: name(main),
      options: [main, ...categories.filter(({ parentCode }) => parentCode === main.code)].map(option),
    }))
}
