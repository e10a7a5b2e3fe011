import { z } from 'zod'
import type { Event, Medium, Said } from '../../../talk/messenger.ts'
import { id, type Kept, nameOf, noise, perhaps, readable, those, words } from '../kept.ts'

/** What somebody said on WhatsApp, and what became of a message of ours. Pure. */

const text = perhaps(z.string())
const file = perhaps(z.object({ id, caption: text, filename: text }))
const choice = perhaps(z.object({ id: text, title: text }))
const inside = {
  text: perhaps(z.object({ body: text })),
  image: file,
  video: file,
  audio: file,
  document: file,
  location: perhaps(
    z.object({
      latitude: z.coerce.number().min(-90).max(90),
      longitude: z.coerce.number().min(-180).max(180),
      name: text,
      address: text,
    }),
  ),
  interactive: perhaps(z.object({ button_reply: choice, list_reply: choice })),
  button: perhaps(z.object({ payload: text, text })),
  contacts: those(
    z.object({ name: perhaps(z.object({ formatted_name: text })), phones: those(z.object({ phone: text })) }),
  ),
}
const message = z.object({
  id: perhaps(id),
  from: perhaps(id),
  from_user_id: perhaps(id),
  type: perhaps(z.string()),
  ...inside,
  revoke: perhaps(z.object({ original_message_id: id })),
  edit: perhaps(z.object({ original_message_id: id, message: perhaps(z.object(inside)) })),
})
type Inside = z.infer<z.ZodObject<typeof inside>>
const contact = perhaps(z.object({ profile: perhaps(z.object({ name: text, username: text })) }))
const status = z.object({ id, status: z.string() })

export function readStatus({ event }: Kept): Event {
  const { id: number, status: state } = readable(status, event)
  return { is: 'fate', id: number, arrived: state !== 'failed' }
}

export function readWhatsApp({ event, at, contact: about }: Kept): Event {
  const told = readable(message, event)
  // Numbers may be hidden behind names; the user's own number at our business is always there, and stays.
  const by = told.from_user_id ?? told.from ?? ''
  if (by === '') return noise('nobody')
  if (told.revoke) return { is: 'deleted', id: told.revoke.original_message_id, by }
  if (told.type === 'sticker') return noise('sticker')
  const { profile } = readable(contact, about) ?? {}
  const edited = told.edit?.message
  return {
    is: 'said',
    said: {
      from: { id: by, name: nameOf(profile?.name ?? profile?.username) },
      reach: 'private',
      id: told.edit?.original_message_id ?? told.id ?? '',
      thread: by,
      at: new Date(at),
      quoted: [],
      ...saidIn(edited ?? told),
      ...(edited ? { edited: true } : {}),
    },
  }
}

/** Polls and whatever else is not shown to us are words that we cannot read: empty ones. */
function saidIn(told: Inside): Pick<Said, 'text' | 'media' | 'pin' | 'pressed'> {
  const { interactive, button, location } = told
  const chosen = interactive?.button_reply ?? interactive?.list_reply
  const pressed = chosen?.id ?? button?.payload
  const label = [location?.name, location?.address].filter(Boolean).join(', ')
  const media = mediaIn(told)
  return {
    text: words(told.text?.body ?? media.caption ?? chosen?.title ?? button?.text ?? peopleIn(told)),
    media: media.files,
    ...(location ? { pin: { latitude: location.latitude, longitude: location.longitude, label: nameOf(label) } } : {}),
    ...(pressed === undefined ? {} : { pressed: words(pressed) }),
  }
}

function mediaIn({ image, video, audio, document }: Inside): { files: Medium[]; caption: string | undefined } {
  const all = { image, video, audio, file: document }
  const files = Object.entries(all).flatMap(([kind, one]): Medium[] => {
    const name = nameOf(one?.filename)
    return one ? [{ ref: one.id, kind: kind as Medium['kind'], ...(name ? { name } : {}) }] : []
  })
  return { files, caption: Object.values(all).find((one) => one?.caption)?.caption }
}

const peopleIn = ({ contacts }: Inside) =>
  contacts.map(({ name, phones }) => [name?.formatted_name, ...phones.map(({ phone }) => phone)].join(' ')).join('\n')
