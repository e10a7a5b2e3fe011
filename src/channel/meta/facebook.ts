import { lengthIn, longest } from '../../notice/limits.ts'
import type { Event, Messenger, Out, Told } from '../../talk/messenger.ts'
import type { Fetch } from '../fetch/fetch.ts'
import { readFeed } from './feed.ts'
import type { Graph } from './graph.ts'
import { type Kept, kept, noise } from './kept.ts'
import { readMessaging } from './messaging.ts'
import { fetched, hidden, toAuthor, toPerson, under } from './page.ts'
import { toldOf } from './told.ts'

/** Our page on Facebook: comments and posts of visitors in public, Messenger in private. */

export type Wire = Readonly<{ graph: Graph; fetch: Fetch; allow: readonly string[]; now: () => Date }>

export function facebook({ graph, fetch, allow, now }: Wire): Messenger {
  const page = pageOf(graph)
  const send = async (out: Out): Promise<Told> => {
    if (out.way === 'private') return toPerson(graph, out, now())
    if (out.way === 'public') return under(graph, out, 'comments')
    const ours = await page()
    if (typeof ours !== 'string') return ours
    // Of a post, the first number is the page's; of a comment, the post's.
    const recipient = out.to.startsWith(`${ours}_`) ? { post_id: out.to } : { comment_id: out.to }
    return toAuthor(graph, out, recipient, now())
  }
  return {
    name: 'facebook',
    longest: longest.facebook,
    lengthOf: (text) => lengthIn('facebook', text),
    read: async (event) => readPage(kept.parse(event)),
    send,
    fetch: fetched(fetch, allow),
    hide: (id) => hidden(graph, id, { is_hidden: true }),
  }
}

function readPage(one: Kept): Event {
  if (one.part === 'messaging') return readMessaging(one)
  return one.part === 'feed' ? readFeed(one) : noise(one.part)
}

/** Asked once: the token knows whose it is. */
function pageOf(graph: Graph): () => Promise<string | Told> {
  let known: string | undefined
  return async () => {
    if (known) return known
    const answer = await graph.get('me', { fields: 'id' })
    if (!answer.ok) return toldOf(answer.fault)
    const { id } = answer.body as { id?: unknown }
    known = typeof id === 'string' ? id : undefined
    return known ?? { ok: false, reason: 'later', answer: 'Graph does not say whose the token is' }
  }
}
