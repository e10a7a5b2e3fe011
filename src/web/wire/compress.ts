import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from '../../app.ts'

/** Pages are whole before they are sent: one step compresses them, for a fraction of what a stream costs. */

const least = 1_000
/** Up to here a helping thread costs more than it takes away. */
const small = 30_000
const inThread = promisify(gzip)
/** A page of 8 kB: the highest levels make it 1 % smaller and take half as long again. */
const quick = { level: 4 }

export const compressed: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const { headers, status } = c.res
  if (!/^(text\/html|application\/json)/.test(headers.get('content-type') ?? '') || c.req.method === 'HEAD') return
  headers.append('Vary', 'Accept-Encoding')
  if (!acceptsGzip(c)) return
  const page = await c.res.text()
  if (page.length >= least) headers.set('Content-Encoding', 'gzip')
  const body =
    page.length < least
      ? page
      : new Uint8Array(page.length < small ? gzipSync(page, quick) : await inThread(page, quick))
  // Given away first: else every header would be copied from the one to the other.
  c.res = undefined
  c.res = new Response(body, { status, headers })
}

const acceptsGzip = (c: Context) =>
  /\b(gzip|\*)(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(c.req.header('accept-encoding') ?? '')
