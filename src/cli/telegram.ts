import { register } from '../channel/telegram/register.ts'
import { type Command, Refusal } from './command.ts'

/** Tells Telegram where our door is: once, and again after PUBLIC_URL or TELEGRAM_SECRET has changed. */
export const telegram: Command = {
  words: 'tells Telegram where messages to our bot are handed in',
  run: async ({ env, say }) => {
    const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_SECRET: secret, TELEGRAM_API_URL: apiUrl, PUBLIC_URL } = env
    if (!token || !secret) throw new Refusal('TELEGRAM_BOT_TOKEN and TELEGRAM_SECRET are missing: docs/running.md')
    const door = `${PUBLIC_URL}/channel/telegram/webhook`
    const told = await register({ apiUrl, token }, door, secret)
    if (!told.ok) throw new Refusal(`Telegram did not take ${door}: ${told.answer}`)
    const { waiting, lastError } = told
    say(
      `Telegram hands messages in at ${door}. ${waiting} wait there${lastError ? `; the last error was: ${lastError}` : ''}.`,
    )
    return 0
  },
}
