import type { Context, MiddlewareHandler } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from '../../app.ts'
import { attempt, withActor } from '../../db/actor.ts'
import type { Tx } from '../../db/database.ts'
import { actorOf, has } from '../../person/may.ts'
import { type Section, show } from '../account/frame.tsx'
import { trouble } from '../errors.tsx'
import { staffOf } from '../session.ts'
import { ErrorSummary } from '../ui/choices.tsx'
import { Note } from '../ui/note.tsx'

/** What the pages of administrators share: who gets in, the sections, how a refusal reads. */

export type C = Context<AppEnv>

/** For everyone else these pages do not exist. Behind `staffOnly`. */
export const administratorsOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!has(staffOf(c), 'administrator')) return trouble(c, 404)
  await next()
}

/** Reads as the administrator. */
export const read = <T,>(c: C, work: (tx: Tx) => Promise<T>): Promise<T> =>
  withActor(c.var.deps.db, actorOf(staffOf(c)), work)
/** Changes as the administrator; a refusal undoes everything. */
export const change = <T extends { ok: boolean }>(c: C, work: (tx: Tx, now: Date) => Promise<T>): Promise<T> =>
  attempt(c.var.deps.db, actorOf(staffOf(c)), (tx) => work(tx, c.var.deps.now()))

/** Why not, in words. */
export const why = (c: C, refusal: string) => c.var.t.adminRules.refusals[refusal] ?? refusal

/** A key of a path, or nothing: everything else does not exist. */
export function idOf(c: C, name = 'id'): number | undefined {
  const text = c.req.param(name) ?? ''
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}

type Page = {
  title: string
  section: Section
  errors?: Readonly<Record<string, string>>
  status?: ContentfulStatusCode
  body: Child
}

export function place(c: C, { title, section, errors = {}, status, body }: Page) {
  const t = c.var.t.admin
  const bad = Object.keys(errors).length > 0
  return show(c, {
    title: `${title} · ${t.title}`,
    status: status ?? (bad ? 422 : 200),
    section,
    body: (
      <div class="stack">
        <ErrorSummary t={c.var.t} errors={errors} />
        {c.req.query('tersimpan') === '1' && !bad && (
          <Note icon="check">
            <p>{t.done}</p>
          </Note>
        )}
        <h1>{title}</h1>
        {body}
      </div>
    ),
  })
}

/** After a change: the page again, by GET. */
export const kept = (c: C, path: string) => c.redirect(`${path}${path.includes('?') ? '&' : '?'}tersimpan=1`, 303)

/** A table that may be wider than a phone. */
export const Table = ({ label, heads, children }: { label: string; heads: readonly string[]; children: Child }) => (
  <section class="scroll" tabindex={0} aria-label={label}>
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
)

/** The address of the next page. */
export function nextPage(path: string, query: Record<string, string | undefined>): string {
  const filled = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
  )
  return `${path}?${new URLSearchParams(filled)}`
}

export const Search = ({ c, path, label, value }: { c: C; path: string; label: string; value: string | undefined }) => (
  <search>
    <form method="get" action={path} class="row">
      <label class="vh" for="cari">
        {label}
      </label>
      <input class="in" id="cari" name="cari" type="search" value={value} placeholder={label} />
      <button type="submit" class="btn calm">
        {c.var.t.admin.find}
      </button>
    </form>
  </search>
)
