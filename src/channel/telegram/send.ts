import { z } from 'zod'
import type { Button, Out, Told } from '../../talk/messenger.ts'
import { type Asked, ask, type Bot } from './ask.ts'
import { numberOf } from './read.ts'

/** A message of ours to one person: words as they are, without marks that something would read into them. */

/** What a button may carry, in bytes. Whatever it would have carried can be typed as well. */
const mostCarried = 64

const keyboard = (buttons: readonly Button[]) => {
  const rows = buttons
    .filter(({ carries, title }) => title !== '' && carries !== '' && Buffer.byteLength(carries) <= mostCarried)
    .map(({ carries, title }) => [{ text: title, callback_data: carries }])
  return rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } }
}

export async function send(bot: Bot, { way, to, text, buttons }: Out): Promise<Told> {
  const chat = Number(to)
  if (way !== 'private' || !Number.isSafeInteger(chat) || chat <= 0) return refused('Telegram: to people alone')
  // A link of ours opens somebody's report: Telegram need not look at it for a preview.
  const fields = { chat_id: chat, text, link_preview_options: { is_disabled: true }, ...keyboard(buttons) }
  return toldOf(await ask(bot, 'sendMessage', fields), chat)
}

const sent = z.object({ message_id: z.number().int() })
const refused = (answer: string): Told => ({ ok: false, reason: 'refused', answer })

/** 400 is about the message or the person, 403 that they blocked us: neither is mended by trying again. 401 and 404 are about
 *  our token, which is ours to mend, and 429 says when to come again: both wait. */
function toldOf(asked: Asked, chat: number): Told {
  if (asked.ok) {
    const id = sent.safeParse(asked.result).data?.message_id
    return { ok: true, ...(id === undefined ? {} : { id: numberOf(chat, id) }) }
  }
  const { code, after } = asked
  if (code === 400 || code === 403) return refused(`Telegram ${code}`)
  const wait = after === undefined ? '' : `, in ${after} s`
  return { ok: false, reason: 'later', answer: code === 0 ? 'Telegram: no answer' : `Telegram ${code}${wait}` }
}
