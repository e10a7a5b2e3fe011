import { z } from 'zod'

/** What Telegram hands in (Bot API 10.3, core.telegram.org/bots/api), as far as we look at it. Everything else may be anything,
 *  and a field of the wrong kind counts as absent: the rest of the message is still somebody's words. Pure. */

const maybe = <T extends z.ZodType>(kind: T) => kind.optional().catch(undefined)
const whole = z.number().int().refine(Number.isSafeInteger)

const user = z.object({
  id: whole,
  is_bot: maybe(z.boolean()),
  first_name: maybe(z.string()),
  last_name: maybe(z.string()),
  username: maybe(z.string()),
})
const chat = z.object({ id: whole, type: maybe(z.string()) })
const file = z.object({
  file_id: z.string().min(1).max(1000),
  file_name: maybe(z.string()),
  mime_type: maybe(z.string()),
  file_size: maybe(z.number()),
})
const size = z.object({ file_id: z.string().min(1).max(1000), width: maybe(z.number()), height: maybe(z.number()) })
const location = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  live_period: maybe(z.number()),
})
const words = maybe(z.string())

const earlier = z.object({ from: maybe(user), text: words, caption: words })

export const message = z.object({
  message_id: whole,
  date: whole,
  chat,
  from: maybe(user),
  edit_date: maybe(whole),
  sender_chat: maybe(chat),
  text: words,
  caption: words,
  rich_message: maybe(z.unknown()),
  photo: maybe(z.array(size)),
  document: maybe(file),
  animation: maybe(file),
  audio: maybe(file),
  video: maybe(file),
  video_note: maybe(file),
  voice: maybe(file),
  live_photo: maybe(z.object({ photo: maybe(z.array(size)) })),
  location: maybe(location),
  venue: maybe(z.object({ location, title: words, address: words })),
  contact: maybe(z.object({ phone_number: words, first_name: words, last_name: words })),
  sticker: maybe(z.object({ emoji: words })),
  poll: maybe(z.object({ question: words })),
  reply_to_message: maybe(earlier),
  quote: maybe(z.object({ text: words })),
})
export type Message = z.infer<typeof message>

export const callback = z.object({
  id: z.string().min(1).max(200),
  from: user,
  data: words,
  message: maybe(z.object({ chat })),
})
export const membership = z.object({ chat, from: user, date: whole, new_chat_member: z.object({ status: z.string() }) })

/** The kinds that setWebhook asks for. Others come shortly after such a change, and are let go. */
export const kinds = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

const outer = z.looseObject({ update_id: whole })
export type Update = Readonly<z.infer<typeof outer>>

/** @returns nothing when it is not an update at all. */
export const updateIn = (value: unknown): Update | undefined => {
  const read = outer.safeParse(value)
  return read.success ? read.data : undefined
}
