import { provesPassword } from '../../../person/own.ts'
import { Busy } from '../../../person/secret/queue.ts'
import { signPlan } from '../../../supervision/plan/sign.ts'
import { idOf } from '../../admin/place.tsx'
import type { C } from '../../desk/frame.tsx'
import { trouble } from '../../errors.tsx'
import { posted, text } from '../../form.ts'
import { staffOf } from '../../session.ts'
import { change, root, why } from './place.tsx'
import { renderPlan } from './show.tsx'

/** Signing a plan: the password once more, and only what was seen. */

async function proved(c: C, typed: string) {
  const { db, keys, now } = c.var.deps
  try {
    return await provesPassword(db, keys, staffOf(c).personId, typed, now())
  } catch (reason) {
    if (reason instanceof Busy) return 'busy'
    throw reason
  }
}

export async function signAct(c: C) {
  const id = idOf(c)
  if (id === undefined) return trouble(c, 404)
  const values = await posted(c)
  const { noMatch, tooMany, busy } = c.var.t.plans
  const proof = await proved(c, text(values, 'sandi'))
  if (proof === 'no-match') return renderPlan(c, { errors: { sandi: noMatch }, status: 422 })
  if (proof !== 'proved') return renderPlan(c, { errors: { sandi: proof === 'busy' ? busy : tooMany }, status: 429 })
  const signed = await change(c, (tx, now) => signPlan(tx, staffOf(c), id, text(values, 'dilihat'), now))
  if (!signed.ok && signed.refusal === 'not-found') return trouble(c, 404)
  if (!signed.ok) return renderPlan(c, { errors: { form: why(c, signed.refusal) }, status: 409 })
  c.var.deps.wake()
  return c.redirect(`${root}/${id}`, 303)
}
