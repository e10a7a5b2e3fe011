import { type Asked, ask, choose, type Joining, prove, remove } from '../../contact/join.ts'
import { readProof } from '../../contact/proof.ts'
import { contactsOf } from '../../contact/read.ts'
import { readReach } from '../../contact/way.ts'
import { withActor } from '../../db/actor.ts'
import { readReference } from '../../report/reference.ts'
import { addressOf } from '../address.ts'
import { posted, text, type Values } from '../form.ts'
import { ownReference } from '../reporter/acts.ts'
import { closed } from '../reporter/door.tsx'
import { type C, self } from '../reporter/self.ts'
import { letterOf } from '../session.ts'
import { contactsPageFor } from './page.tsx'

/** What a reporter does about their contacts: asks for a code, writes it down, chooses, takes away. */

type Told = Parameters<typeof contactsPageFor>[2]
type Done = 'proved' | 'chosen' | 'removed' | 'asked' | 'leaving'
type Act = (c: C, joining: Joining, values: Values) => Promise<Done | Told>

const act = (work: Act) => async (c: C) => {
  const me = await self(c, readReference(c.req.param('ref') ?? ''))
  if (!me || !(await ownReference(c, me))) return closed(c)
  const { db, keys, now, wake } = c.var.deps
  const told = await work(c, { db, keys, me, now: now() }, await posted(c))
  if (typeof told !== 'string') return contactsPageFor(c, me, told)
  wake()
  const place = `/laporan/${c.req.param('ref')}/kontak`
  return c.redirect(told === 'asked' ? `${place}#kode` : `${place}?tersimpan=${told}`, 303)
}

/** Which of their contacts: a number, or the one that was given when filing. */
function which(values: Values): number | null | undefined {
  const said = text(values, 'yang')
  if (said === 'awal') return null
  return /^[1-9]\d{0,14}$/.test(said) ? Number(said) : undefined
}

const reachOf = ({ db, keys, me, now }: Joining, id: number | null) =>
  withActor(db, me.actor, async (tx) => {
    const { list } = await contactsOf(tx, keys, me.reporterId, now)
    return list.find((one) => one.id === id)?.reach
  })

const refused: Readonly<Record<Exclude<Asked, 'sent'>, readonly ['own' | 'often' | 'most', 409 | 429]>> = {
  own: ['own', 409],
  often: ['often', 429],
  many: ['most', 409],
}

export const askAct = act(async (c, joining, values) => {
  const t = c.var.t.citizen.contacts
  const typed = text(values, 'kontak').slice(0, 300)
  const id = which(values)
  const reach = id === undefined ? readReach(typed) : await reachOf(joining, id)
  if (!reach) return { typed, errors: { kontak: t.noReach }, status: 422 }
  const asked = await ask(joining, reach, { language: c.var.lang, address: addressOf(c) })
  if (asked === 'sent') return 'asked'
  const [words, status] = refused[asked]
  return { typed, errors: { kontak: t[words] }, status }
})

export const proveAct = act(async (c, joining, values) => {
  const t = c.var.t.citizen.contacts
  const code = readProof(text(values, 'kode').slice(0, 40))
  if (!code) return { errors: { kode: t.noCode }, status: 422 }
  const proved = await prove(joining, code)
  if (proved === 'proved' || proved === 'removed') return proved
  if (proved === 'last') return { problem: t.lastOne, status: 409 }
  return { errors: proved === 'wrong' ? { kode: t.wrong } : {}, status: proved === 'wrong' ? 422 : 409 }
})

export const chooseAct = act(async (c, joining, values) => {
  const id = which(values)
  const chosen = id === undefined ? 'none' : await choose(joining, id)
  if (chosen === 'chosen') return chosen
  return chosen === 'often' ? { problem: c.var.t.citizen.contacts.choseOften, status: 429 } : { status: 404 }
})

export const removeAct = act(async (c, joining, values) => {
  const id = which(values)
  const byLetter = letterOf(c, joining.me.reporterId) !== undefined
  const asking = { language: c.var.lang, address: addressOf(c), byLetter }
  const removed = id === undefined ? 'none' : await remove(joining, id, asking)
  if (removed === 'waits') return 'leaving'
  if (removed === 'removed') return removed
  return removed === 'last' ? { problem: c.var.t.citizen.contacts.lastOne, status: 409 } : { status: 404 }
})
