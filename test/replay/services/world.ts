import { number } from '../../wire/graph/events.ts'
import { graphStandIn } from '../../wire/graph/graph.ts'
import { Telegram } from '../../wire/telegram/server.ts'
import { clientSecret } from '../../wire/x/deliver.ts'
import { tokens, xStandIn } from '../../wire/x/server.ts'
import { us } from '../../wire/x/world.ts'
import type { Ending } from '../wire.ts'

/** The services around the product, and what it is told of them. */

export const secrets = {
  appSecret: 'the-secret-of-our-app-at-meta',
  pageToken: 'the-token-of-our-page',
  whatsappToken: 'the-token-of-our-number',
}
export const telegramSecret = 'what-telegram-proves-itself-with'
const bot = '4242:the-token-of-a-bot-in-a-replay-00000'

export type World = Awaited<ReturnType<typeof services>>

export async function services(t: Ending) {
  const graph = await graphStandIn(secrets)
  t.after(graph.close)
  const telegram = await new Telegram(bot).open()
  t.after(() => telegram.close())
  const x = await xStandIn(() => new Date())
  t.after(x.close)
  const env = {
    ...{ META_APP_SECRET: secrets.appSecret, META_VERIFY_TOKEN: 'a-word-of-our-own-at-meta' },
    ...{ META_PAGE_TOKEN: secrets.pageToken, META_WHATSAPP_TOKEN: secrets.whatsappToken },
    ...{ META_WHATSAPP_NUMBER_ID: number, META_GRAPH_URL: graph.url },
    ...{ TELEGRAM_BOT_TOKEN: bot, TELEGRAM_SECRET: telegramSecret, TELEGRAM_API_URL: telegram.url },
    ...{ X_ACCOUNT_ID: us, X_BEARER_TOKEN: tokens.app, X_USER_TOKEN: tokens.user, X_CLIENT_SECRET: clientSecret },
    ...{ X_API_URL: x.url, X_DAILY_CENTS: '100000000' },
  }
  return { graph, telegram, x, env }
}
