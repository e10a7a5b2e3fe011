import { z } from 'zod'
import { exchange } from '../fetch/exchange.ts'

/** One question to the Bot API. */

export type Bot = Readonly<{
  /** `https://api.telegram.org` */
  apiUrl: string
  token: string
}>

export type Asked =
  | { ok: true; result: unknown }
  /** The answer's words stay out of what is kept: `code` and, at 429, when to come again. 0 where nobody answered. */
  | { ok: false; code: number; after: number | undefined; description: string }

const answer = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().catch(''),
  parameters: z
    .object({ retry_after: z.number().optional().catch(undefined) })
    .optional()
    .catch(undefined),
})

const patience = 10_000
const mostBytes = 1_000_000
const silent = { ok: false, code: 0, after: undefined, description: '' } as const

/** The address bears the token, so it is never part of what is thrown or told. Whoever set it may set one on our own network. */
export async function ask({ apiUrl, token }: Bot, method: string, fields: object): Promise<Asked> {
  const url = new URL(`${apiUrl.replace(/\/$/, '')}/bot${token}/${method}`)
  const signal = AbortSignal.timeout(patience)
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(fields)
  const told = await exchange({ url, headers, body, mostBytes, signal, lookup: undefined }).catch(() => silent)
  if (typeof told === 'string' || !('bytes' in told)) return silent
  const read = answer.safeParse(parsed(told.bytes))
  if (told.status === 200) return { ok: true, result: read.data?.result }
  const { description = '', parameters } = read.data ?? {}
  return { ok: false, code: told.status, after: parameters?.retry_after, description }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
