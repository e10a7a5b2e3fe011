import { z } from 'zod'
import type { Charges } from '../../inbox/position.ts'

/** What X answers, as far as we read it. Pure. Unknown fields are left out, a part that is not as published is left out too. */

const number = z.string().regex(/^\d{1,20}$/)
const text = z.string().catch('')
/** The elements that are as they should be. */
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) =>
      all.flatMap((one): z.output<T>[] => {
        const { success, data } = item.safeParse(one)
        return success ? [data] : []
      }),
    )

const link = z.object({ url: z.string(), expanded_url: text, media_key: z.string().optional().catch(undefined) })
const entities = z.object({ urls: listOf(link) }).catch({ urls: [] })
const attachments = z.object({ media_keys: listOf(z.string()) }).catch({ media_keys: [] })
const reference = z.object({ type: z.string(), id: number })

export const post = z.object({
  id: number,
  text,
  author_id: number,
  conversation_id: number.optional().catch(undefined),
  created_at: z.iso.datetime().optional().catch(undefined),
  referenced_tweets: listOf(reference),
  /** A long post has all its words here. */
  note_tweet: z.object({ text: z.string(), entities }).optional().catch(undefined),
  entities,
  attachments,
  geo: z
    .object({
      place_id: z.string().optional().catch(undefined),
      coordinates: z
        .object({ coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
})
export type Post = z.infer<typeof post>

export const message = z.object({
  id: number,
  event_type: z.string().catch('MessageCreate'),
  text,
  sender_id: number,
  created_at: z.iso.datetime().optional().catch(undefined),
  referenced_tweets: listOf(z.object({ id: number })),
  entities,
  attachments,
})
export type Message = z.infer<typeof message>

const user = z.object({ id: number, name: text, username: text })
const variant = z.object({ url: z.string(), content_type: text, bit_rate: z.number().catch(0) })
const media = z.object({
  media_key: z.string(),
  type: z.string(),
  url: z.string().optional().catch(undefined),
  variants: listOf(variant),
})
export type Media = z.infer<typeof media>
const place = z.object({ id: z.string(), full_name: text })

const includes = z
  .object({ users: listOf(user), tweets: listOf(post), media: listOf(media), places: listOf(place) })
  .catch({ users: [], tweets: [], media: [], places: [] })
export type Includes = z.infer<typeof includes>

const failure = z.object({ resource_id: z.string().optional().catch(undefined), type: text })

export const posts = z.object({ data: listOf(post), includes, errors: listOf(failure) })
export const oneMessage = z.object({ data: message.optional().catch(undefined), includes, errors: listOf(failure) })
export const page = z.object({
  data: listOf(z.object({ id: number })),
  meta: z.object({ next_token: z.string().max(1000).optional().catch(undefined) }).catch({}),
})

/** What X asks for each thing that it gives, in thousandths of a dollar. */
export const prices = {
  post: 5,
  user: 10,
  media: 5,
  message: 10,
  create: 15,
  createWithLink: 200,
  direct: 15,
  manage: 5,
}

export function chargesOf({ users, tweets, media: files }: Includes): Charges {
  return Object.fromEntries([
    ...users.map(({ id }) => [`user|${id}`, prices.user]),
    ...tweets.map(({ id }) => [`post|${id}`, prices.post]),
    ...files.map(({ media_key: key }) => [`media|${key.slice(0, 64)}`, prices.media]),
  ])
}
