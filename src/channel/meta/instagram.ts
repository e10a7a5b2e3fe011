import { z } from 'zod'
import { NotYet } from '../../inbox/not-yet.ts'
import { lengthIn, longest } from '../../notice/limits.ts'
import type { Event, Messenger, Out, Told } from '../../talk/messenger.ts'
import { mention, readComment } from './comment.ts'
import type { Wire } from './facebook.ts'
import type { Graph } from './graph.ts'
import { type Kept, kept, moment, nameOf, noise, perhaps, readable, words } from './kept.ts'
import { readMessaging } from './messaging.ts'
import { fetched, hidden, toAuthor, toPerson, under } from './page.ts'
import { toldOf } from './told.ts'

/** Our account on Instagram, which our page on Facebook speaks for: comments in public, messages in private. */

export function instagram({ graph, fetch, allow, now }: Wire): Messenger {
  const send = async (out: Out): Promise<Told> => {
    if (out.way === 'private') return toPerson(graph, out, now())
    if (out.way === 'public') return under(graph, out, 'replies')
    return toAuthor(graph, out, { comment_id: out.to }, now())
  }
  return {
    name: 'instagram',
    // Messages are counted in bytes; comments in letters, which are never more.
    longest: longest.instagram,
    lengthOf: (text) => lengthIn('instagram', text),
    read: async (event) => readInstagram(graph, kept.parse(event)),
    send,
    fetch: fetched(fetch, allow),
    hide: (id) => hidden(graph, id, { hide: true }),
  }
}

async function readInstagram(graph: Graph, one: Kept): Promise<Event> {
  if (one.part === 'messaging') return readMessaging(one)
  if (one.part === 'comment') return readComment(one)
  return one.part === 'mention' ? readMention(graph, one) : noise(one.part)
}

const named = z.object({
  text: perhaps(z.string()),
  caption: perhaps(z.string()),
  username: perhaps(z.string()),
  timestamp: perhaps(z.string()),
})
const found = z.object({ mentioned_comment: perhaps(named), mentioned_media: perhaps(named) })

/** The event only says where we were named: the words are asked for. @throws NotYet */
async function readMention(graph: Graph, { account, event, at }: Kept): Promise<Event> {
  const { media_id: media, comment_id: comment } = readable(mention, event)
  if (!/^\d+$/.test(media) || !/^\d*$/.test(comment ?? '')) return noise('nameless')
  const field = comment
    ? `mentioned_comment.comment_id(${comment}){text,username,timestamp}`
    : `mentioned_media.media_id(${media}){caption,username,timestamp}`
  const answer = await graph.get(account, { fields: field })
  if (!answer.ok) {
    const told = toldOf(answer.fault)
    if (told.reason === 'later') throw new NotYet(`a mention is not told: ${told.answer}`)
    return noise('gone')
  }
  const { mentioned_comment, mentioned_media } = readable(found, answer.body)
  const { text, caption, username, timestamp } = mentioned_comment ?? mentioned_media ?? {}
  const said = words(text ?? caption)
  if (said === '') return noise('empty')
  const number = comment ?? media
  return {
    is: 'said',
    said: {
      from: { id: nameOf(username) || number, name: nameOf(username) },
      reach: 'public',
      id: number,
      thread: number,
      at: new Date(moment.safeParse(Date.parse(timestamp ?? '')).data ?? at),
      text: said,
      quoted: [],
      media: [],
    },
  }
}
