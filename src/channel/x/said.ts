import { clean } from '../../report/input.ts'
import type { Medium, Pin, Quoted, Said } from '../../talk/messenger.ts'
import type { Includes, Media, Message, Post } from './answered.ts'

/** A post or direct message of X as what somebody said. Pure. */

const mostWords = 25_000
const mostMedia = 10

type Links = Post['entities']['urls']
type Author = Said['from']

/** X writes three signs as HTML does, and short addresses in place of real ones; those of what is attached or quoted go. */
function wordsOf(text: string, links: Links, aside: (link: Links[number]) => boolean): string {
  let words = text
  for (const link of links) words = words.replaceAll(link.url, () => (aside(link) ? '' : link.expanded_url || link.url))
  return clean(words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'), mostWords)
}

const isPost = (url: string, ids: readonly string[]) =>
  ids.includes(/^https?:\/\/(?:www\.)?(?:x|twitter)\.com\/\w+(?:\/web)?\/status\/(\d+)/.exec(url)?.[1] ?? '')
const isAttached = ({ expanded_url: url, media_key: key }: Links[number]) =>
  key !== undefined || /\/status\/\d+\/(photo|video)\/\d+$|\/messages\/media\/\d+$|ton\.twitter\.com/.test(url)

const nameOf = (id: string, { users }: Includes): Author => {
  const user = users.find((one) => one.id === id)
  return { id, name: clean(user?.name ?? '', 100) || (user?.username ? `@${clean(user.username, 50)}` : '') }
}

/** The smallest film is enough to see what is meant. */
const filmIn = ({ variants }: Media) =>
  variants
    .filter(({ content_type: type }) => type === 'video/mp4')
    .toSorted((one, other) => one.bit_rate - other.bit_rate)[0]?.url

/** The address of a file in a direct message, which only we may read, as the three numbers by which it is asked for. */
const privateFile = /\/dm\/(\d{1,20})\/(\d{1,20})\/([\w.-]{1,50})$/

function mediaOf(keys: readonly string[], { media }: Includes): Medium[] {
  return media
    .filter(({ media_key: key }) => keys.includes(key))
    .slice(0, mostMedia)
    .flatMap((one): Medium[] => {
      const [, event, file, name] = privateFile.exec(one.url ?? '') ?? []
      if (event && file && name) return [{ ref: `dm:${event}/${file}/${name}`, kind: 'image' }]
      if (one.type === 'photo') return one.url ? [{ ref: one.url, kind: 'image' }] : []
      const film = filmIn(one)
      return film ? [{ ref: film, kind: 'video' }] : []
    })
}

function quotedIn(ids: readonly string[], includes: Includes): Quoted[] {
  const found = [...new Set(ids)].flatMap((id) => includes.tweets.find((one) => one.id === id) ?? [])
  return found.map((one) => ({ by: nameOf(one.author_id, includes).name, text: allWords(one) }))
}

function allWords(post: Post): string {
  const { text, entities } = post.note_tweet ?? post
  return wordsOf(text, entities.urls, isAttached)
}

function pinOf({ geo }: Post, { places }: Includes): Pin | undefined {
  if (!geo?.coordinates) return undefined
  const [longitude, latitude] = geo.coordinates.coordinates
  return { latitude, longitude, label: clean(places.find(({ id }) => id === geo.place_id)?.full_name ?? '', 200) }
}

export const isRepost = ({ referenced_tweets: all }: Post): boolean => all.some(({ type }) => type === 'retweeted')

/** @param at when it was written, where X does not say: about when we heard of it */
export function saidInPublic(post: Post, includes: Includes, at: Date): Said {
  const { text, entities } = post.note_tweet ?? post
  const meant = post.referenced_tweets.map(({ id }) => id)
  const pin = pinOf(post, includes)
  return {
    from: nameOf(post.author_id, includes),
    reach: 'public',
    id: post.id,
    thread: post.conversation_id ?? post.id,
    at: post.created_at ? new Date(post.created_at) : at,
    text: wordsOf(text, entities.urls, (link) => isAttached(link) || isPost(link.expanded_url, meant)),
    quoted: quotedIn(meant, includes),
    media: mediaOf(post.attachments.media_keys, includes),
    ...(pin ? { pin } : {}),
  }
}

export function saidInPrivate(message: Message, includes: Includes, at: Date): Said {
  const meant = message.referenced_tweets.map(({ id }) => id)
  return {
    from: nameOf(message.sender_id, includes),
    reach: 'private',
    id: message.id,
    thread: message.sender_id,
    at: message.created_at ? new Date(message.created_at) : at,
    text: wordsOf(message.text, message.entities.urls, (link) => isAttached(link) || isPost(link.expanded_url, meant)),
    quoted: quotedIn(meant, includes),
    media: mediaOf(message.attachments.media_keys, includes),
  }
}
