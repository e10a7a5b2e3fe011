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

const twoHours = 2 * 3600
const mostReporters = 10

/** With the link of a letter to what was given when filing, or of one to a contact that was joined later. Letters are passed on and
 *  read by others: such a link opens the page, and does not prove what a receipt does. */
export type ByLetter = 'filed' | 'joined'
const marks: Readonly<Record<ByLetter, string>> = { filed: 'l', joined: 'j' }
/** A reporter whom this browser was opened for, until which second, and whether by a letter. */
type Kept = Readonly<{ id: number; until: number; byLetter: ByLetter | undefined }>

const secondsOf = (at: Date) => Math.floor(at.getTime() / 1000)

/** Opens the page of a reporter for this browser for two hours. Those that were opened before stay until their own time is over:
 *  what somebody else opens on the same telephone makes it no longer. */
export function keepReporter(c: Context<AppEnv>, reporterId: number, byLetter?: ByLetter): void {
  const { keys, now } = c.var.deps
  const until = secondsOf(now()) + twoHours
  const others = keptIn(c).filter(({ id }) => id !== reporterId)
  const kept = [{ id: reporterId, until, byLetter }, ...others].slice(0, mostReporters)
  const payload = `p${kept.map((one) => `${one.byLetter ? marks[one.byLetter] : ''}${one.id}_${one.until.toString(36)}`).join('-')}`
  const signed = sign(keys.cookie, payload, new Date(until * 1000))
  setCookie(c, nameOf(c, 'pelapor'), signed, { ...options(c), maxAge: twoHours })
}

function keptIn(c: Context<AppEnv>): Kept[] {
  const { keys, now } = c.var.deps
  const payload = verify(keys.cookie, getCookie(c, nameOf(c, 'pelapor')) ?? '', now())
  if (!payload?.startsWith('p')) return []
  const all = payload
    .slice(1)
    .split('-')
    .map((one) => {
      const [id = '', until = ''] = one.split('_')
      const byLetter = (['filed', 'joined'] as const).find((way) => id.startsWith(marks[way]))
      return { id: Number(id.replace(/^[lj]/, '')), until: Number.parseInt(until, 36), byLetter }
    })
  return all.filter(({ until }) => until > secondsOf(now()))
}

export const letterOf = (c: Context<AppEnv>, reporterId: number): ByLetter | undefined =>
  keptIn(c).find(({ id }) => id === reporterId)?.byLetter

/** Those whom this browser was opened for, the latest first. */
export const reportersOf = (c: Context<AppEnv>): number[] => keptIn(c).map(({ id }) => id)

/** All of them at once. */
export const dropReporter = (c: Context<AppEnv>) => void deleteCookie(c, nameOf(c, 'pelapor'), options(c))
