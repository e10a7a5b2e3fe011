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
  if (!staff) return c.redirect(`/masuk?ke=${encodeURIComponent(asked(c))}`, 303)
  if (staff.mustChange && c.req.path !== '/akun/sandi') return c.redirect('/akun/sandi', 303)
  await next()
}

/** Where somebody wanted to go, with what they had chosen there. */
const asked = (c: Context<AppEnv>) => c.req.path + (c.req.method === 'GET' ? new URL(c.req.url).search : '')

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
export type Opened = Readonly<{ id: number; byLetter: ByLetter | undefined; secret: boolean }>
/** A reporter whom this browser was opened for, and until which second. */
type Kept = Opened & Readonly<{ until: number }>

const secondsOf = (at: Date) => Math.floor(at.getTime() / 1000)
const written = ({ id, until, byLetter, secret }: Kept) =>
  `${secret ? 's' : ''}${byLetter ? marks[byLetter] : ''}${id}_${until.toString(36)}`

/** Opens the page of a reporter for this browser for two hours. Those that were opened before stay until their own time is over:
 *  what somebody else opens on the same telephone makes it no longer. With a secret report among them the browser forgets all when
 *  it is closed, and writes nothing of them down. */
export function keepReporter(c: Context<AppEnv>, opened: Opened): void {
  const { keys, now } = c.var.deps
  const until = secondsOf(now()) + twoHours
  const others = keptIn(c).filter(({ id }) => id !== opened.id)
  const kept = [{ ...opened, until }, ...others].slice(0, mostReporters)
  const signed = sign(keys.cookie, `p${kept.map(written).join('-')}`, new Date(until * 1000))
  const lasting = kept.some(({ secret }) => secret) ? {} : { maxAge: twoHours }
  setCookie(c, nameOf(c, 'pelapor'), signed, { ...options(c), ...lasting })
}

function keptIn(c: Context<AppEnv>): Kept[] {
  const { keys, now } = c.var.deps
  const payload = verify(keys.cookie, getCookie(c, nameOf(c, 'pelapor')) ?? '', now())
  if (!payload?.startsWith('p')) return []
  const all = payload
    .slice(1)
    .split('-')
    .map((one) => {
      const [, secret, mark, id, until = ''] = /^(s?)([lj]?)(\d+)_([\da-z]+)$/.exec(one) ?? []
      const byLetter = (['filed', 'joined'] as const).find((way) => marks[way] === mark)
      return { id: Number(id), until: Number.parseInt(until, 36), byLetter, secret: secret === 's' }
    })
  return all.filter(({ until }) => until > secondsOf(now()))
}

/** Was it opened as secret? Then its number is shown to nobody who did not name it. */
export const isKeptSecret = (c: Context<AppEnv>, reporterId: number): boolean =>
  keptIn(c).some(({ id, secret }) => id === reporterId && secret)

export const letterOf = (c: Context<AppEnv>, reporterId: number): ByLetter | undefined =>
  keptIn(c).find(({ id }) => id === reporterId)?.byLetter

/** Those whom this browser was opened for, the latest first. */
export const reportersOf = (c: Context<AppEnv>): number[] => keptIn(c).map(({ id }) => id)

/** All of them at once. */
export const dropReporter = (c: Context<AppEnv>) => void deleteCookie(c, nameOf(c, 'pelapor'), options(c))
