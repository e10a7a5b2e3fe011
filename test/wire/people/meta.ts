import * as events from '../graph/events.ts'
import type { GraphStandIn, Sent } from '../graph/graph.ts'
import { brought, delivery } from '../graph/signed.ts'
import type { Press } from './network.ts'

/** What the people of Meta's three services have in common: a door that hears what they do, and photos with addresses. */

export type Meta = Readonly<{
  graph: GraphStandIn
  now: () => Date
  /** Signed and brought until it is taken. */
  bring: (value: unknown) => Promise<void>
  /** A number that nothing had before, also not before the last start. */
  next: () => string
  /** @returns the address of a photo, and its number */
  photo: (bytes: Uint8Array, locked?: boolean) => { url: string; id: string }
}>

export function meta(graph: GraphStandIn, door: () => string, now: () => Date): Meta {
  let last = now().getTime() * 100
  const next = () => String(++last)
  const bring = async (value: unknown) => void (await brought(door(), delivery(graph.secrets.appSecret, value)))
  const photo = (bytes: Uint8Array, locked = false) => {
    const id = next()
    graph.files.set(id, { bytes, locked })
    return { id, url: `${graph.origin}/files/${id}` }
  }
  return { graph, now, bring, next, photo }
}

type Reply = Readonly<{ title: string; payload: string }>
type Choice = Readonly<{ id: string; title: string }>
type Body = Readonly<{
  message?: { quick_replies?: Reply[] }
  interactive?: { action?: { buttons?: { reply: Choice }[]; sections?: { rows: Choice[] }[] } }
}>

/** What can be pressed under a message of ours. */
export function buttonsOf({ body }: Sent): Press[] {
  const { message, interactive } = body as Body
  const { buttons = [], sections = [] } = interactive?.action ?? {}
  const choices = [...buttons.map(({ reply }) => reply), ...sections.flatMap(({ rows }) => rows)]
  return [
    ...(message?.quick_replies ?? []).map(({ title, payload }) => ({ title, carries: payload })),
    ...choices.map(({ id, title }) => ({ title, carries: id })),
  ]
}

/** A message on Messenger or Instagram, as it is handed in. */
export const messageTo = (account: string, from: string, at: Date, mid: string, more: object) =>
  events.messagingEntry(account, at, events.message(from, account, { at }, mid, more))
