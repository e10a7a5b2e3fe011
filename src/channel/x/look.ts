import { NotYet } from '../../inbox/not-yet.ts'
import type { Purse } from '../../inbox/purse.ts'
import { chargesOf, type Includes, type Message, oneMessage, type Post, posts, prices } from './answered.ts'
import type { Answer, Ask } from './api.ts'

/** Looks at posts and messages by their numbers. What is wanted while X is being asked is asked together, a hundred at once. */

export type FoundPost = Readonly<{ post: Post; includes: Includes }>
export type FoundMessage = Readonly<{ message: Message; includes: Includes }>
/** @returns nothing when it is gone, or not for our eyes. @throws NotYet when X cannot be asked now */
export type Look = Readonly<{
  post: (id: string) => Promise<FoundPost | undefined>
  message: (id: string) => Promise<FoundMessage | undefined>
}>

const atOnce = 100
const gone = /\/(resource-not-found|not-authorized-for-resource|resource-unavailable)$/
const media = 'type,url,variants'
const people = 'name,username'
const postQuery = {
  'tweet.fields':
    'author_id,conversation_id,created_at,referenced_tweets,note_tweet,entities,attachments,geo,in_reply_to_user_id',
  expansions:
    'author_id,referenced_tweets.id,referenced_tweets.id.author_id,attachments.media_keys,geo.place_id,referenced_tweets.id.attachments.media_keys',
  'user.fields': people,
  'media.fields': media,
  'place.fields': 'full_name',
}
const messageQuery = {
  'dm_event.fields': 'id,text,event_type,created_at,sender_id,attachments,referenced_tweets,entities',
  expansions: 'sender_id,attachments.media_keys,referenced_tweets.id',
  'user.fields': people,
  'media.fields': media,
  'tweet.fields': 'author_id,entities',
}

/** What X cannot answer now waits; what it does not understand is for a person to look at. */
function unanswered({ status }: Answer): Error {
  return status === 400 ? new Error(`X ${status}`) : new NotYet(`X ${status}`)
}

type Wanted = { resolve: (found: FoundPost | undefined) => void; reject: (reason: unknown) => void }
type Found = (id: string) => FoundPost | undefined

/** What X said of several posts that were asked for at once. */
async function together(ask: Ask, note: Purse['note'], ids: readonly string[]): Promise<Found> {
  const query = { ids: ids.join(), ...postQuery }
  const answer = await ask({ limit: 'posts', as: 'app', method: 'GET', path: '/2/tweets', query })
  if (answer.status !== 200) throw unanswered(answer)
  const { data, includes, errors } = posts.parse(answer.json)
  await note({ ...chargesOf(includes), ...chargesOf({ ...includes, users: [], media: [], tweets: data }) })
  return (id) => {
    const post = data.find((one) => one.id === id)
    if (post) return { post, includes }
    if (errors.some(({ resource_id: of, type }) => of === id && gone.test(type))) return undefined
    throw new Error('X says nothing of a post')
  }
}

function tell({ resolve, reject }: Wanted, found: () => FoundPost | undefined): void {
  try {
    resolve(found())
  } catch (reason) {
    reject(reason)
  }
}

export function lookOf(ask: Ask, { note }: Pick<Purse, 'note'>): Look {
  const waiting = new Map<string, Wanted[]>()
  let asking = false

  async function go(): Promise<void> {
    asking = true
    while (waiting.size > 0) {
      const batch = [...waiting].slice(0, atOnce)
      for (const [id] of batch) waiting.delete(id)
      const ids = batch.map(([id]) => id)
      const found = await together(ask, note, ids).catch((reason: unknown) => () => {
        throw reason
      })
      for (const [id, wanted] of batch) for (const one of wanted) tell(one, () => found(id))
    }
    asking = false
  }

  const post = (id: string) =>
    new Promise<FoundPost | undefined>((resolve, reject) => {
      waiting.set(id, [...(waiting.get(id) ?? []), { resolve, reject }])
      if (!asking) setImmediate(() => asking || void go())
    })
  return { post, message: (id) => messageBy(ask, note, id) }
}

async function messageBy(ask: Ask, note: Purse['note'], id: string): Promise<FoundMessage | undefined> {
  const answer = await ask({
    limit: 'messages',
    as: 'user',
    method: 'GET',
    path: `/2/dm_events/${id}`,
    query: messageQuery,
  })
  if (answer.status === 404) return undefined
  if (answer.status !== 200) throw unanswered(answer)
  const { data: message, includes, errors } = oneMessage.parse(answer.json)
  if (message) {
    await note({ ...chargesOf(includes), [`message|${id}`]: prices.message })
    return { message, includes }
  }
  if (errors.some(({ type }) => gone.test(type))) return undefined
  throw new Error('X says nothing of a message')
}
