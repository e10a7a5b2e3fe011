import { z } from 'zod'

/** What is kept of an event of X: not what it says, only what to ask X about. Pure. */

const number = z.string().regex(/^\d{1,20}$/)

export const hint = z.object({
  kind: z.enum(['post', 'message', 'deleted', 'chat', 'revoked']),
  /** Of the post or message; of a chat or a revocation, of the event. */
  id: z.string().min(1).max(64),
  /** Who took it back. */
  by: number.optional(),
})
export type Hint = z.infer<typeof hint>

const object = z.record(z.string(), z.unknown())
const list = z.array(z.unknown()).catch([])

/** The deliveries of the Account Activity API, and of the X Activity API, which follows it. */
const delivery = z.object({
  tweet_create_events: list,
  tweet_delete_events: list,
  direct_message_events: list,
  user_event: z.unknown().optional(),
  data: z
    .object({ event_type: z.string(), event_uuid: z.string().max(64).catch(''), payload: object.catch({}) })
    .optional()
    .catch(undefined),
})

/** Older events give numbers twice; as numbers of JSON they are not exact. */
const numbered = z.union([
  z.object({ id_str: number }).transform(({ id_str: id }) => id),
  z.object({ id: number }).transform(({ id }) => id),
])
const author = z.object({ user: numbered })
const authored = z.object({ author_id: number })
const repost = z.union([
  z.object({ retweeted_status: object }),
  z.object({ referenced_tweets: z.array(z.unknown()).refine((all) => all.some((one) => isRepost(one))) }),
])
const isRepost = (reference: unknown): boolean =>
  z.object({ type: z.literal('retweeted') }).safeParse(reference).success

function postIn(event: unknown, account: string): Hint[] {
  const id = numbered.safeParse(event)
  if (!id.success || repost.safeParse(event).success) return []
  const by = authored.safeParse(event).data?.author_id ?? author.safeParse(event).data?.user
  return by === account ? [] : [{ kind: 'post', id: id.data }]
}

const message = z.object({
  id: number,
  type: z.string().optional(),
  message_create: z.object({ sender_id: number }).optional().catch(undefined),
})

function messageIn(event: unknown, account: string): Hint[] {
  const { data } = message.safeParse(event)
  if (!data || data.message_create?.sender_id === account) return []
  return data.type === undefined || data.type === 'message_create' ? [{ kind: 'message', id: data.id }] : []
}

const status = z.object({ status: z.object({ id: number, user_id: number.optional() }) })
const removed = z.object({ id: number, author_id: number.optional() })

function deletedIn(id: string, by: string | undefined, account: string): Hint[] {
  return by === account ? [] : [{ kind: 'deleted', id, ...(by ? { by } : {}) }]
}

/** What the X Activity API says: one event in an envelope. */
function enveloped({ event_type: type, event_uuid: uuid, payload }: Envelope, account: string): Hint[] {
  if (type === 'post.delete') {
    const { data } = removed.safeParse(payload)
    return data ? deletedIn(data.id, data.author_id, account) : []
  }
  if (/^post\.(create|mention\.create|reply\.create|quote\.create)$/.test(type)) return postIn(payload, account)
  if (type === 'dm.received') return list.parse(payload.direct_message_events).flatMap((one) => messageIn(one, account))
  if (type === 'chat.received') return [{ kind: 'chat', id: z.string().min(1).max(64).catch(uuid).parse(payload.id) }]
  if (type === 'oauth.revoke') return [{ kind: 'revoked', id: uuid || 'oauth' }]
  return []
}
type Envelope = NonNullable<z.infer<typeof delivery>['data']>

const revocation = z.object({ revoke: z.object({ date_time: z.string().max(64).catch('user') }) })

/** @returns what may be words of a person or take them back, or nothing when the delivery is no object at all. */
export function hintsIn(body: unknown, account: string): Hint[] | undefined {
  const { data } = delivery.safeParse(body)
  if (!data) return undefined
  const revoked = revocation.safeParse(data.user_event).data?.revoke.date_time
  return [
    ...data.tweet_create_events.flatMap((event) => postIn(event, account)),
    ...data.direct_message_events.flatMap((event) => messageIn(event, account)),
    ...data.tweet_delete_events.flatMap((event) => {
      const deleted = status.safeParse(event).data?.status
      return deleted ? deletedIn(deleted.id, deleted.user_id, account) : []
    }),
    ...(data.data ? enveloped(data.data, account) : []),
    ...(revoked ? [{ kind: 'revoked', id: revoked } as const] : []),
  ]
}
