import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { number, ours } from './events.ts'
import { faults, type Refusal } from './faults.ts'
import { onMessenger, onWhatsApp } from './rules.ts'

/** A stand-in of Meta's Graph, written from its documents: takes what we send by the published rules, keeps it for whoever
 *  wants to see, and gives files. */

export type Secrets = Readonly<{ appSecret: string; pageToken: string; whatsappToken: string }>
/** Something that we sent: to whom, by which way of the API, and what. */
export type Sent = Readonly<{ id: string; path: string; to: string; text: string; body: Record<string, unknown> }>
export type Trouble = Refusal | 'silence' | 'page of a proxy'
export type World = {
  readonly now: () => Date
  /** When each person last wrote to us. */
  readonly heard: Map<string, Date>
  /** Comments and posts whose authors were written to. */
  readonly invited: Set<string>
  /** People who do not want to hear from us. */
  readonly silent: Set<string>
}
export type Asked = Readonly<{ method: string; path: string; query: URLSearchParams; body: Record<string, unknown> }>

type File = Readonly<{ bytes: Uint8Array; locked: boolean; status?: number; to?: string; size?: number }>

const state = (secrets: Secrets, now: () => Date) => ({
  secrets,
  world: { now, heard: new Map(), invited: new Set(), silent: new Set() } as World,
  sent: [] as Sent[],
  hidden: [] as string[],
  /** Every question, as it came. */
  asked: [] as { url: string; headers: IncomingMessage['headers'] }[],
  /** What the next questions are answered with, in turn. */
  troubles: [] as Trouble[],
  files: new Map<string, File>(),
  mentions: new Map<string, object>(),
  origin: '',
})
type State = ReturnType<typeof state>

export async function graphStandIn(secrets: Secrets, now: () => Date = () => new Date()) {
  const here = state(secrets, now)
  const server = createServer((request, response) => void serve(here, request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  here.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { ...here, url: `${here.origin}/v26.0`, close }
}
export type GraphStandIn = Awaited<ReturnType<typeof graphStandIn>>

/** A connection that is kept may end just when it is asked again, and then one question more is without an answer. */
const alone = { connection: 'close' }

async function serve(here: State, request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://graph')
  here.asked.push({ url: request.url ?? '', headers: request.headers })
  const body = await bodyOf(request)
  if (pathname.startsWith('/files/')) return give(here, pathname.slice(7), request, response)
  const trouble = here.troubles.shift()
  if (trouble === 'silence') return request.socket.destroy()
  if (trouble === 'page of a proxy')
    return response.writeHead(502, { ...alone, 'content-type': 'text/html' }).end('<h1>502</h1>')
  const one = { method: request.method ?? '', path: pathname.replace(/^\/v\d+\.\d+/, ''), query, body }
  const said = trouble ?? unknown(here.secrets, request.headers.authorization, query) ?? answer(here, one)
  const { status, ...told } = said as { status?: number; error?: object }
  const headers = { ...alone, 'content-type': 'application/json', 'x-app-usage': '{"call_count":28}' }
  return response.writeHead(told.error ? (status ?? 400) : 200, headers).end(JSON.stringify(told))
}

function answer(here: State, one: Asked): object | Refusal {
  const [, first = '', edge = ''] = one.path.split('/')
  if (one.method === 'GET') return looked(here, first, one.query)
  if (edge === '') {
    here.hidden.push(first)
    return { success: true }
  }
  const isMessage = edge === 'messages'
  const rule = first === number ? onWhatsApp : isMessage ? onMessenger : undefined
  const refusal = rule?.(here.world, one.body)
  if (refusal) return refusal
  const id = `${first === number ? 'wamid.' : isMessage ? 'm_' : '900_'}${here.sent.length + 1}`
  here.sent.push({ id, path: one.path, to: toOf(one.body) ?? first, text: textOf(one.body), body: one.body })
  if (first === number) return { messaging_product: 'whatsapp', messages: [{ id }] }
  return isMessage ? { recipient_id: toOf(one.body), message_id: id } : { id }
}

function looked({ files, mentions, origin }: State, first: string, query: URLSearchParams): object | Refusal {
  if (first === 'me') return { id: ours.page }
  const [, mention = ''] = /_id\((\d+)\)/.exec(query.get('fields') ?? '') ?? []
  const file = files.get(first)
  if (!file) return mentions.get(mention) ?? faults.gone
  const url = file.to ?? `${origin}/files/${first}`
  const size = file.size ?? file.bytes.length
  return { id: first, url, mime_type: 'image/jpeg', file_size: size, messaging_product: 'whatsapp' }
}

function give({ files, secrets }: State, name: string, request: IncomingMessage, response: ServerResponse) {
  const file = files.get(name)
  const may = !file?.locked || request.headers.authorization === `Bearer ${secrets.whatsappToken}`
  response.writeHead(file ? (may ? (file.status ?? 200) : 401) : 404, { ...alone, 'content-type': 'image/jpeg' })
  response.end(file && may ? file.bytes : '')
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  const text = Buffer.concat(parts).toString('utf8')
  return text === '' ? {} : JSON.parse(text)
}

function unknown(secrets: Secrets, said: string | undefined, query: URLSearchParams): Refusal | undefined {
  const token = said?.replace(/^Bearer /, '') ?? ''
  if (token !== secrets.pageToken && token !== secrets.whatsappToken) return faults.token
  const proof = createHmac('sha256', secrets.appSecret).update(token).digest('hex')
  return query.get('appsecret_proof') === proof ? undefined : faults.proof
}

type Recipient = { id?: string; comment_id?: string; post_id?: string }
function toOf({ recipient, to }: Record<string, unknown>): string | undefined {
  if (typeof to === 'string') return to
  if (typeof recipient === 'string') return recipient
  const { id, comment_id, post_id } = (recipient ?? {}) as Recipient
  return id ?? comment_id ?? post_id
}

function textOf({ message, text, interactive, template }: Record<string, unknown>): string {
  if (typeof message === 'string') return message
  const inside = (message as { text?: string })?.text ?? (text as { body?: string })?.body
  if (inside !== undefined) return inside
  const shown = (interactive as { body?: { text: string } })?.body?.text
  return shown ?? JSON.stringify(template)
}
