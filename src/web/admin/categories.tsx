import { type Category, categories } from '../../agency/category.ts'
import { setCategory } from '../../agency/regulate.ts'
import { clean } from '../../report/input.ts'
import { Submit } from '../account/frame.tsx'
import { posted, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { Field, Select } from '../ui/field.tsx'
import { type C, change, kept, place, read, Table, why } from './place.tsx'

/** What reports may be about. Codes stay; names, order and whether something is offered are the centre's to change. */

export const categoriesPage = (c: C) => page(c)

async function page(c: C, values?: Values, errors: Record<string, string> = {}) {
  const all = await read(c, (tx) => categories(tx, true))
  const t = c.var.t.adminRules
  const asked = c.req.query('ubah')
  const editing = values ?? valuesOf(all.find((one) => one.code === asked))
  return place(c, {
    title: c.var.t.admin.sections.categories,
    section: 'categories',
    errors,
    body: (
      <>
        {staffOf(c).agencyKind === 'centre' ? <Form c={c} values={editing} errors={errors} /> : <p>{t.readOnly}</p>}
        <List c={c} all={all} />
      </>
    ),
  })
}

const valuesOf = (one: Category | undefined): Values =>
  one
    ? {
        kode: one.code,
        indonesia: one.nameId,
        inggris: one.nameEn,
        urutan: String(one.position),
        ditawarkan: one.active ? '1' : '0',
      }
    : {}

function List({ c, all }: { c: C; all: readonly Category[] }) {
  const t = c.var.t.adminRules
  return (
    <Table label={c.var.t.admin.sections.categories} heads={[t.nameId, t.nameEn, t.code, t.position, t.active]}>
      {all.map((one) => (
        <tr>
          <th scope="row">{one.parentCode && '– '}<a href={`/kelola/kategori?ubah=${one.code}`}>{one.nameId}</a></th>
          <td>{one.nameEn}</td>
          <td class="ref">{one.code}</td>
          <td class="num">{one.position}</td>
          <td>{one.active ? t.active : t.inactive}</td>
        </tr>
      ))}
    </Table>
  )
} // biome-ignore format: short elements on one line

function Form({ c, values, errors }: { c: C; values: Values; errors: Record<string, string> }) {
  const t = c.var.t.adminRules
  const value = (name: string) => text(values, name)
  return (
    <form class="card measure" method="post" action="/kelola/kategori">
      <h2>{value('kode') ? value('kode') : t.categoryNew}</h2>
      <Field t={c.var.t} name="kode" label={t.code} hint={t.codeHint} value={value('kode')} error={errors.kode} />
      <Field t={c.var.t} name="indonesia" label={t.nameId} value={value('indonesia')} error={errors.indonesia} />
      <Field t={c.var.t} name="inggris" label={t.nameEn} value={value('inggris')} error={errors.inggris} />
      <Field t={c.var.t} name="urutan" type="number" min="0" max="9999" label={t.position} value={value('urutan') || '0'} />
      <Select t={c.var.t} name="ditawarkan" label={t.active} value={value('ditawarkan') || '1'} options={[['1', t.active], ['0', t.inactive]]} />
      <Submit>{c.var.t.admin.save}</Submit>
    </form>
  )
} // biome-ignore format: short elements on one line

export async function categoryAct(c: C) {
  const values = await posted(c)
  const word = (name: string) => clean(text(values, name), 100)
  const code = word('kode').toLowerCase()
  const [nameId, nameEn, position] = [word('indonesia'), word('inggris'), Number(text(values, 'urutan'))]
  if (nameId === '') return page(c, values, { indonesia: why(c, 'name') })
  if (nameEn === '') return page(c, values, { inggris: why(c, 'name') })
  const category: Category = {
    code,
    parentCode: code.includes('.') ? (code.split('.')[0] ?? null) : null,
    nameId,
    nameEn,
    position: Number.isInteger(position) && position >= 0 && position <= 9999 ? position : 0,
    active: text(values, 'ditawarkan') !== '0',
  }
  const done = await change(c, (tx, now) => setCategory(tx, staffOf(c).path, category, now))
  const field = done.ok || done.refusal === 'not-yours' ? 'form' : 'kode'
  return done.ok ? kept(c, '/kelola/kategori') : page(c, values, { [field]: why(c, done.refusal) })
}
