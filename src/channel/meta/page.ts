import { z } from 'zod'
import { NotYet } from '../../inbox/not-yet.ts'
import { shorten } from '../../report/input.ts'
import { type Messenger, mostBytes, type Out, type Told } from '../../talk/messenger.ts'
import type { Fetch } from '../fetch/fetch.ts'
import { type Fault, type Graph, isNumber } from './graph.ts'
import { toldOf } from './told.ts'

/** What leaves by the token of our page: Messenger, comments on Facebook, and the same on Instagram. */

const day = 24 * 3_600_000
/** Words by hand may come later; automatic ones may not (the rules of the platform on the tag HUMAN_AGENT). */
const week = 7 * day
const mostReplies = 13
const longestTitle = 20

export const closed = (answer: string): Told => ({ ok: false, reason: 'closed', answer })
export const refused = (answer: string): Told => ({ ok: false, reason: 'refused', answer })

/** How long ago, in milliseconds. Who never wrote, wrote infinitely long ago. */
export const silence = (heardAt: Date | null, now: Date): number =>
  heardAt ? now.getTime() - heardAt.getTime() : Number.POSITIVE_INFINITY
export const windowOf = { day, week }

const sent = z.object({ message_id: z.string().optional(), id: z.string().optional() })

export async function posted(graph: Graph, path: string, body: object): Promise<Told> {
  const answer = await graph.post(path, body)
  if (!answer.ok) return toldOf(answer.fault)
  const { message_id, id = message_id } = sent.safeParse(answer.body).data ?? {}
  return { ok: true, ...(id === undefined ? {} : { id }) }
}

/** To a person, in the time in which we may. */
export async function toPerson(graph: Graph, out: Out, now: Date): Promise<Told> {
  const silent = silence(out.heardAt, now)
  const kind =
    silent <= day
      ? { messaging_type: 'RESPONSE' }
      : out.byHand && silent <= week
        ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }
        : undefined
  if (!kind) return closed('not heard for a day')
  return posted(graph, 'me/messages', { recipient: { id: out.to }, ...kind, message: messageOf(out) })
}

/** To the author of a public post or comment: once, in the week after it. */
export async function toAuthor(graph: Graph, out: Out, recipient: object, now: Date): Promise<Told> {
  if (out.heardAt && silence(out.heardAt, now) > week) return closed('said more than a week ago')
  return posted(graph, 'me/messages', { recipient, message: messageOf(out) })
}

export const messageOf = ({ text, buttons }: Out) => ({
  text,
  ...(buttons.length > 0
    ? {
        quick_replies: buttons.slice(0, mostReplies).map(({ carries, title }) => ({
          content_type: 'text',
          title: shorten(title, longestTitle),
          payload: carries,
        })),
      }
    : {}),
})

/** Under a public post: words alone. */
export const under = async (graph: Graph, out: Out, edge: 'comments' | 'replies'): Promise<Told> =>
  isNumber(out.to) ? posted(graph, `${out.to}/${edge}`, { message: out.text }) : refused('no number of Graph')

const isAway = ({ status, isTransient }: Fault) => isTransient || status === 0 || status === 429 || status >= 500

/** @throws NotYet when Graph is away */
export async function hidden(graph: Graph, id: string, how: object): Promise<boolean> {
  if (!isNumber(id)) return false
  const answer = await graph.post(id, how)
  if (!answer.ok && isAway(answer.fault)) throw new NotYet(toldOf(answer.fault).answer)
  return answer.ok && (answer.body as { success?: unknown }).success === true
}

/** Attachments have addresses that anybody may fetch, for a while. @throws when nobody is there */
export const fetched =
  (fetch: Fetch, allow: readonly string[]): Messenger['fetch'] =>
  async ({ ref }) => {
    const answer = await fetch(ref, { mostBytes, allow })
    return bytesOf(answer)
  }

/** @throws to be asked again later */
export function bytesOf(answer: Awaited<ReturnType<Fetch>>): Uint8Array | undefined {
  if (!answer.ok) {
    if (answer.reason === 'unreachable') throw new Error('a file of Meta is out of reach')
    return undefined
  }
  const { status, bytes } = answer
  if (status >= 500 || status === 429) throw new Error(`a file of Meta was answered with ${status}`)
  return status === 200 ? bytes : undefined
}
