import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { C } from '../filing/given.ts'
import { text, type Values } from '../form.ts'
import { Page } from '../ui/page.tsx'

type Shown = {
  title: string
  body: Child
  status?: ContentfulStatusCode
  current?: 'home' | 'file'
  path?: string
  bare?: boolean
  keeps?: '/lapor' | '/laporan'
  scripts?: readonly string[]
}

/** A page of a citizen as an answer. A page that was posted leads back to the empty form. */
export function show(c: C, { title, body, status = 200, path = '/lapor', ...page }: Shown) {
  const { t, nonce, deps } = c.var
  return c.html(
    <Page t={t} nonce={nonce} title={title} place={deps.site.place} path={path} {...page}>
      {body}
    </Page>,
    status,
  )
}

/** Browsers give back what was typed when somebody comes back to this page; `no-store` would forbid it. */
export const backable = (c: C) => c.header('Cache-Control', 'private, no-cache')

/** The name of the service as citizens call it. */
export const service = ({ var: { t, deps } }: C) => [t.brand.name, deps.site.place].filter(Boolean).join(' ')

/** Everything written so far, carried along unseen. */
export const Carried = ({ values, but = [] }: { values: Values; but?: readonly string[] }) => (
  <>
    {Object.keys(values)
      .filter((name) => !but.includes(name) && text(values, name) !== '')
      .map((name) => (
        <input type="hidden" name={name} value={text(values, name)} />
      ))}
  </>
)
