import * as events from '../graph/events.ts'
import type { Sent } from '../graph/graph.ts'
import { buttonsOf, type Meta, messageTo } from './meta.ts'
import { type Line, type Network, numberOf, record, type Saying, sinceLast } from './network.ts'

/** People on Facebook and Instagram: they comment under what we wrote, and write to us alone. */

type Kind = Readonly<{
  service: 'facebook' | 'instagram'
  title: string
  account: string
  person: (who: string) => string
  /** The path by which an answer under a comment is sent. */
  under: RegExp
  hasPins: boolean
  forgets: Network['forgets']
  wrap: (entry: object) => object
  commented: (meta: Meta, id: string, saying: Saying) => object
  removed?: (meta: Meta, id: string, who: string) => object
}>

const facebook: Kind = {
  ...{ service: 'facebook', title: 'Facebook', account: events.ours.page, under: /\/comments$/, hasPins: true },
  person: (who) => `24${numberOf(who)}`,
  forgets: ['public', 'private'],
  wrap: events.page,
  commented: ({ now, photo }, id, { who, text = '', photos: [first] = [], under }) =>
    events.feedEntry(
      now(),
      events.pageComment({ id: facebook.person(who), name: who }, { at: now() }, id, text, {
        ...(first ? { photo: photo(first).url } : {}),
        ...(under ? { parent_id: under } : {}),
      }),
    ),
  removed: ({ now }, id, who) =>
    events.feedEntry(now(), {
      ...events.pageComment({ id: facebook.person(who), name: who }, { at: now() }, id, ''),
      ...{ verb: 'remove', message: undefined },
    }),
}

const instagram: Kind = {
  ...{ service: 'instagram', title: 'Instagram', account: events.ours.instagram, under: /\/replies$/, hasPins: false },
  person: (who) => `17${numberOf(who)}`,
  forgets: ['private'],
  wrap: events.instagram,
  commented: ({ now }, id, { who, text = '', under }) => {
    const from = { id: instagram.person(who), username: who.toLowerCase().replace(/\W+/g, '.') }
    return events.instagramEntry(
      now(),
      'comments',
      events.instagramComment(from, id, text, under ? { parent_id: under } : {}),
    )
  },
}

export const facebookPeople = (meta: Meta) => people(meta, facebook)
export const instagramPeople = (meta: Meta) => people(meta, instagram)

function people(meta: Meta, kind: Kind): Network {
  const { graph, bring, next, now, photo } = meta
  const names = new Map<string, string>()
  const gone = new Set<string>()
  const sent = sinceLast(() => graph.sent)
  const { look, write } = record((lines) => sent().flatMap((one) => ours(kind, names, lines, one)), now)

  async function message(who: string, mid: string, more: object): Promise<void> {
    const from = kind.person(who)
    names.set(from, who)
    graph.world.heard.set(from, now())
    await bring(kind.wrap(messageTo(kind.account, from, now(), mid, more)))
  }
  async function says(saying: Saying): Promise<string> {
    const { who, text, photos = [], pin, reach = 'private' } = saying
    names.set(kind.person(who), who)
    if (reach === 'public') {
      const id = write(kind.service === 'facebook' ? `900_${next()}` : `178${next()}`, saying)
      await bring(kind.wrap(kind.commented(meta, id, saying)))
      return id
    }
    const images = photos.map((bytes) => ({ type: 'image', payload: { url: photo(bytes).url } }))
    const place = pin && { type: 'location', payload: { coordinates: { lat: pin.latitude, long: pin.longitude } } }
    const attachments = place ? [...images, place] : images
    const id = write(`m_${next()}`, saying)
    await message(who, id, { ...(text ? { text } : {}), ...(attachments.length > 0 ? { attachments } : {}) })
    return id
  }
  return {
    ...kind,
    reaches: ['public', 'private'],
    says,
    presses: async (who, { title, carries }) => {
      const id = write(`m_${next()}`, { who, text: title })
      await message(who, id, { text: title, quick_reply: { payload: carries } })
    },
    takesBack: async (id) => {
      const line = look().find((one) => one.id === id)
      if (!line) throw new Error('nobody wrote that')
      gone.add(id)
      if (line.reach === 'private') return message(line.who, id, { is_deleted: true })
      if (!kind.removed) throw new Error(`${kind.title} tells nobody that a comment is gone`)
      await bring(kind.wrap(kind.removed(meta, id, line.who)))
    },
    lines: look,
    unseen: () => new Set([...gone, ...graph.hidden]),
  }
}

function ours(kind: Kind, names: Map<string, string>, lines: readonly Line[], sent: Sent): Omit<Line, 'at'>[] {
  const under = kind.under.test(sent.path) || !names.has(sent.to) ? lines.find(({ id }) => id === sent.to) : undefined
  const who = under?.who ?? names.get(sent.to)
  if (who === undefined) return []
  const reach = kind.under.test(sent.path) ? 'public' : 'private'
  const line = { id: sent.id, reach, who, isOurs: true, text: sent.text, photos: 0, buttons: buttonsOf(sent) } as const
  return [reach === 'public' ? { ...line, under: sent.to } : line]
}
