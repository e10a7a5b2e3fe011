import { beside, besideMessage, missing, problem, shownMessage, shownPost } from './shown.ts'
import { isShown, newId, type Post, send, type World, write } from './world.ts'

/** What X answers, by the published reference: looking, being named, replying, messages, hiding. */

export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
  as: 'app' | 'user' | undefined
  basic: string
}
export type Answered = { status: number; body?: object; bytes?: Uint8Array }
type Route = [method: string, pattern: RegExp, limit: string, as: 'any' | 'user', answer: Handler]
type Handler = (world: World, asked: Asked, found: string[]) => Answered

const mostShown = 800

function lookup(world: World, { query }: Asked): Answered {
  const ids = (query.get('ids') ?? '').split(',')
  if (ids.length > 100 || ids.some((id) => !/^\d{1,19}$/.test(id)))
    return problem(400, 'Invalid Request', 'One or more parameters to your request was invalid.')
  const posts = ids.map((id) => world.posts.get(id)).filter(isShown)
  const errors = ids
    .filter((id) => !posts.some((post) => post.id === id))
    .map((id) => missing(id, world.posts.get(id)?.closed ? 'not-authorized-for-resource' : 'resource-not-found'))
  const includes = query.has('expansions') ? beside(world, posts) : {}
  return {
    status: 200,
    body: {
      ...(posts.length > 0 ? { data: posts.map(shownPost), includes } : {}),
      ...(errors.length > 0 ? { errors } : {}),
    },
  }
}

/** The window holds the newest 800, those that were deleted since too; what is shown of it is what is left. */
function mentions(world: World, { query }: Asked, [id]: string[]): Answered {
  const size = Number(query.get('max_results') ?? 10)
  if (size < 5 || size > 100) return problem(400, 'Invalid Request', 'max_results is not between 5 and 100')
  const since = BigInt(query.get('since_id') ?? 0)
  const until = BigInt(query.get('pagination_token') ?? query.get('until_id') ?? 2n ** 63n)
  const from = new Date(query.get('start_time') ?? 0)
  const window = [...world.posts.values()]
    .filter(({ names }) => names.includes(id ?? ''))
    .toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1))
    .slice(0, mostShown)
    .filter((post) => BigInt(post.id) > since && BigInt(post.id) < until && post.at >= from)
  const slots = window.slice(0, size)
  const data = slots.filter(isShown).map(({ id: of, text }) => ({ id: of, text, edit_history_tweet_ids: [of] }))
  const next = window.length > size ? { next_token: slots.at(-1)?.id } : {}
  const ends = data.length > 0 ? { newest_id: data[0]?.id, oldest_id: data.at(-1)?.id } : {}
  return {
    status: 200,
    body: { ...(data.length > 0 ? { data } : {}), meta: { result_count: data.length, ...ends, ...next } },
  }
}

function create(world: World, { body }: Asked): Answered {
  const { text, reply } = body as { text?: string; reply?: { in_reply_to_tweet_id?: string } }
  const to = world.posts.get(reply?.in_reply_to_tweet_id ?? '')
  const own = [...world.posts.values()].filter(({ author }) => author === world.us)
  if (typeof text !== 'string' || [...text].length > 280)
    return problem(400, 'Invalid Request', 'Your Post text is too long.')
  if (own.some((post) => post.text === text))
    return problem(403, 'Forbidden', 'You are not allowed to create a Tweet with duplicate content.')
  if (reply && !isShown(to))
    return problem(403, 'Forbidden', 'You attempted to reply to a Tweet that is deleted or not visible to you.')
  const references: Post['references'] = to ? [{ type: 'replied_to', id: to.id }] : []
  const { id } = write(world, world.us, text, { references, names: [] })
  return { status: 201, body: { data: { id, text, edit_history_tweet_ids: [id] } } }
}

function direct(world: World, { body }: Asked, [to = '']: string[]): Answered {
  const { text } = body as { text?: string }
  const person = world.people.get(to)
  if (!person || typeof text !== 'string' || text === '')
    return problem(400, 'Invalid Request', 'One or more parameters to your request was invalid.')
  if (!person.takesMessages)
    return problem(403, 'Forbidden', 'You do not have permission to DM one or more participants.')
  const { id } = send(world, world.us, to, text)
  return { status: 201, body: { data: { dm_conversation_id: [world.us, to].toSorted().join('-'), dm_event_id: id } } }
}

function message(world: World, _asked: Asked, [id = '']: string[]): Answered {
  const found = world.messages.get(id)
  const isOurs = found?.to === world.us || found?.from === world.us
  if (!found || !isOurs) return { status: 200, body: { errors: [missing(id, 'resource-not-found', 'event_id')] } }
  return { status: 200, body: { data: shownMessage(found), includes: besideMessage(world, found) } }
}

function hide(world: World, { body }: Asked, [id = '']: string[]): Answered {
  const post = world.posts.get(id)
  const isOurThread = world.posts.get(post?.thread ?? '')?.author === world.us
  if (!isShown(post) || !isOurThread || post.thread === id)
    return problem(403, 'Forbidden', 'You are not allowed to hide this reply.')
  post.hidden = (body as { hidden?: boolean }).hidden === true
  return { status: 200, body: { data: { hidden: post.hidden } } }
}

const photo: Handler = ({ photos }, { path }) => ({
  status: 200,
  bytes: photos.get(path.split('/').at(-1) ?? '') ?? Buffer.from('a photo of a hole in a road'),
})
const tooLarge: Handler = () => ({ status: 200, bytes: new Uint8Array(12_000_000) })

export const routes: readonly Route[] = [
  ['GET', /^\/2\/tweets$/, 'posts', 'any', lookup],
  ['GET', /^\/2\/users\/(\d+)\/mentions$/, 'mentions', 'any', mentions],
  ['POST', /^\/2\/tweets$/, 'create', 'user', create],
  ['POST', /^\/2\/dm_conversations\/with\/(\d+)\/messages$/, 'direct', 'user', direct],
  ['GET', /^\/2\/dm_events\/(\d+)$/, 'messages', 'user', message],
  ['PUT', /^\/2\/tweets\/(\d+)\/hidden$/, 'hide', 'user', hide],
  ['GET', /^\/2\/dm_conversations\/media\/(\d+)\/(\d+)\/([\w.-]+)$/, 'files', 'user', photo],
]
/** What everyone may fetch, on another machine of X's. */
export const files: readonly [RegExp, Handler][] = [
  [/^\/media\/photo[\w-]*\.jpg$/, photo],
  [/^\/media\/large\.jpg$/, tooLarge],
]

export const client = { id: 'the client id of our app', secret: 'the client secret of our app' }

/** A refresh token is good for once; the next comes with the access token. */
export function renew(world: World, { body, basic }: Asked): Answered {
  const { grant_type: grant, refresh_token: token } = body as Record<string, string>
  const known = `${encodeURIComponent(client.id)}:${encodeURIComponent(client.secret)}`
  if (basic !== known) return { status: 401, body: { error: 'unauthorized_client' } }
  if (grant !== 'refresh_token' || token === undefined || !world.refreshTokens.delete(token))
    return {
      status: 400,
      body: { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' },
    }
  const next = `refresh ${newId(world)}`
  world.refreshTokens.add(next)
  const access = `access ${newId(world)}`
  return { status: 200, body: { token_type: 'bearer', expires_in: 7200, access_token: access, refresh_token: next } }
}
