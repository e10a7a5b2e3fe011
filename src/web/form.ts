import type { Context } from 'hono'
import type { z } from 'zod'
import type { AppEnv } from '../app.ts'

export type Values = Readonly<Record<string, string | string[]>>
export type Errors = Readonly<Record<string, string>>
export type Parsed<T> = { ok: true; value: T } | { ok: false; values: Values; errors: Errors }

/** The fields of a posted form. Only strings: files are read by whoever expects them. A repeated name becomes a list. */
export const posted = async (c: Context<AppEnv>): Promise<Values> => collect(await pairs(c))

/** The fields of a form and the files that one field brings. */
export async function postedWithFiles(c: Context<AppEnv>, field: string): Promise<{ values: Values; files: File[] }> {
  const all = [...(await pairs(c))]
  return { values: collect(all), files: filesIn(all, field) }
}

/** The fields of a posted form and the files that each of several fields brings. */
export async function postedWithAll(
  c: Context<AppEnv>,
  fields: readonly string[],
): Promise<{ values: Values; files: Readonly<Record<string, readonly File[]>> }> {
  const all = [...(await pairs(c))]
  const files = fields.map((field) => [field, filesIn(all, field)] as const)
  return { values: collect(all), files: Object.fromEntries(files) }
}

const filesIn = (all: readonly [string, string | File][], field: string) =>
  all.flatMap(([name, value]) =>
    name === field && typeof value !== 'string' && (value.size > 0 || value.name !== '') ? value : [],
  )

type Pairs = Iterable<[string, string | File]>

/** What only looks like a form has no fields. */
async function pairs(c: Context<AppEnv>): Promise<Pairs> {
  const type = c.req.header('content-type') ?? ''
  if (type.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams(await c.req.text())
  if (!type.startsWith('multipart/form-data')) return []
  return c.req.formData().catch((reason: unknown) => {
    if (reason instanceof TypeError) return []
    throw reason
  })
}

export function collect(pairs: Pairs): Values {
  const values: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of pairs) {
    if (typeof value !== 'string') continue
    const before = values[name]
    values[name] = before === undefined ? value : [before, value].flat()
  }
  return values
}

/** Reads a form. A wrong answer is not an exception: it is the same page again, with words.
 *  The errors hold keys of the messages, one for each field. */
export function parseForm<S extends z.ZodType>(schema: S, values: Values): Parsed<z.output<S>> {
  const result = schema.safeParse(values)
  if (result.success) return { ok: true, value: result.data }
  const errors: Record<string, string> = {}
  for (const { path, message } of result.error.issues) {
    const name = path.join('.') || 'form'
    // A schema's own sentence is for programmers.
    if (errors[name] === undefined) errors[name] = message.includes(' ') ? 'form' : message
  }
  return { ok: false, values, errors }
}

/** One value of a form as text, for filling a field again. */
export const text = (values: Values, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
