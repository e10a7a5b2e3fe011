import { NotYet } from '../../inbox/not-yet.ts'

/** X's API: one request and its answer. Whoever was told to wait is not asked again before. */

/** The app reads what everyone may see, our account what only it may see, and does what it may do. */
export type As = 'app' | 'user'

export type Request = Readonly<{
  /** What X limits together. */
  limit: string
  as: As
  method: 'GET' | 'POST' | 'PUT'
  path: string
  query?: Readonly<Record<string, string | undefined>>
  body?: object
}>
export type Answer = Readonly<{ status: number; json: unknown; resetAt: Date | undefined }>
/** @throws NotYet when nobody answers, or what came is no answer. */
export type Ask = (request: Request) => Promise<Answer>

export type ApiSettings = Readonly<{
  url: string
  /** @throws NotYet when there is none now */
  token: (as: As) => Promise<string | undefined>
  now: () => Date
}>

const patience = 10_000
const mostBytes = 5_000_000
/** Where no header says how long. */
const aWhile = 60_000
const aDay = 24 * 3_600_000

export function apiOf({ url, token, now }: ApiSettings): Ask {
  const closed = new Map<string, Date>()
  return async ({ limit, as, method, path, query = {}, body }) => {
    const until = closed.get(limit)
    if (until && until > now()) return { status: 429, json: undefined, resetAt: until }
    const bearer = await token(as).catch(ifLater)
    if (bearer === undefined) return { status: 401, json: undefined, resetAt: undefined }
    const asked = new URL(path, url)
    for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.searchParams.set(name, value)
    const { status, headers, text } = await exchange(asked, {
      method,
      headers: { authorization: `Bearer ${bearer}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const resetAt = status === 429 ? resetIn(headers, now()) : undefined
    if (resetAt) closed.set(limit, resetAt)
    const json = parsed(text)
    if (status === 200 && json === undefined) throw new NotYet('X nonsense')
    return { status, json, resetAt }
  }
}

/** Without a token nothing was asked: that is not the same as no answer. */
function ifLater(reason: unknown): undefined {
  if (!(reason instanceof NotYet)) throw reason
}

async function exchange(url: URL, init: RequestInit) {
  try {
    const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(patience) })
    return { status: answer.status, headers: answer.headers, text: await textOf(answer) }
  } catch (reason) {
    throw new NotYet(`X ${(reason as Error).name}`)
  }
}

async function textOf(answer: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    length += part.length
    if (length > mostBytes) throw new Error('too much')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Never longer than a day, whatever the header says. */
function resetIn(headers: Headers, now: Date): Date {
  const at = Number(headers.get('x-rate-limit-reset') ?? Number.NaN) * 1000
  const wait = Number.isFinite(at) ? Math.min(Math.max(at - now.getTime(), 1000), aDay) : aWhile
  return new Date(now.getTime() + wait)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What X says of a failure, for decisions: its words never go further. */
export function problemIn(json: unknown): string {
  const { detail, title, type, errors } = (json ?? {}) as Record<string, unknown>
  const first = Array.isArray(errors) ? (errors[0] as Record<string, unknown> | undefined) : undefined
  return [detail, title, type, first?.detail, first?.message, first?.type]
    .filter((one) => typeof one === 'string')
    .join(' ')
    .slice(0, 1000)
}
