import { z } from 'zod'

/** A bot of Telegram to whom people write. */
export const telegramVariables = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d{1,20}:[\w-]{20,}$/, 'must be as @BotFather gives it, such as 123456789:AAE…')
    .optional()
    .describe('Opens Telegram to people: what @BotFather gives with a bot. Needs TELEGRAM_SECRET. Off without it.'),
  TELEGRAM_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must have 16 to 256 letters, digits, _ or -: `openssl rand -hex 32` makes one')
    .optional()
    .describe('What Telegram proves itself with at /channel/telegram/webhook; `npx lapor telegram` tells it.'),
  TELEGRAM_API_URL: z
    .string()
    .regex(/^https?:\/\/[^/?#@\s]+\/?$/, 'must be an address without a path, such as https://api.telegram.org')
    .default('https://api.telegram.org')
    .describe('Where the Bot API of Telegram is. In production with https.'),
}
