import type { Event, Said } from '../../talk/messenger.ts'
import { mediaOf, nameOf, pinOf, quotedIn, textOf } from './said.ts'
import { callback, type Message, membership, message, updateIn } from './update.ts'

/** What an update means. Pure. */

/** It may be somebody's words, so it is set aside for a person when it stays so. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}

const noise = (reason: string): Event => ({ is: 'noise', reason })
const dated = (seconds: number) => new Date(seconds * 1000)

/** A message's number counts within its talk alone. */
export const numberOf = (chat: number, id: number) => `${chat}/${id}`

/** @param now when it is read: a button that was pressed bears no time
 *  @throws Unreadable */
export function meaningOf(event: unknown, account: string, now: Date): Event {
  const update = updateIn(event)
  if (!update) throw new Unreadable('no update of Telegram was kept')
  if (update.callback_query !== undefined) return pressed(update.callback_query, now)
  if (update.my_chat_member !== undefined) return fate(update.my_chat_member)
  return update.edited_message === undefined
    ? wordsOf(update.message, account)
    : wordsOf(update.edited_message, account, true)
}

/** An edit is the words said again, in full, under the number of the first: whoever mends the name of a street must not be
 *  served at the old one, and whether the report was handed on meanwhile is not for us to know. Telegram may call it an edit
 *  when nothing changed that we can see; then the same words come again. */
function wordsOf(value: unknown, account: string, edited?: true): Event {
  const read = message.safeParse(value)
  if (!read.success || read.data.chat.type === undefined) throw new Unreadable('a message of Telegram cannot be read')
  const { chat, from, sender_chat, ...rest } = read.data
  if (chat.type !== 'private') return noise('not private')
  if (!from || from.is_bot || sender_chat) return noise('no person')
  if (edited && rest.location) return noise('a step of a moving place')
  return said(read.data, { id: from.id, name: nameOf(from) }, account, edited)
}

function said(data: Message, from: { id: number; name: string }, account: string, edited?: true): Event {
  const [text, media, pin] = [textOf(data), mediaOf(data), pinOf(data)]
  if (text === '' && media.length === 0 && !pin && !data.sticker) return noise('nothing said')
  const person = String(from.id)
  const what: Said = {
    from: { id: person, name: from.name },
    reach: 'private',
    id: numberOf(data.chat.id, data.message_id),
    thread: person,
    at: dated(data.edit_date ?? data.date),
    text,
    quoted: quotedIn(data, account),
    media,
    ...(pin ? { pin } : {}),
    ...(edited ? { edited } : {}),
  }
  return { is: 'said', said: what }
}

function pressed(value: unknown, now: Date): Event {
  const read = callback.safeParse(value)
  if (!read.success) return noise('no button')
  const { id, from, data, message: under } = read.data
  if (!data || under?.chat.type !== 'private' || from.is_bot) return noise('no button of ours')
  const person = String(from.id)
  const who = { id: person, name: nameOf(from) }
  const said: Said = {
    from: who,
    reach: 'private',
    id,
    thread: person,
    at: now,
    text: '',
    quoted: [],
    media: [],
    pressed: data,
  }
  return { is: 'said', said }
}

/** In a private talk this comes only when a person blocks our bot or lets it in again. */
function fate(value: unknown): Event {
  const read = membership.safeParse(value)
  if (!read.success || read.data.chat.type !== 'private') return noise('not private')
  const { from, new_chat_member: now } = read.data
  return { is: 'fate', of: 'person', id: String(from.id), arrived: now.status !== 'kicked' }
}

/** The button that was pressed: Telegram shows it as working until it is answered. */
export const pressIn = (event: unknown): string | undefined =>
  callback.safeParse(updateIn(event)?.callback_query).data?.id
