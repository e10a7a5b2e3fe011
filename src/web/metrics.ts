import type { Hono } from 'hono'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Figures about the process for Prometheus. Labels are patterns of routes, never addresses. */

export type Backlog = () => Promise<Readonly<Record<string, number>>>

export type Metrics = Readonly<{
  text: () => Promise<{ type: string; body: string }>
  /** Answers as the site does, and notes how long it took and under which pattern of address. */
  measured: (site: Site) => (request: Request, env?: object) => Promise<Response>
}>

type Site = Pick<Hono, 'fetch' | 'router'>

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** `backlog`: how much waits in each queue, asked at every scrape. */
export function metrics(backlog: Backlog): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until an answer began, by pattern of address.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  new Gauge({
    name: 'lapor_backlog',
    help: 'What waits to be done, by queue.',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      this.reset()
      for (const [queue, waiting] of Object.entries(await backlog())) this.set({ queue }, waiting)
    },
  })
  return {
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
    measured: (site) => async (request, env) => {
      const done = seconds.startTimer()
      const response = await site.fetch(request, env)
      const method = methods.has(request.method) ? request.method : 'other'
      done({ method, route: pattern(site, request), status: response.status })
      return response
    },
  }
}

/** The pattern of the route that answered; middleware, which matches every address, does not count. */
function pattern(site: Site, request: Request): string {
  const [found] = site.router.match(request.method, new URL(request.url).pathname)
  const paths = found.map(([[, route]]) => route.path).filter((path) => !path.endsWith('*'))
  return paths.at(-1) ?? 'none'
}
