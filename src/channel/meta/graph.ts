import { proofOf } from './signed.ts'

/** Meta's Graph, as one of our tokens may use it. The token travels in a header, never in an address. */

export type Settings = Readonly<{
  /** `https://graph.facebook.com/v26.0` */
  url: string
  appSecret: string
}>
export type Fault = Readonly<{
  /** Of HTTP; 0 when nobody answered. */
  status: number
  code?: number | undefined
  subcode?: number | undefined
  /** Graph says so itself: the same may succeed later. */
  isTransient: boolean
}>
export type Answer = Readonly<{ ok: true; body: unknown } | { ok: false; fault: Fault }>
export type Graph = Readonly<{
  get: (path: string, query?: Readonly<Record<string, string>>) => Promise<Answer>
  post: (path: string, body: object) => Promise<Answer>
  token: string
  origin: string
}>

const patience = 10_000
const mostBytes = 1_000_000

export function graphOf({ url, appSecret }: Settings, token: string): Graph {
  const proof = proofOf(appSecret, token)
  const ask = async (path: string, query: object, body?: object): Promise<Answer> => {
    const asked = new URL(`${url.replace(/\/$/, '')}/${path}`)
    for (const [name, value] of Object.entries({ ...query, appsecret_proof: proof }))
      asked.searchParams.set(name, value)
    const headers = { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) }
    try {
      const answer = await fetch(asked, {
        method: body ? 'POST' : 'GET',
        headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(patience),
        redirect: 'error',
      })
      return answered(answer.status, await textOf(answer))
    } catch {
      return { ok: false, fault: { status: 0, isTransient: true } }
    }
  }
  return {
    get: (path, query = {}) => ask(path, query),
    post: (path, body) => ask(path, {}, body),
    token,
    origin: new URL(url).origin,
  }
}

/** A number of Graph in an address, and nothing that leads elsewhere. */
export const isNumber = (id: string): boolean => /^\w{1,200}$/.test(id)

async function textOf(answer: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    length += part.length
    if (length > mostBytes) throw new Error('longer than any answer of Graph')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function answered(status: number, text: string): Answer {
  const body = parsed(text)
  const { error } = body ?? {}
  if (status < 300 && body && !error) return { ok: true, body }
  const { code, error_subcode: subcode, is_transient } = (error ?? {}) as Readonly<Record<string, unknown>>
  const number = (value: unknown) => (Number.isSafeInteger(value) ? (value as number) : undefined)
  return {
    ok: false,
    fault: { status, code: number(code), subcode: number(subcode), isTransient: is_transient === true },
  }
}

function parsed(text: string): { error?: unknown } | undefined {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? body : undefined
  } catch {
    return undefined
  }
}
