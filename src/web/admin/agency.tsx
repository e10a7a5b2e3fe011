import { createAgency, deactivateAgency, renameAgency } from '../../agency/administer.ts'
import { type Agency, agencyById, ancestorsOf, findAgencies, kinds } from '../../agency/agency.ts'
import { agencyPage, type Below, pageBelow } from '../../agency/below.ts'
import { clean } from '../../report/input.ts'
import { Submit } from '../account/frame.tsx'
import { trouble } from '../errors.tsx'
import { posted, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { Pager } from '../ui/desk.tsx'
import { Field, Select, TextArea } from '../ui/field.tsx'
import { type C, change, idOf, kept, nextPage, place, read, Search, Table, why } from './place.tsx'

/** Agencies of the own branch: search, one agency with what is below it, and changing it. */

type Shown = { agency: Agency; above: Agency[]; below: Below[] }
type Problem = { errors: Record<string, string>; values: Values; form: 'rename' | 'create' }

export async function agencySearchPage(c: C) {
  const search = clean(c.req.query('cari') ?? '', 100)
  const { agencyId, path } = staffOf(c)
  if (search === '') return agencyPageOf(c, agencyId)
  const found = await read(c, (tx) => findAgencies(tx, search, agencyPage, path))
  const t = c.var.t.admin
  return place(c, {
    title: t.sections.agencies,
    section: 'agencies',
    body: (
      <>
        <Search c={c} path="/kelola/instansi" label={t.agency.searchHint} value={search} />
        {found.length === 0 ? <p>{t.nothing}</p> : <List c={c} agencies={found} />}
      </>
    ),
  })
}

export async function agencyShowPage(c: C) {
  const id = idOf(c)
  return id === undefined ? trouble(c, 404) : agencyPageOf(c, id)
}

async function agencyPageOf(c: C, id: number, problem?: Problem) {
  const { path } = staffOf(c)
  const after = clean(c.req.query('setelah') ?? '', 200)
  const shown = await read(c, async (tx): Promise<Shown | undefined> => {
    const agency = await agencyById(tx, id)
    if (!agency?.path.startsWith(path)) return undefined
    const above = (await ancestorsOf(tx, agency.path)).filter((one) => one.path.startsWith(path))
    return { agency, above, below: await pageBelow(tx, id, after) }
  })
  if (!shown) return trouble(c, 404)
  const t = c.var.t.admin
  const { agency, above, below } = shown
  const own = `/kelola/instansi/${agency.id}`
  return place(c, {
    title: agency.name,
    section: 'agencies',
    ...(problem ? { errors: problem.errors } : {}),
    body: (
      <>
        {above.length > 0 && <p class="row">{above.map((one) => <a href={`/kelola/instansi/${one.id}`}>{one.shortName} ›</a>)}</p>}
        <p>
          {t.agency.kinds[agency.kind]} · {agency.shortName} · <span class="ref">{agency.id}</span>
          {!agency.active && <b> · {t.agency.closed}</b>}
        </p>
        <p class="row">
          <a class="btn line" href={`/kelola/akun?instansi=${agency.id}`}>{t.agency.accounts}</a>
          {agency.active && <a class="btn line" href={`/kelola/akun/baru?instansi=${agency.id}`}>{t.agency.newAccount}</a>}
        </p>
        <h2>{t.agency.below}</h2>
        <Search c={c} path="/kelola/instansi" label={t.agency.searchHint} value="" />
        {below.length === 0 ? <p>{t.agency.noneBelow}</p> : <List c={c} agencies={below.slice(0, agencyPage)} />}
        {below.length > agencyPage && <Pager t={c.var.t} next={nextPage(own, { setelah: below[agencyPage - 1]?.name })} />}
        <Forms c={c} agency={agency} problem={problem} />
      </>
    ),
  })
} // biome-ignore format: short elements on one line

function List({ c, agencies }: { c: C; agencies: readonly (Agency & { children?: number })[] }) {
  const t = c.var.t.admin.agency
  return (
    <Table label={t.below} heads={[t.name, t.kind, t.coordinates, t.status]}>
      {agencies.map((one) => (
        <tr>
          <th scope="row"><a href={`/kelola/instansi/${one.id}`}>{one.name}</a></th>
          <td>{t.kinds[one.kind]}</td>
          <td class="num">{one.children || '–'}</td>
          <td>{one.active ? t.open : t.closed}</td>
        </tr>
      ))}
    </Table>
  )
} // biome-ignore format: short elements on one line

function Forms({ c, agency, problem }: { c: C; agency: Agency; problem: Problem | undefined }) {
  const t = c.var.t.admin.agency
  const own = `/kelola/instansi/${agency.id}`
  const now = problem?.form === 'rename' ? problem : undefined
  const next = problem?.form === 'create' ? problem : undefined
  const value = (from: Problem | undefined, name: string, otherwise = '') => (from ? text(from.values, name) : otherwise)
  if (!agency.active) return null
  return (
    <>
      <details class="card" open={now !== undefined}>
        <summary>{t.rename}</summary>
        <form method="post" action={own}>
          <Field t={c.var.t} name="nama" label={t.name} value={value(now, 'nama', agency.name)} error={now?.errors.nama} />
          <Field t={c.var.t} name="singkatan" label={t.shortName} hint={t.shortHint} value={value(now, 'singkatan', agency.shortName)} error={now?.errors.singkatan} />
          <TextArea t={c.var.t} name="tugas" label={t.tasks} hint={t.tasksHint} value={value(now, 'tugas', agency.tasks)} />
          <Submit look="calm">{c.var.t.admin.save}</Submit>
        </form>
      </details>
      <details class="card" open={next !== undefined}>
        <summary>{t.create}</summary>
        <form method="post" action={`${own}/bawahan`}>
          <Field t={c.var.t} name="nama-baru" label={t.name} value={value(next, 'nama-baru')} error={next?.errors['nama-baru']} />
          <Field t={c.var.t} name="singkatan-baru" label={t.shortName} hint={t.shortHint} value={value(next, 'singkatan-baru')} error={next?.errors['singkatan-baru']} />
          <Select t={c.var.t} name="jenis" label={t.kind} value={value(next, 'jenis', 'unit')} options={kinds.filter((kind) => kind !== 'centre').map((kind) => [kind, t.kinds[kind]] as const)} />
          <Field t={c.var.t} name="wilayah" label={t.area} hint={t.areaHint} value={value(next, 'wilayah', agency.areaCode ?? '')} error={next?.errors.wilayah} />
          <TextArea t={c.var.t} name="tugas-baru" label={t.tasks} hint={t.tasksHint} value={value(next, 'tugas-baru')} />
          <Submit look="calm">{t.create}</Submit>
        </form>
      </details>
      {agency.id !== staffOf(c).agencyId && (
        <form class="card" method="post" action={`${own}/tutup`}>
          <h2>{t.close}</h2>
          <p class="hint">{t.closeHint}</p>
          <p><button type="submit" class="btn line">{t.close}</button></p>
        </form>
      )}
    </>
  )
} // biome-ignore format: short elements on one line

const words = (values: Values, name: string, most: number) => clean(text(values, name), most)
const fieldOf: Readonly<Record<string, string>> = {
  name: 'nama',
  taken: 'nama',
  'short-name': 'singkatan',
  'no-such-area': 'wilayah',
}

export async function agencyRenameAct(c: C) {
  const id = idOf(c)
  if (id === undefined) return trouble(c, 404)
  const values = await posted(c)
  const names = {
    name: words(values, 'nama', 300),
    shortName: words(values, 'singkatan', 100),
    tasks: words(values, 'tugas', 2000),
  }
  const done = await change(c, (tx, now) => renameAgency(tx, staffOf(c).path, id, names, now))
  if (done.ok) return kept(c, `/kelola/instansi/${id}`)
  const errors = { [fieldOf[done.refusal] ?? 'form']: why(c, done.refusal) }
  return agencyPageOf(c, id, { errors, values, form: 'rename' })
}

export async function agencyCreateAct(c: C) {
  const parentId = idOf(c)
  if (parentId === undefined) return trouble(c, 404)
  const values = await posted(c)
  const kind = kinds.find((one) => one !== 'centre' && one === text(values, 'jenis')) ?? 'unit'
  const input = {
    parentId,
    kind: kind === 'centre' ? ('unit' as const) : kind,
    name: words(values, 'nama-baru', 300),
    shortName: words(values, 'singkatan-baru', 100),
    areaCode: words(values, 'wilayah', 20) || null,
    zone: null,
    tasks: words(values, 'tugas-baru', 2000),
  }
  const done = await change(c, (tx, now) => createAgency(tx, staffOf(c).path, input, now))
  if (done.ok) return kept(c, `/kelola/instansi/${done.id}`)
  const field = fieldOf[done.refusal]
  const errors = {
    [field === undefined ? 'form' : field === 'wilayah' ? field : `${field}-baru`]: why(c, done.refusal),
  }
  return agencyPageOf(c, parentId, { errors, values, form: 'create' })
}

export async function agencyCloseAct(c: C) {
  const id = idOf(c)
  if (id === undefined) return trouble(c, 404)
  const done = await change(c, (tx, now) => deactivateAgency(tx, staffOf(c).path, id, now))
  if (done.ok) return kept(c, `/kelola/instansi/${id}`)
  return agencyPageOf(c, id, { errors: { form: why(c, done.refusal) }, values: {}, form: 'rename' })
}
