import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '../app.ts'
import { trouble } from './errors.tsx'

/** Headers of every answer. Scripts and styles come from us, with a nonce for what stands in the page. */
export const headers: MiddlewareHandler<AppEnv> = async (c, next) => {
  const nonce = randomUUID()
  c.set('nonce', nonce)
  await next()
  const { site } = c.var.deps
  const set = (name: string, value: string) => c.res.headers.has(name) || c.res.headers.set(name, value)
  set(
    'Content-Security-Policy',
    `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; ` +
      `font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  )
  set('X-Content-Type-Options', 'nosniff')
  set('X-Frame-Options', 'DENY')
  set('Referrer-Policy', 'same-origin')
  set('Permissions-Policy', 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()')
  set('Cross-Origin-Opener-Policy', 'same-origin')
  set('Cross-Origin-Resource-Policy', 'same-origin')
  set('Cache-Control', 'no-store')
  if (site.publicUrl.startsWith('https:')) set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
}

const asksNobody = new Set(['/lapor', '/laporan', '/bahasa'])
const changes = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** What changes something must come from our own pages: by Sec-Fetch-Site, and by Origin where a browser sends it. */
export const sameOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!changes.has(c.req.method)) return next()
  const from = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const ours = origin === undefined || origin === ownOrigin(c.req.url, c.var.deps.site)
  // Old browsers say neither. They may hand in a report, which asks no cookie who somebody is; they may do nothing that does.
  const silent =
    from === undefined && origin === undefined && c.req.header('cookie') !== undefined && !asksNobody.has(c.req.path)
  if ((from !== undefined && from !== 'same-origin') || !ours || silent) return trouble(c, 403)
  await next()
}

/** In production only the configured origin counts, whatever Host says; a developer may come by any local name. */
function ownOrigin(url: string, site: { publicUrl: string; production: boolean }): string {
  return site.production ? site.publicUrl : new URL(url).origin
}

/** Five files of ten megabytes and the words with them, or a table of thousands of people; words alone elsewhere. */
const files = /^\/(laporan\/.|meja\/.|lapangan\/.|kelola\/impor$)/
const tooLarge = (c: Context<AppEnv>) => trouble(c, 413)
const withFiles = limited(55_000_000)
const wordsOnly = limited(256_000)
/** As large as the services say that a delivery of theirs may be. */
const deliveries = limited(3_000_000)
const delivery = /^\/channel\/[a-z]+\/webhook$/

/** Who says the size of a letter is held to it by the protocol: nothing has to be counted then. */
function limited(maxSize: number): MiddlewareHandler<AppEnv> {
  const counting = bodyLimit({ maxSize, onError: tooLarge })
  return async (c, next) => {
    const said = c.req.header('transfer-encoding') === undefined ? c.req.header('content-length') : undefined
    if (said === undefined && changes.has(c.req.method)) return counting(c, next)
    return Number(said ?? 0) > maxSize ? tooLarge(c) : next()
  }
}

/** Nobody sends more than a page needs: what is too large is refused before it is read. */
export const sizes: MiddlewareHandler<AppEnv> = (c, next) => {
  // A citizen's form looks after its own size, so that the words come back.
  if (c.req.path === '/lapor') return next()
  if (delivery.test(c.req.path)) return deliveries(c, next)
  return files.test(c.req.path) ? withFiles(c, next) : wordsOnly(c, next)
}
