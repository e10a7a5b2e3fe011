import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../../app.ts'
import { withActor } from '../../db/actor.ts'
import { deviceName } from '../../person/device.ts'
import { actorOf } from '../../person/may.ts'
import { tellNewDevice } from '../../person/own.ts'
import { sign, verify } from '../../person/seal.ts'
import { newToken } from '../../person/secret/token.ts'
import { signOut } from '../../person/session.ts'
import { signIn } from '../../person/sign-in.ts'
import { addressOf } from '../address.ts'
import { posted, text } from '../form.ts'
import { dropSession, keepSession, sessionToken } from '../session.ts'
import { Field } from '../ui/field.tsx'
import { Note } from '../ui/note.tsx'
import { Submit, show } from './frame.tsx'
import { homeOf } from './home.ts'

/** The door of staff. */

const desk = '/meja'
/** A path of ours, or the desk: nobody is sent elsewhere. */
export const inside = (path: string) =>
  /^\/(?![/\\])[\w\-./?=&%+]*$/.test(path) && !path.startsWith('/masuk') ? path : desk

type Given = { username: string; to: string; refusal?: 'no-match' | 'too-many' | 'busy' | undefined; kept?: boolean }

function page(c: Context<AppEnv>, { username, to, refusal, kept }: Given) {
  const t = c.var.t.account
  const words = refusal && { 'no-match': t.noMatch, 'too-many': t.tooMany, busy: t.busy }[refusal]
  const status = refusal && ({ 'no-match': 401, 'too-many': 429, busy: 503 } as const)[refusal]
  return show(c, {
    title: t.signInTitle,
    status: status ?? 200,
    body: (
      <div class="measure">
        <div class="head">
          <h1>{t.signInTitle}</h1>
          <p class="hint">{t.signInHint}</p>
        </div>
        {kept && <Note icon="info"><p>{t.passwordKept}</p></Note>}
        {words && <div class="sum" role="alert"><p>{words}</p></div>}
        <form method="post" action="/masuk">
          <input type="hidden" name="ke" value={to} />
          <Field t={c.var.t} name="username" label={t.username} value={username} autocomplete="username" />
          <Field t={c.var.t} name="password" label={t.password} type="password" autocomplete="current-password" />
          <Submit>{t.signIn}</Submit>
          <p class="field">
            <a href="/sandi/lupa">{t.forgot}</a>
          </p>
        </form>
      </div>
    ),
  })
} // biome-ignore format: short elements on one line

export function signInPage(c: Context<AppEnv>) {
  const to = inside(c.req.query('ke') ?? desk)
  if (c.var.staff) return c.redirect(to === desk ? homeOf(c.var.staff) : to, 303)
  return page(c, { username: '', to, kept: c.req.query('tersimpan') === '1' })
}

export async function signInAct(c: Context<AppEnv>) {
  const values = await posted(c)
  const { db, keys, now } = c.var.deps
  const known = knownDevice(c)
  const username = text(values, 'username')
  const to = inside(text(values, 'ke'))
  const done = await signIn(
    db,
    keys,
    {
      username,
      password: text(values, 'password'),
      device: deviceName(c.req.header('user-agent')),
      address: addressOf(c),
      known,
      former: sessionToken(c),
    },
    now(),
  )
  if (!done.ok) return page(c, { username, to, refusal: done.refusal })
  if (done.before && !known) {
    await withActor(db, actorOf(done.staff), (tx) => tellNewDevice(tx, keys, done.staff, now()))
  }
  keepSession(c, done.token)
  rememberDevice(c, done.staff.personId)
  return c.redirect(done.staff.mustChange ? '/akun/sandi' : to === desk ? homeOf(done.staff) : to, 303)
}

export async function signOutAct(c: Context<AppEnv>) {
  await signOut(c.var.deps.db, sessionToken(c))
  dropSession(c)
  return c.redirect('/masuk', 303)
}

const year = 365 * 24 * 3600
const cookieName = (c: Context<AppEnv>) => (secure(c) ? '__Host-perangkat' : 'perangkat')
const secure = (c: Context<AppEnv>) => c.var.deps.site.publicUrl.startsWith('https:')

/** A device on which somebody has signed in keeps its own count of tries. */
function rememberDevice(c: Context<AppEnv>, accountId: number): void {
  const { keys, now } = c.var.deps
  const statement = sign(keys.cookie, `d${accountId}-${newToken()}`, new Date(now().getTime() + year * 1000))
  setCookie(c, cookieName(c), statement, {
    httpOnly: true,
    secure: secure(c),
    path: '/',
    sameSite: 'Strict',
    maxAge: year,
  })
}

function knownDevice(c: Context<AppEnv>) {
  const payload = verify(c.var.deps.keys.cookie, getCookie(c, cookieName(c)) ?? '', c.var.deps.now())
  const [, id, device] = /^d(\d+)-(.+)$/.exec(payload ?? '') ?? []
  return id && device ? { accountId: Number(id), device } : undefined
}
