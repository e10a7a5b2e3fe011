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

export function keepSession(c: Context<AppEnv>, token: string): void {
  setCookie(c, nameOf(c, 'sesi'), token, options(c))
}

export const sessionToken = (c: Context<AppEnv>) => getCookie(c, nameOf(c, 'sesi'))
export const dropSession = (c: Context<AppEnv>) => void deleteCookie(c, nameOf(c, 'sesi'), options(c))

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
  if (!staff) return c.redirect(`/masuk?ke=${encodeURIComponent(c.req.path)}`, 303)
  if (staff.mustChange && c.req.path !== '/akun/sandi') return c.redirect('/akun/sandi', 303)
  await next()
}

/** The signed-in person of a page behind `staffOnly`. */
export function staffOf(c: Context<AppEnv>): Staff {
  if (!c.var.staff) throw new Error('a page of staff without staffOnly')
  return c.var.staff
}

const hours = 3_600_000

/** Opens the reporter's page for this browser for two hours. */
export function keepReporter(c: Context<AppEnv>, reporterId: number): void {
  const { keys, now } = c.var.deps
  const expires = new Date(now().getTime() + 2 * hours)
  setCookie(c, nameOf(c, 'pelapor'), sign(keys.cookie, `p${reporterId}`, expires), { ...options(c), maxAge: 2 * 3600 })
}

export function reporterOf(c: Context<AppEnv>): number | undefined {
  const { keys, now } = c.var.deps
  const payload = verify(keys.cookie, getCookie(c, nameOf(c, 'pelapor')) ?? '', now())
  return payload?.startsWith('p') ? Number(payload.slice(1)) : undefined
}

export const dropReporter = (c: Context<AppEnv>) => void deleteCookie(c, nameOf(c, 'pelapor'), options(c))
