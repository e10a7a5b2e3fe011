import type { Context } from 'hono'
import type { AppEnv } from '../../app.ts'
import { withActor } from '../../db/actor.ts'
import { askReset, type LinkRefusal, passwordByLink } from '../../person/own.ts'
import { holderOf } from '../../person/secret/pass.ts'
import { Busy } from '../../person/secret/queue.ts'
import { addressOf } from '../address.ts'
import { posted, text } from '../form.ts'
import { Field } from '../ui/field.tsx'
import { Submit, show } from './frame.tsx'
import { NewPassword } from './new-password.tsx'

/** A way back in by e-mail, and the page that a link of an e-mail opens. Looking at a page uses nothing up. */

export function forgotPage(c: Context<AppEnv>) {
  const t = c.var.t.account
  return show(c, {
    title: t.forgotTitle,
    body: (
      <div class="measure">
        <div class="head">
          <h1>{t.forgotTitle}</h1>
          <p class="hint">{t.forgotHint}</p>
        </div>
        <form method="post" action="/sandi/lupa">
          <Field t={c.var.t} name="nama" label={t.nameOrEmail} autocomplete="username" />
          <Submit>{t.ask}</Submit>
        </form>
      </div>
    ),
  })
}

/** One answer, whoever is asked for. */
export async function forgotAct(c: Context<AppEnv>) {
  const { db, keys, now } = c.var.deps
  await askReset(db, keys, { name: text(await posted(c), 'nama'), address: addressOf(c) }, now())
  const t = c.var.t.account
  return show(c, {
    title: t.askedTitle,
    body: (
      <div class="measure head">
        <h1>{t.askedTitle}</h1>
        <p>{t.asked}</p>
        <p><a href="/masuk">{t.signIn}</a></p>
      </div>
    ),
  })
} // biome-ignore format: short elements on one line

type Held = { token: string; username: string }

function choosePage(c: Context<AppEnv>, { token, username }: Held, refusal?: LinkRefusal | 'password-again' | 'busy') {
  const t = c.var.t.account
  c.header('Referrer-Policy', 'no-referrer')
  const words = refusal === 'busy' ? t.busy : refusal && refusal !== 'link-dead' ? t.errors[refusal] : undefined
  const field = refusal === 'password-again' ? 'ulang' : refusal === 'too-many' || refusal === 'busy' ? 'form' : 'baru'
  const errors: Record<string, string> = words ? { [field]: words } : {}
  return show(c, {
    title: t.chooseTitle,
    status: refusal === 'too-many' ? 429 : refusal === 'busy' ? 503 : words ? 422 : 200,
    body: (
      <NewPassword t={c.var.t} errors={errors} username={username} action="/sandi/atur" hint={t.chooseFor(username)}>
        <input type="hidden" name="t" value={token} />
      </NewPassword>
    ),
  })
} // biome-ignore format: short elements on one line

function deadPage(c: Context<AppEnv>) {
  const t = c.var.t.account
  c.header('Referrer-Policy', 'no-referrer')
  return show(c, {
    title: t.chooseTitle,
    status: 410,
    body: (
      <div class="measure head">
        <h1>{t.linkDead}</h1>
        <p><a class="btn" href="/sandi/lupa">{t.linkNew}</a></p>
      </div>
    ),
  })
} // biome-ignore format: short elements on one line

export async function linkPage(c: Context<AppEnv>) {
  const { db, now } = c.var.deps
  const [token = '', more] = c.req.queries('t') ?? []
  const holder = more === undefined && (await withActor(db, { kind: 'door' }, (tx) => holderOf(tx, token, now())))
  return holder ? choosePage(c, { token, username: holder.username }) : deadPage(c)
}

export async function linkAct(c: Context<AppEnv>) {
  const { db, keys, now } = c.var.deps
  const { t: token, baru: chosen = '', ulang: again = '' } = await posted(c)
  const holder = await withActor(db, { kind: 'door' }, (tx) => holderOf(tx, token, now()))
  if (!holder || typeof token !== 'string') return deadPage(c)
  const held = { token, username: holder.username }
  if (chosen !== again || typeof chosen !== 'string') return choosePage(c, held, 'password-again')
  try {
    const done = await passwordByLink(db, keys, { token, chosen, address: addressOf(c) }, now())
    if (done.ok) return c.redirect('/masuk?tersimpan=1', 303)
    return done.refusal === 'link-dead' ? deadPage(c) : choosePage(c, held, done.refusal)
  } catch (reason) {
    if (reason instanceof Busy) return choosePage(c, held, 'busy')
    throw reason
  }
}
