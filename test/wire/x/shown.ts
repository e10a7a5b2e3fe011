import { isShown, type Message, type Post, type World } from './world.ts'

/** Posts and messages as version 2 of the API shows them, with what was asked to be shown beside them. */

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const shownPost = (post: Post) => ({
  id: post.id,
  text: escaped(post.text),
  author_id: post.author,
  conversation_id: post.thread,
  created_at: post.at.toISOString(),
  edit_history_tweet_ids: [post.id],
  ...(post.references.length > 0 ? { referenced_tweets: post.references } : {}),
  ...(post.urls.length > 0 ? { entities: { urls: post.urls } } : {}),
  ...(post.files.length > 0 ? { attachments: { media_keys: post.files.map(({ key }) => key) } } : {}),
  ...(post.long === undefined ? {} : { note_tweet: { text: escaped(post.long) } }),
  ...(post.geo === undefined ? {} : { geo: post.geo }),
})

export const shownMessage = (message: Message) => ({
  id: message.id,
  event_type: message.kind,
  text: escaped(message.text),
  sender_id: message.from,
  created_at: message.at.toISOString(),
  dm_conversation_id: [message.from, message.to].toSorted().join('-'),
  ...(message.urls.length > 0 ? { entities: { urls: message.urls } } : {}),
  ...(message.files.length > 0 ? { attachments: { media_keys: message.files.map(({ key }) => key) } } : {}),
})

const shownFile = ({ key, ...file }: Post['files'][number]) => ({ media_key: key, ...file })

export function beside(world: World, posts: readonly Post[], people: readonly string[] = []) {
  const meant = posts.flatMap(({ references }) => references.map(({ id }) => world.posts.get(id))).filter(isShown)
  const authors = new Set([...people, ...[...posts, ...meant].map(({ author }) => author)])
  const users = [...authors]
    .flatMap((id) => world.people.get(id) ?? [])
    .map(({ id, name, username }) => ({ id, name, username }))
  const media = [...posts, ...meant].flatMap(({ files }) => files).map(shownFile)
  return {
    ...(users.length > 0 ? { users } : {}),
    ...(meant.length > 0 ? { tweets: meant.map(shownPost) } : {}),
    ...(media.length > 0 ? { media } : {}),
  }
}

export const besideMessage = (world: World, { from, files }: Message) => ({
  users: [world.people.get(from)].flatMap((one) =>
    one ? [{ id: one.id, name: one.name, username: one.username }] : [],
  ),
  ...(files.length > 0 ? { media: files.map(shownFile) } : {}),
})

export const missing = (id: string, what: 'resource-not-found' | 'not-authorized-for-resource', field = 'ids') => ({
  resource_id: id,
  parameter: field,
  resource_type: 'tweet',
  title: what === 'resource-not-found' ? 'Not Found Error' : 'Authorization Error',
  type: `https://api.twitter.com/2/problems/${what}`,
})

export const problem = (status: number, title: string, detail: string, type = 'about:blank') => ({
  status,
  body: { title, detail, type, status },
})
