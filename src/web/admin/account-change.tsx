import type { Tx } from '../../db/database.ts'
import { disableAccount, enableAccount, handOver, moveAccount, setRoles } from '../../person/manage/change.ts'
import { editAccount, inviteAgain, newSlip } from '../../person/manage/details.ts'
import { agencyResolver } from '../../person/table/resolve.ts'
import { clean } from '../../report/input.ts'
import { trouble } from '../errors.tsx'
import { posted, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { accountShowPage } from './account.tsx'
import { chosenRoles } from './account-new.tsx'
import { type C, change, idOf, kept, why } from './place.tsx'
import { slipsPage } from './slips.tsx'

/** What is done about one account. */

type Outcome = { ok: true } | { ok: false; refusal: string }
type Act = (tx: Tx, id: number, values: Values, now: Date, c: C) => Promise<Outcome>

const fieldOf: Readonly<Record<string, string>> = {
  name: 'nama',
  email: 'email',
  'email-missing': 'email',
  roles: 'peran',
  'role-arbiter': 'peran',
  'agency-unknown': 'instansi',
  'agency-ambiguous': 'instansi',
}

/** Does it and shows the account again; a refusal stands beside its field. */
const act = (work: Act) => async (c: C) => {
  const id = idOf(c)
  if (id === undefined) return trouble(c, 404)
  const values = await posted(c)
  const done = await change(c, (tx, now) => work(tx, id, values, now, c))
  if (done.ok) return kept(c, `/kelola/akun/${id}`)
  if (done.refusal === 'not-found') return trouble(c, 404)
  return accountShowPage(c, { field: fieldOf[done.refusal] ?? 'form', words: why(c, done.refusal) })
}

function heirOf(values: Values): { heirId?: number } {
  const typed = text(values, 'waris')
  return /^[1-9]\d{0,14}$/.test(typed) ? { heirId: Number(typed) } : {}
}

export const detailsAct = act((tx, id, values, now, c) => {
  const name = clean(text(values, 'nama'))
  const email = clean(text(values, 'email')) || null
  const language = text(values, 'bahasa') === 'en' ? 'en' : 'id'
  return editAccount(tx, staffOf(c), id, { name, email, language }, now)
})

export const rolesAct = act((tx, id, values, now, c) =>
  setRoles(tx, staffOf(c), id, { roles: chosenRoles(values), ...heirOf(values) }, now),
)

export const moveAct = act(async (tx, id, values, now, c) => {
  const agencyId = (await agencyResolver(tx, staffOf(c).path)).find(clean(text(values, 'instansi')))
  if (typeof agencyId === 'string') return { ok: false, refusal: agencyId }
  return moveAccount(tx, staffOf(c), id, { agencyId, ...heirOf(values) }, now)
})

export const disableAct = act((tx, id, values, now, c) => disableAccount(tx, staffOf(c), id, heirOf(values), now))
export const enableAct = act((tx, id, _, now, c) => enableAccount(tx, staffOf(c), id, now))
export const inviteAct = act((tx, id, _, now, c) => inviteAgain(tx, c.var.deps.keys, staffOf(c), id, now))

export const handOverAct = act((tx, id, values, now, c) => {
  const { heirId } = heirOf(values)
  return heirId === undefined
    ? Promise.resolve({ ok: false, refusal: 'open-work' })
    : handOver(tx, staffOf(c), id, heirId, now)
})

export async function slipAct(c: C) {
  const id = idOf(c)
  const made = id === undefined ? undefined : await change(c, (tx, now) => newSlip(tx, staffOf(c), id, now))
  if (!made?.ok)
    return made?.refusal === 'own-account'
      ? accountShowPage(c, { field: 'form', words: why(c, made.refusal) })
      : trouble(c, 404)
  const { name, roles, agencyName, username } = made.account
  return slipsPage(c, [{ name, roles, agencyName, username, code: made.pass.secret, until: made.pass.until }])
}
