import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { asTelegram, type Update } from './updates.ts'

/** A stand-in of Telegram's Bot API on this machine: takes our messages, hands out files, hands in updates to a registered
 *  door. Its answers are those of the documents and of what people report of it. */

type Fields = Readonly<Record<string, unknown>>
type Answer = Readonly<{ status: number; body: object }>
export type SentMessage = Readonly<{
  chat_id: number
  text: string
  reply_markup?: { inline_keyboard: { text: string; callback_data: string }[][] }
}>

const done = (result: unknown): Answer => ({ status: 200, body: { ok: true, result } })
const failed = (error_code: number, description: string, more: object = {}): Answer => ({
  status: error_code,
  body: { ok: false, error_code, description, ...more },
})

export class Telegram {
  url = ''
  readonly sent: SentMessage[] = []
  readonly asked: { method: string; fields: Fields }[] = []
  readonly blocked = new Set<number>()
  /** By their number: where they lie, and what is in them. */
  readonly files = new Map<string, { path: string; bytes: Uint8Array; says?: number }>()
  readonly downloads: string[] = []
  door: { url: string; secret: string; kinds: readonly string[] } | undefined
  /** What the next question is answered instead, whatever it is. */
  readonly instead: Answer[] = []
  readonly #server = createServer((request, response) => void this.#answer(request, response))
  readonly #token: string
  #messages = 5000

  constructor(token: string) {
    this.#token = token
  }

  async open(): Promise<this> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return this
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  slowDown = (seconds: number) =>
    this.instead.push(
      failed(429, `Too Many Requests: retry after ${seconds}`, { parameters: { retry_after: seconds } }),
    )
  fails = (status: number, description: string) => this.instead.push(failed(status, description))

  /** Hands an update in until it is taken, and gives up at last. @returns what it was answered each time. */
  async handIn(update: Update, times = 5): Promise<number[]> {
    const { door } = this
    if (!door?.kinds.some((kind) => kind in update)) return []
    const answers: number[] = []
    while (answers.length < times && !answers.some((status) => status >= 200 && status < 300)) {
      const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': door.secret }
      const answer = await fetch(door.url, { method: 'POST', headers, body: asTelegram(update), redirect: 'manual' })
      await answer.arrayBuffer()
      answers.push(answer.status)
    }
    return answers
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const [, file, token, rest = ''] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(request.url ?? '') ?? []
    const isOurs = token === this.#token
    const stranger = /^\d+:[\w-]{35}$/.test(token ?? '') ? failed(401, 'Unauthorized') : failed(404, 'Not Found')
    if (file && isOurs) return this.#handOut(rest, response)
    const { status, body } = isOurs ? this.#told(rest, Buffer.concat(parts).toString()) : stranger
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  #handOut(path: string, response: ServerResponse): void {
    this.downloads.push(path)
    const file = [...this.files.values()].find((one) => one.path === path)
    if (!file) return void response.writeHead(404).end(JSON.stringify(failed(404, 'Not Found').body))
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes)
  }

  #told(method: string, body: string): Answer {
    const fields = JSON.parse(body || '{}') as Fields
    this.asked.push({ method, fields })
    const instead = this.instead.shift()
    if (instead) return instead
    if (method === 'sendMessage') return this.#take(fields)
    if (method === 'getFile') return this.#place(String(fields.file_id))
    if (method === 'setWebhook') return this.#enter(fields)
    if (method === 'getWebhookInfo')
      return done({ url: this.door?.url ?? '', has_custom_certificate: false, pending_update_count: 0 })
    return method === 'answerCallbackQuery' ? done(true) : failed(404, 'Not Found: method not found')
  }

  #take(fields: Fields): Answer {
    const message = fields as unknown as SentMessage
    const carried = message.reply_markup?.inline_keyboard.flat() ?? []
    if (!message.text) return failed(400, 'Bad Request: message text is empty')
    if (message.text.length > 4096) return failed(400, 'Bad Request: message is too long')
    if (carried.some(({ callback_data }) => Buffer.byteLength(callback_data) > 64))
      return failed(400, 'Bad Request: BUTTON_DATA_INVALID')
    if (this.blocked.has(message.chat_id)) return failed(403, 'Forbidden: bot was blocked by the user')
    if (message.chat_id < 1000) return failed(400, 'Bad Request: chat not found')
    this.sent.push(message)
    return done({
      message_id: ++this.#messages,
      date: 0,
      chat: { id: message.chat_id, type: 'private' },
      text: message.text,
    })
  }

  #place(id: string): Answer {
    const file = this.files.get(id)
    if (!file) return failed(400, 'Bad Request: invalid file_id')
    if (file.bytes.length > 20 * 1024 * 1024) return failed(400, 'Bad Request: file is too big')
    return done({
      file_id: id,
      file_unique_id: `u${id}`,
      file_size: file.says ?? file.bytes.length,
      file_path: file.path,
    })
  }

  #enter({ url, secret_token: secret, allowed_updates: kinds }: Fields): Answer {
    if (!/^https:|^http:\/\/127\.0\.0\.1:/.test(String(url)))
      return failed(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook')
    if (!/^[\w-]{1,256}$/.test(String(secret)))
      return failed(400, 'Bad Request: secret token contains unallowed characters')
    this.door = { url: String(url), secret: String(secret), kinds: kinds as string[] }
    return done(true)
  }
}
