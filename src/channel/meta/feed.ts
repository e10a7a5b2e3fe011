import { z } from 'zod'
import type { Event, Medium } from '../../talk/messenger.ts'
import type { Entry, Found } from './entry.ts'
import { id, type Kept, moment, nameOf, noise, perhaps, readable, those, words } from './kept.ts'

/** What people write on our page on Facebook: comments, posts of visitors, what they change and take back. Pure. */

const address = perhaps(z.string().max(4000))
const change = z.object({
  item: z.string(),
  verb: z.string(),
  from: perhaps(z.object({ id, name: perhaps(z.string()) })),
  comment_id: perhaps(id),
  post_id: perhaps(id),
  parent_id: perhaps(id),
  created_time: perhaps(moment),
  message: perhaps(z.string()),
  photo: address,
  video: address,
  link: address,
  photos: those(z.string().max(4000)),
})
type Change = z.infer<typeof change>

const written = new Set(['comment', 'post', 'status', 'photo', 'video', 'share', 'album', 'note'])
const liked = new Set(['reaction', 'like'])
const removes = new Set(['remove', 'delete'])
const writes = new Set(['add', 'edit', 'edited'])

/** Likes, what the page itself says, and what it does about the words of others (hiding them) are left out. */
export const feedEvents = (entry: Entry): Found[] =>
  entry.changes.flatMap(({ field, value }) => {
    const read = change.safeParse(value)
    if (field !== 'feed' || !read.success) return []
    const { item, verb, from, created_time: at, message, photo } = read.data
    if (from?.id === entry.id || liked.has(item)) return []
    const isWritten = writes.has(verb) && (written.has(item) || words(message) !== '')
    if (!isWritten && !removes.has(verb)) return []
    // The same post may come as a post and as its photo, and again with other words.
    const content = removes.has(verb) ? 'gone' : JSON.stringify([words(message), photo ?? null])
    return [{ part: 'feed', event: value, key: [verb, at, content, idOf(read.data)], at }]
  })

const idOf = ({ item, comment_id, post_id }: Change) => (item === 'comment' ? comment_id : post_id) ?? ''

export function readFeed({ event, at }: Kept): Event {
  const told = readable(change, event)
  const { verb, from, parent_id: parent, post_id: post, message } = told
  const number = idOf(told)
  if (number === '') return noise('nameless')
  // Whose privacy keeps them from us is known by this one comment, under which an answer finds them.
  const author = from ?? { id: number }
  if (removes.has(verb)) return { is: 'deleted', id: number, by: from?.id ?? '' }
  const text = words(message)
  const media = mediaOf(told)
  if (text === '' && media.length === 0) return noise('empty')
  return {
    is: 'said',
    said: {
      from: { id: author.id, name: nameOf(from?.name) },
      reach: 'public',
      id: number,
      // All under one post: what an author adds there, and what they answer, is about the same.
      thread: post ?? parent ?? number,
      at: new Date(at),
      text,
      quoted: [],
      media,
      ...(verb === 'add' ? {} : { edited: true }),
    },
  }
}

/** Photos are shown small; what only leads elsewhere on Facebook is no photo. */
function mediaOf({ item, photo, video, link, photos }: Change): Medium[] {
  const images = [photo, ...photos, item === 'photo' ? link : undefined]
  const films = [video, item === 'video' ? link : undefined]
  const only = (refs: readonly (string | undefined)[], kind: Medium['kind']) =>
    [...new Set(refs)].flatMap((ref): Medium[] => (ref ? [{ ref, kind }] : []))
  return [...only(images, 'image'), ...only(films, 'video')]
}
