import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import type { Metrics } from './metrics.ts'

export type Health = Readonly<{
  /** Can the database be asked now, and are we taking requests? */
  ready: () => Promise<boolean>
  metrics: Metrics
  /** Without one, /metrics does not exist here. */
  token: string | undefined
}>

/** For whoever watches over the process, not for people. */
export function health({ ready, metrics, token }: Health): Hono {
  const health = new Hono()
  health.get('/healthz', (c) => c.text('ok\n'))
  health.get('/readyz', async (c) => ((await ready()) ? c.text('ok\n') : c.text('not ready\n', 503)))
  health.get('/metrics', (c) => {
    if (token === undefined || !same(c.req.header('authorization') ?? '', `Bearer ${token}`)) return c.notFound()
    return figures(metrics)
  })
  return health
}

/** The same figures on a port of their own, where only the watchers come. */
export function figuresOnly(metrics: Metrics): Hono {
  return new Hono().get('/metrics', () => figures(metrics))
}

async function figures(metrics: Metrics): Promise<Response> {
  const { type, body } = await metrics.text()
  return new Response(body, { headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } })
}

export const isHealth = (path: string): boolean => path === '/healthz' || path === '/readyz' || path === '/metrics'

const same = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))
const digest = (text: string) => createHash('sha256').update(text).digest()
