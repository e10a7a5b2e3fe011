import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Answered, type Asked, files, renew, routes } from './answers.ts'
import { type Bill, bill } from './bill.ts'
import { problem } from './shown.ts'
import { type World, world } from './world.ts'

/** Stands in for X on this machine: its API with its limits and its moods. */

export type XStandIn = Readonly<{
  url: string
  world: World
  bill: Bill
  /** Every request that came, in order. */
  asked: Asked[]
  /** The next times that something of one limit is asked, it is answered so instead; `well`: as ever; `lost`: done, and
   *  never answered. */
  moody: (limit: string, ...moods: Mood[]) => void
  close: () => Promise<void>
}>
export type Mood = number | 'well' | 'lost' | 'nonsense' | { limitedUntil: Date } | { status: number; body: object }

export const tokens = { app: 'a token of the app', user: 'a token of our account' }

export async function xStandIn(now: () => Date): Promise<XStandIn> {
  const [state, account] = [world(now), bill()]
  const asked: Asked[] = []
  const moods = new Map<string, Mood[]>()
  const server = createServer((request, response) => {
    void heard(request).then((one) => {
      asked.push(one)
      const [limit, answer] = answered(state, one)
      const mood = moods.get(limit)?.shift()
      const said = mood === undefined ? answer() : inMood(mood, answer)
      if (said && (mood === undefined || mood === 'lost' || mood === 'well')) account.add(now(), one, said)
      if (mood === 'lost' || !said) return void response.destroy()
      say(response, said, mood, now())
    })
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    world: state,
    bill: account,
    asked,
    moody: (limit, ...more) => void moods.set(limit, [...(moods.get(limit) ?? []), ...more]),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function heard(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
  const token = /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1]
  const as = token === tokens.app ? 'app' : token === tokens.user ? 'user' : undefined
  const text = Buffer.concat(parts).toString('utf8')
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  const body = isForm ? Object.fromEntries(new URLSearchParams(text)) : text ? JSON.parse(text) : {}
  return { method: request.method ?? '', path: pathname, query: searchParams, body, as, basic: basicIn(request) }
}

const basicIn = (request: IncomingMessage) =>
  Buffer.from(/^Basic (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? '', 'base64').toString('utf8')

function answered(state: World, asked: Asked): [limit: string, answer: () => Answered] {
  for (const [pattern, answer] of files) if (pattern.test(asked.path)) return ['media', () => answer(state, asked, [])]
  if (asked.path === '/2/oauth2/token') return ['token', () => renew(state, asked)]
  for (const [method, pattern, limit, as, answer] of routes) {
    const [, ...found] = pattern.exec(asked.path) ?? [undefined, undefined]
    if (method !== asked.method || !pattern.test(asked.path)) continue
    if (asked.as === undefined) return [limit, () => problem(401, 'Unauthorized', 'Unauthorized')]
    if (as === 'user' && asked.as === 'app')
      return [
        limit,
        () => problem(403, 'Unsupported Authentication', 'Application-Only is forbidden for this endpoint.'),
      ]
    return [limit, () => answer(state, asked, found as string[])]
  }
  return ['none', () => problem(404, 'Not Found', 'Not Found')]
}

function inMood(mood: Mood, answer: () => Answered): Answered | undefined {
  if (mood === 'lost' || mood === 'well') return answer()
  if (mood === 'nonsense') return { status: 200, bytes: Buffer.from('<html>') }
  if (typeof mood === 'number') return problem(mood, 'Trouble', 'Something is wrong.')
  if ('limitedUntil' in mood) return problem(429, 'Too Many Requests', 'Too Many Requests')
  return mood
}

function say(response: ServerResponse, { status, body, bytes }: Answered, mood: Mood | undefined, now: Date) {
  const isLimited = typeof mood === 'object' && 'limitedUntil' in mood
  const reset = isLimited ? mood.limitedUntil.getTime() : now.getTime() + 900_000
  response.writeHead(status, {
    'content-type': bytes ? 'application/octet-stream' : 'application/json; charset=utf-8',
    'x-rate-limit-limit': '300',
    'x-rate-limit-remaining': isLimited ? '0' : '299',
    'x-rate-limit-reset': String(Math.floor(reset / 1000)),
  })
  response.end(bytes ?? JSON.stringify(body ?? {}))
}
