import type { Hono } from 'hono'
import { type AppEnv, app, type Deps } from '../src/app.ts'
import type { Db } from '../src/db/database.ts'
import { keys, now } from './offices.ts'

/** A browser without a window: keeps cookies, sends forms, follows nothing by itself. */

export const siteUrl = 'http://lapor.example'

export function siteFor(db: Db, over: Partial<Deps> = {}): Hono<AppEnv> {
  return app({
    db,
    keys,
    now: () => now,
    open: ['email', 'sms'],
    rules: () => Promise.reject(new Error('no rules here')),
    intake: () => Promise.reject(new Error('no intake here')),
    site: { edition: 'national', publicUrl: siteUrl, production: true, place: '', proxies: [] },
    log: () => {},
    ...over,
  } as Deps)
}

export type Answer = Readonly<{ status: number; to: string | null; text: string; headers: Headers }>
export type Fields = Readonly<Record<string, string | readonly string[]>>

export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #site: Hono<AppEnv>
  constructor(site: Hono<AppEnv>) {
    this.#site = site
  }

  get = (path: string, headers: Record<string, string> = {}) => this.#ask(path, { method: 'GET', headers })

  post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    return this.#ask(path, {
      method: 'POST',
      body,
      headers: { origin: siteUrl, 'sec-fetch-site': 'same-origin', ...headers },
    })
  }

  send(path: string, body: FormData): Promise<Answer> {
    return this.#ask(path, { method: 'POST', body, headers: { origin: siteUrl, 'sec-fetch-site': 'same-origin' } })
  }

  async #ask(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, ...(cookie ? { cookie } : {}) }
    const answer = await this.#site.request(`${siteUrl}${path}`, { ...init, headers })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      text: await answer.text(),
      headers: answer.headers,
    }
  }
}
