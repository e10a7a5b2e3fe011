import * as events from '../graph/events.ts'
import { buttonsOf, type Meta } from './meta.ts'
import { type Network, numberOf, record, type Saying, sinceLast } from './network.ts'

/** People who write to our number on WhatsApp, and what their telephones say of our messages. */

export type WhatsApp = Network &
  Readonly<{ fares: (id: string, state: 'delivered' | 'read' | 'failed') => Promise<void> }>

export function whatsappPeople({ graph, bring, next, now, photo }: Meta): WhatsApp {
  const names = new Map<string, string>()
  const gone = new Set<string>()
  const sent = sinceLast(() => graph.sent)
  const { look, write } = record(
    () =>
      sent().flatMap((one) => {
        const who = names.get(one.to)
        if (who === undefined || !one.path.startsWith(`/${events.number}/`)) return []
        return [{ id: one.id, reach: 'private', who, isOurs: true, text: one.text, photos: 0, buttons: buttonsOf(one) }]
      }),
    now,
  )
  const phone = (who: string) => `62${numberOf(who)}`
  const told = async (who: string, ...all: [id: string, type: string, more: object][]) => {
    names.set(phone(who), who)
    graph.world.heard.set(phone(who), now())
    const messages = all.map(([id, type, more]) => events.whatsappMessage(phone(who), { at: now() }, id, type, more))
    const contacts = [events.contact(phone(who), who)]
    await bring(events.whatsapp(events.whatsappEntry({ contacts, messages })))
  }

  /** Several pictures are several messages, in one delivery; words stand under the first. */
  async function says(saying: Saying): Promise<string> {
    const { who, text, photos = [], pin } = saying
    const id = () => `wamid.H${next()}`
    const pictures = photos.map((bytes, n): [string, string, object] => {
      const image = { id: photo(bytes, true).id, mime_type: 'image/jpeg' }
      return [id(), 'image', { image: n === 0 && text ? { ...image, caption: text } : image }]
    })
    const words: [string, string, object][] =
      text && photos.length === 0 ? [[id(), 'text', { text: { body: text } }]] : []
    const place: [string, string, object][] = pin ? [[id(), 'location', { location: pin }]] : []
    const all = [...words, ...pictures, ...place]
    const first = write(all[0]?.[0] ?? id(), saying)
    await told(who, ...all)
    return first
  }
  return {
    ...{ service: 'whatsapp', title: 'WhatsApp', reaches: ['private'], hasPins: true, forgets: ['private'] },
    says,
    presses: async (who, { title, carries }) => {
      const id = write(`wamid.H${next()}`, { who, text: title })
      await told(who, [
        id,
        'interactive',
        { interactive: { type: 'button_reply', button_reply: { id: carries, title } } },
      ])
    },
    takesBack: async (id) => {
      const line = look().find((one) => one.id === id)
      if (!line) throw new Error('nobody wrote that')
      gone.add(id)
      await told(line.who, [`wamid.H${next()}`, 'revoke', { revoke: { original_message_id: id } }])
    },
    fares: async (id, state) => {
      const who = look().find((one) => one.id === id)?.who ?? ''
      const more = state === 'failed' ? { errors: [{ code: 131_026, title: 'Message undeliverable' }] } : {}
      const statuses = [events.whatsappStatus(id, state, phone(who), { at: now() }, more)]
      await bring(events.whatsapp(events.whatsappEntry({ statuses })))
    },
    lines: look,
    unseen: () => gone,
  }
}
