import { z } from 'zod'
import { ask, type Bot } from './ask.ts'
import { kinds } from './update.ts'

/** Tells Telegram where our door is, and asks how it finds it. */

const info = z.object({
  url: z.string().catch(''),
  pending_update_count: z.number().catch(0),
  last_error_message: z.string().optional().catch(undefined),
})
export type Registered = { ok: true; waiting: number; lastError: string | undefined } | { ok: false; answer: string }

/** Again and again with the same outcome. What waits at Telegram is kept and comes. */
export async function register(bot: Bot, door: string, secret: string): Promise<Registered> {
  const asked = await ask(bot, 'setWebhook', { url: door, secret_token: secret, allowed_updates: kinds })
  const told = asked.ok ? await ask(bot, 'getWebhookInfo', {}) : asked
  if (!told.ok) return { ok: false, answer: `${told.code} ${told.description}`.trim() }
  const { pending_update_count, last_error_message } = info.parse(told.result ?? {})
  return { ok: true, waiting: pending_update_count, lastError: last_error_message }
}
