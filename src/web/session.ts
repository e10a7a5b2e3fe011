import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../app.ts'
import type { Staff } from '../person/may.ts'
import { sign, verify } from '../person/seal.ts'
import { staffBySession } from '../person/session.ts'

/** Cookies of those who are known: staff by a session in the database, a reporter by a signed statement that expires. */

const secure = (c: Context<AppEnv>) => c.var.deps.site.publicUrl.startsWith('https:')
const nameOf = (c: Context<AppEnv>, name: string) => (secure(c) ? `__Host-${name}` : name)
const options = (c: Context<AppEnv>) => ({ httpOnly: true, secure: secure(c), path: '/', sameSite: 'Lax' as const })
/** What staff may do is asked for from our own pages alone. A reporter comes by the link of a letter. */
const strict = (c: Context<AppEnv>) => ({ ...options(c), sameSite: 'Strict' as const })

export function keepSession(c: Context<AppEnv>, token: string): void {
  setCookie(c, nameOf(c, 'sesi'), token, strict(c))
}

export const sessionToken = (c: Context<AppEnv>) => getCookie(c, nameOf(c, 'sesi'))
export const dropSession = (c: Context<AppEnv>) => void deleteCookie(c, nameOf(c, 'sesi'), strict(c))

/** Finds out who is signed in. A page that nobody signs in for costs no query. */
export const signedIn: MiddlewareHandler<AppEnv> = async (c, next) => {
  const token = sessionToken(c)
  const { db, now } = c.var.deps
  c.set('staff', token ? await staffBySession(db, token, now()) : undefined)
  await next()
}

/** Pages of staff: who is not signed in goes to the door, who has a password from a slip chooses an own one first. */
export const staffOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { staff } = c.var
  if (!staff && fromOutside(c)) return onceMore(c)
  if (!staff) return c.redirect(`/masuk?ke=${encodeURIComponent(c.req.path)}`, 303)
  if (staff.mustChange && c.req.path !== '/akun/sandi') return c.redirect('/akun/sandi', 303)
  await next()
}

/** A link in a letter brings no session along; the same address asked for by a page of ours does. */
const fromOutside = (c: Context<AppEnv>) =>
  c.req.method === 'GET' &&
  c.req.header('sec-fetch-site') === 'cross-site' &&
  c.req.header('sec-fetch-mode') === 'navigate'

function onceMore(c: Context<AppEnv>) {
  const { pathname, search } = new URL(c.req.url)
  c.header('Refresh', `0; url=${pathname}${search}`)
  return c.html(
    `<!doctype html><html lang="${c.var.lang}"><title>${c.var.t.brand.name}</title><a href="${pathname.replaceAll('"', '%22')}">${c.var.t.brand.name}</a></html>`,
  )
}

/** The signed-in person of a page behind `staffOnly`. */
export function staffOf(c: Context<AppEnv>): Staff {
  if (!c.var.staff) throw new Error('a page of staff without staffOnly')
  return c.var.staff
}

const hours = 3_600_000

/** Opens the reporter's page for this browser for two hours. `byLetter`: with the link of a letter to what was given when filing. */
export function keepReporter(c: Context<AppEnv>, reporterId: number, byLetter = false): void {
  const { keys, now } = c.var.deps
  const expires = new Date(now().getTime() + 2 * hours)
  const statement = sign(keys.cookie, `${byLetter ? 'l' : 'p'}${reporterId}`, expires)
  setCookie(c, nameOf(c, 'pelapor'), statement, { ...options(c), maxAge: 2 * 3600 })
}

const reporterIn = (c: Context<AppEnv>) => {
  const { keys, now } = c.var.deps
  return /^([pl])(\d{1,15})$/.exec(verify(keys.cookie, getCookie(c, nameOf(c, 'pelapor')) ?? '', now()) ?? '') ?? []
}
export function reporterOf(c: Context<AppEnv>): number | undefined {
  const [, , id] = reporterIn(c)
  return id === undefined ? undefined : Number(id)
}
export const cameByLetter = (c: Context<AppEnv>): boolean => reporterIn(c)[1] === 'l'

export const dropReporter = (c: Context<AppEnv>) => void deleteCookie(c, nameOf(c, 'pelapor'), options(c))
