import { agencyById } from '../../agency/agency.ts'
import { type NewAccount, normalUsername, wrongFields } from '../../person/grant.ts'
import { issueAccount } from '../../person/issue.ts'
import { type Role, roles } from '../../person/may.ts'
import { agencyResolver } from '../../person/table/resolve.ts'
import { clean } from '../../report/input.ts'
import { Submit } from '../account/frame.tsx'
import { posted, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { Choices } from '../ui/choices.tsx'
import { Field, Select } from '../ui/field.tsx'
import { type C, change, kept, place, read, why } from './place.tsx'
import { slipsPage } from './slips.tsx'

/** Issuing one account. */

const fieldOf: Readonly<Record<string, string>> = {
  'agency-unknown': 'instansi',
  'agency-ambiguous': 'instansi',
  'agency-closed': 'instansi',
  name: 'nama',
  username: 'pengguna',
  'username-taken': 'pengguna',
  email: 'email',
  'email-missing': 'email',
  roles: 'peran',
  'role-arbiter': 'peran',
}

/** Roles that may be given at all by this administrator: only the centre has arbiters. */
export const givable = (c: C): readonly Role[] =>
  staffOf(c).agencyKind === 'centre' ? roles : roles.filter((role) => role !== 'arbiter')

export const roleChoices = (c: C) =>
  givable(c).map((role) => ({ value: role, label: c.var.t.role[role].name, means: c.var.t.role[role].is }))

export const chosenRoles = (values: Values): Role[] => {
  const chosen = [values.peran ?? []].flat()
  return chosen.filter((one): one is Role => (roles as readonly string[]).includes(one))
}

export async function accountNewPage(c: C) {
  const asked = c.req.query('instansi') ?? ''
  const id = /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : staffOf(c).agencyId
  const agency = await read(c, (tx) => agencyById(tx, id))
  const inside = agency?.path.startsWith(staffOf(c).path) ? agency : undefined
  return page(c, { instansi: inside?.name ?? staffOf(c).agencyName, masuk: 'invitation' })
}

function page(c: C, values: Values, errors: Record<string, string> = {}) {
  const t = c.var.t.admin.account
  const field = (name: string) => ({ t: c.var.t, name, value: text(values, name), error: errors[name] })
  return place(c, {
    title: t.new,
    section: 'accounts',
    errors,
    body: (
      <form class="measure" method="post" action="/kelola/akun">
        <Field {...field('instansi')} label={t.agency} hint={t.agencyHint} />
        <Field {...field('nama')} label={t.name} />
        <Field {...field('pengguna')} label={t.username} hint={t.usernameHint} />
        <Field {...field('email')} type="email" label={t.email} hint={t.emailHint} />
        <Choices t={c.var.t} name="peran" many two label={t.roles} choices={roleChoices(c)} value={chosenRoles(values)} error={errors.peran} />
        <FirstEntry c={c} values={values} />
        <Select {...field('bahasa')} label={t.language} value={text(values, 'bahasa') || 'id'} options={[['id', c.var.t.account.indonesian], ['en', c.var.t.account.english]]} />
        <Submit>{t.issue}</Submit>
      </form>
    ),
  })
} // biome-ignore format: short elements on one line

const FirstEntry = ({ c, values }: { c: C; values: Values }) => {
  const t = c.var.t.admin.account
  return (
    <Choices
      t={c.var.t}
      name="masuk"
      two
      label={t.entry}
      value={text(values, 'masuk') === 'slip' ? 'slip' : 'invitation'}
      choices={[
        { value: 'invitation', label: t.invitation, means: t.invitationHint },
        { value: 'slip', label: t.slip, means: t.slipHint },
      ]}
    />
  )
}

function asked(values: Values, agencyId: number): NewAccount {
  return {
    agencyId,
    username: normalUsername(text(values, 'pengguna').slice(0, 200)),
    name: clean(text(values, 'nama')),
    email: clean(text(values, 'email')) || null,
    roles: chosenRoles(values),
    language: text(values, 'bahasa') === 'en' ? 'en' : 'id',
    entry: text(values, 'masuk') === 'slip' ? 'slip' : 'invitation',
  }
}

const errorsOf = (c: C, refusals: readonly string[]) =>
  Object.fromEntries(refusals.map((refusal) => [fieldOf[refusal] ?? 'form', why(c, refusal)]))

export async function accountNewAct(c: C) {
  const values = await posted(c)
  const staff = staffOf(c)
  const made = await change(c, async (tx, now) => {
    const agencyId = (await agencyResolver(tx, staff.path)).find(clean(text(values, 'instansi')))
    const known = typeof agencyId === 'number' ? agencyId : 0
    const wrong = wrongFields(asked(values, known), (await agencyById(tx, known)) ?? { kind: 'centre' })
    if (typeof agencyId === 'string') return { ok: false as const, refusal: agencyId, others: wrong }
    const issued = await issueAccount(tx, c.var.deps.keys, staff, asked(values, agencyId), now)
    return issued.ok ? issued : { ...issued, others: wrong }
  })
  if (!made.ok) return page(c, values, errorsOf(c, [made.refusal, ...made.others]))
  const { account } = made
  if (account.code === null) return kept(c, `/kelola/akun/${account.accountId}`)
  return slipsPage(c, [{ ...account, code: account.code }])
}
