import { createHmac } from 'node:crypto'
import type { Message, Post, World } from './world.ts'

/** What X hands in, and how it signs it: the Account Activity API, and the X Activity API that follows it. */

export const clientSecret = 'the client secret of our app'
export const consumerSecret = 'the consumer secret of our app'

export const signed = (secret: string, body: string | Uint8Array) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`

/** The bytes that X sends: signs beyond ASCII and slashes written as escapes. */
export const bytesOf = (body: object): Buffer =>
  Buffer.from(
    JSON.stringify(body)
      .replaceAll('/', '\\/')
      .replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )

export const newer = (body: Uint8Array) => ({ 'x-twitter-webhooks-signature-oauth2': signed(clientSecret, body) })
export const older = (body: Uint8Array) => ({ 'x-twitter-webhooks-signature': signed(consumerSecret, body) })

const userIn = (world: World, id: string) => {
  const { name = '', username = '' } = world.people.get(id) ?? {}
  return { id: Number(id), id_str: id, name, screen_name: username }
}

const tweet = (world: World, post: Post) => ({
  created_at: 'Tue Nov 24 03:00:00 +0000 2026',
  id: Number(post.id),
  id_str: post.id,
  text: post.text.slice(0, 140),
  user: userIn(world, post.author),
  ...(post.references.some(({ type }) => type === 'retweeted') ? { retweeted_status: { id_str: '1' } } : {}),
})

const direct = ({ id, from, to, text, at }: Message) => ({
  type: 'message_create',
  id,
  created_timestamp: String(at.getTime()),
  message_create: {
    target: { recipient_id: to },
    sender_id: from,
    message_data: { text, entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] } },
  },
})

/** Of the Account Activity API: one kind of event in each, several events at once. */
export const account = {
  posts: (world: World, ...posts: Post[]) => ({
    for_user_id: world.us,
    user_has_blocked: false,
    tweet_create_events: posts.map((post) => tweet(world, post)),
  }),
  messages: (world: World, ...messages: Message[]) => ({
    for_user_id: world.us,
    direct_message_events: messages.map(direct),
    users: Object.fromEntries(messages.map(({ from }) => [from, userIn(world, from)])),
  }),
  deleted: (world: World, ...posts: Post[]) => ({
    for_user_id: world.us,
    tweet_delete_events: posts.map(({ id, author }) => ({
      status: { id, user_id: author },
      timestamp_ms: '1764000000000',
    })),
  }),
  liked: (world: World, post: Post) => ({
    for_user_id: world.us,
    favorite_events: [{ id: 'a7ba', favorited_status: tweet(world, post), user: userIn(world, post.author) }],
  }),
  read: (world: World) => ({ for_user_id: world.us, direct_message_mark_read_events: [{ sender_id: '1' }] }),
  revoked: (world: World) => ({
    user_event: {
      revoke: { date_time: '2026-11-24T03:00:00+00:00', target: { app_id: '1' }, source: { user_id: world.us } },
    },
  }),
}

const envelope = (world: World, type: string, payload: object, uuid = '2080761390344937796') => ({
  data: { event_uuid: uuid, filter: { user_id: world.us }, event_type: type, tag: 'lapor', payload },
})

/** Of the X Activity API: one event in an envelope. */
export const activity = {
  mention: (world: World, post: Post, type = 'post.mention.create') =>
    envelope(world, type, {
      id: post.id,
      author_id: post.author,
      text: post.text,
      conversation_id: post.thread,
      ...(post.references.length > 0 ? { referenced_tweets: post.references } : {}),
    }),
  message: (world: World, message: Message) => envelope(world, 'dm.received', account.messages(world, message)),
  deleted: (world: World, { id, author }: Post) => envelope(world, 'post.delete', { id, author_id: author }),
  chat: (world: World, id: string) =>
    envelope(world, 'chat.received', { id, sender_id: '1', encoded_event: 'CwABAAAAEzIw' }),
  profile: (world: World) => envelope(world, 'profile.update.bio', { before: 'a', after: 'b' }),
}
