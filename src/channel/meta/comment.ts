import { z } from 'zod'
import type { Event } from '../../talk/messenger.ts'
import type { Entry, Found } from './entry.ts'
import { id, type Kept, nameOf, noise, perhaps, readable, words } from './kept.ts'

/** Comments under our pictures on Instagram, and where somebody names us elsewhere. Pure. */

const comment = z.object({
  id,
  text: perhaps(z.string()),
  parent_id: perhaps(id),
  media: perhaps(z.object({ id })),
  from: perhaps(z.object({ id, username: perhaps(z.string()), self_ig_scoped_id: perhaps(id) })),
})
export const mention = z.object({ media_id: id, comment_id: perhaps(id) })

/** What we say ourselves is left out. */
export const instagramEvents = (entry: Entry): Found[] =>
  entry.changes.flatMap(({ field, value }): Found[] => {
    if (field === 'mentions') {
      const { success, data } = mention.safeParse(value)
      return success ? [{ part: 'mention', event: value, key: [data.comment_id ?? data.media_id] }] : []
    }
    if (field !== 'comments' && field !== 'live_comments') return []
    const { success, data } = comment.safeParse(value)
    if (!success || isOurs(entry, data)) return []
    return [{ part: 'comment', event: value, key: [data.id] }]
  })

const isOurs = ({ id: account }: Entry, { from }: z.infer<typeof comment>) =>
  from !== undefined && (from.id === account || from.id === from.self_ig_scoped_id)

export function readComment({ event, at }: Kept): Event {
  const { id: number, from, parent_id: parent, media, text } = readable(comment, event)
  const said = words(text)
  if (said === '') return noise('empty')
  return {
    is: 'said',
    said: {
      from: { id: from?.id ?? number, name: nameOf(from?.username) },
      reach: 'public',
      id: number,
      thread: media?.id ?? parent ?? number,
      at: new Date(at),
      text: said,
      quoted: [],
      media: [],
    },
  }
}
