import type { Messenger } from '../../talk/messenger.ts'
import type { Service } from '../channel.ts'
import { safeFetch } from '../fetch/fetch.ts'
import { standIn } from '../fetch/stand-in.ts'
import { ask, type Bot } from './ask.ts'
import { fetchFile } from './file.ts'
import { meaningOf, pressIn } from './read.ts'
import { send } from './send.ts'
import { openUpdate } from './webhook.ts'

/** Telegram: a bot to whom people write. */

export type Settings = Bot & Readonly<{ secret: string; production: boolean; now: () => Date }>

/** A token begins with the number of its bot. */
export const accountOf = (token: string): string => token.split(':')[0] ?? ''

export function telegram(settings: Settings): Service {
  const { token, secret, apiUrl, production } = settings
  const account = accountOf(token)
  const bot = { apiUrl, token }
  const allow = standIn(apiUrl, production)
  const messenger: Messenger = {
    name: 'telegram',
    longest: { private: 4096, public: 4096 },
    // UTF-16 units, as Telegram counts.
    lengthOf: (text) => text.length,
    read: async (kept) => {
      const { event } = kept as { event?: unknown }
      const id = pressIn(event)
      // Whether the little clock on the button stops or not, it was pressed; after some minutes it can no longer be answered.
      if (id) await ask(bot, 'answerCallbackQuery', { callback_query_id: id })
      return meaningOf(event, account, settings.now())
    },
    send: (out) => send(bot, out),
    fetch: (medium) => fetchFile(bot, safeFetch, allow, medium),
    // There is nothing public.
    hide: async () => false,
  }
  return { webhook: { open: openUpdate({ account, secret }) }, messengers: [messenger] }
}
