import { z } from 'zod'
import type { Event, Medium, Pin, Said } from '../../talk/messenger.ts'
import type { Entry, Found } from './entry.ts'
import { id, type Kept, moment, nameOf, noise, perhaps, readable, those, words } from './kept.ts'

/** Messages on Messenger and Instagram, which have the same shape. Pure. */

const known = z.object({ id })
const address = perhaps(z.string().max(4000))
const attachment = z.object({
  type: z.string(),
  payload: perhaps(
    z.object({
      url: address,
      title: perhaps(z.string()),
      sticker_id: perhaps(id),
      coordinates: perhaps(z.object({ lat: z.number().min(-90).max(90), long: z.number().min(-180).max(180) })),
    }),
  ),
})
const messaging = z.object({
  sender: perhaps(known),
  timestamp: perhaps(moment),
  message: perhaps(
    z.object({
      mid: perhaps(id),
      text: perhaps(z.string()),
      is_echo: perhaps(z.boolean()),
      is_deleted: perhaps(z.boolean()),
      quick_reply: perhaps(z.object({ payload: perhaps(z.string()) })),
      attachments: those(attachment),
    }),
  ),
  message_edit: perhaps(z.object({ mid: id, text: perhaps(z.string()), num_edit: perhaps(id) })),
  postback: perhaps(z.object({ mid: perhaps(id), title: perhaps(z.string()), payload: perhaps(z.string()) })),
  delivery: perhaps(z.object({ mids: those(id) })),
  read: perhaps(z.object({ mid: perhaps(id) })),
})
type Messaging = z.infer<typeof messaging>

/** Echoes and what we say ourselves are left out, likes too; and that all before a moment was read, which names no message. */
export const messagingEvents = (entry: Entry): Found[] => entry.messaging.flatMap((event) => found(entry, event))

function found(entry: Entry, event: Readonly<Record<string, unknown>>): Found[] {
  const read = messaging.safeParse(event)
  if (!read.success) return []
  const { sender, timestamp, message, message_edit: edit, postback, delivery, read: seen } = read.data
  if (message?.is_echo || sender?.id === entry.id) return []
  const one = (...key: unknown[]): Found[] => [{ part: 'messaging', event, key, at: timestamp }]
  if (message) return one(message.is_deleted ? 'deleted' : 'message', message.mid)
  if (edit) return one('edit', edit.num_edit ?? words(edit.text), edit.mid)
  if (postback) return one('postback', postback.mid ?? `${sender?.id} ${timestamp} ${postback.payload}`)
  if (seen?.mid) return one('read', seen.mid)
  return (delivery?.mids ?? []).map((mid) => ({
    part: 'messaging',
    event: { ...event, delivery: { mids: [mid] } },
    key: ['delivery', mid],
    at: timestamp,
  }))
}

export function readMessaging({ event, at }: Kept): Event {
  const told = readable(messaging, event)
  const [arrived = told.read?.mid] = told.delivery?.mids ?? []
  if (arrived) return { is: 'fate', id: arrived, arrived: true }
  const by = told.sender?.id ?? ''
  if (told.message?.is_deleted) return { is: 'deleted', id: told.message.mid ?? '', by }
  if (by === '') return noise('nobody')
  const said = saidIn(told)
  if (!said) return noise('sticker')
  const private_ = { from: { id: by, name: '' }, reach: 'private', thread: by, quoted: [] } as const
  return { is: 'said', said: { ...private_, at: new Date(at), ...said } }
}

type Told = Pick<Said, 'id' | 'text' | 'media' | 'pin' | 'pressed' | 'edited'>

function saidIn({ message, message_edit: edit, postback, timestamp }: Messaging): Told | undefined {
  if (edit) return { id: edit.mid, text: words(edit.text), media: [], edited: true }
  if (postback)
    return {
      id: postback.mid ?? `postback ${timestamp}`,
      text: words(postback.title),
      media: [],
      ...pressedBy(postback),
    }
  const { mid = '', attachments = [] } = message ?? {}
  const pin = attachments.map(pinIn).find((one) => one !== undefined)
  const media = attachments.flatMap(mediumIn)
  const text = words(message?.text ?? linkIn(attachments))
  const onlySticker = attachments.length > 0 && attachments.every(({ payload }) => payload?.sticker_id)
  if (onlySticker && text === '') return undefined
  return { id: mid, text, media, ...(pin ? { pin } : {}), ...pressedBy(message?.quick_reply) }
}

const pressedBy = (button: { payload?: string | undefined } | undefined) =>
  button?.payload === undefined ? {} : { pressed: words(button.payload) }

/** Shared posts and stories come as their picture. */
const kinds: Readonly<Record<string, Medium['kind']>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  file: 'file',
  share: 'image',
  story_mention: 'image',
  ig_post: 'image',
  reel: 'video',
  ig_reel: 'video',
}

type Attachment = z.infer<typeof attachment>

function mediumIn({ type, payload }: Attachment): Medium[] {
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (!kind || !payload?.url || payload.sticker_id) return []
  const name = nameOf(payload.title)
  return [{ ref: payload.url, kind, ...(name ? { name } : {}) }]
}

function pinIn({ type, payload }: Attachment): Pin | undefined {
  if (type !== 'location' || !payload?.coordinates) return undefined
  const { lat: latitude, long: longitude } = payload.coordinates
  return { latitude, longitude, label: nameOf(payload.title) }
}

/** A link that was sent by itself. */
const linkIn = (attachments: readonly Attachment[]) => attachments.find(({ type }) => type === 'fallback')?.payload?.url
