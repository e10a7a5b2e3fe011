import type { Context } from 'hono'
import type { AppEnv } from '../app.ts'
import { Page } from './ui/page.tsx'

/** What went wrong, in words and with the right status; never what went on inside. */

export type TroubleStatus = 403 | 404 | 413 | 429 | 500 | 503

/** PostgreSQL ended a question that took longer than a page may. */
export const tookTooLong = (reason: unknown) => (reason as { code?: string } | undefined)?.code === '57014'

type Said = { title: string; words: string }

function said({ var: { t, requestId } }: Context<AppEnv>, status: TroubleStatus): Said {
  const r = t.refusals
  if (status === 403) return { title: r.forbiddenTitle, words: r.forbidden }
  if (status === 413) return { title: r.tooLargeTitle, words: r.tooLarge }
  if (status === 429) return { title: r.tooManyTitle, words: r.tooMany(r.soon) }
  if (status === 503) return { title: r.slowTitle, words: r.slow }
  if (status === 500) return { title: r.serverTitle, words: r.server(requestId.slice(0, 8)) }
  return { title: r.notFoundTitle, words: r.notFound }
}

export function trouble(c: Context<AppEnv>, status: TroubleStatus, reason?: unknown) {
  const { deps, requestId, t, nonce } = c.var
  if (reason !== undefined)
    deps.log({ level: 'error', message: 'a request failed', requestId, reason, path: c.req.routePath })
  const { title, words } = said(c, status)
  if (status === 429 || status === 503) c.header('Retry-After', '20')
  return c.html(
    <Page t={t} nonce={nonce} title={title} place={deps.site.place} path="/">
      <div class="stack measure">
        <h1>{title}</h1>
        <p>{words}</p>
        <p>
          <a href="/">{t.nav.home}</a> · <a href="/cek">{t.nav.track}</a>
        </p>
      </div>
    </Page>,
    status,
  )
}
