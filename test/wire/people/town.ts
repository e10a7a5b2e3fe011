import { number } from '../graph/events.ts'
import { graphStandIn } from '../graph/graph.ts'
import { Telegram } from '../telegram/server.ts'
import { clientSecret, consumerSecret } from '../x/deliver.ts'
import { tokens, xStandIn } from '../x/server.ts'
import { us } from '../x/world.ts'
import { meta } from './meta.ts'
import { facebookPeople, instagramPeople } from './page.ts'
import { telegramPeople } from './telegram.ts'
import { whatsappPeople } from './whatsapp.ts'
import { xPeople } from './x.ts'

/** All the services at once, on this machine, with the people on them, and the settings by which the product talks with them. */

const secrets = {
  appSecret: 'rahasia-aplikasi-tiruan',
  pageToken: 'token-halaman-tiruan',
  whatsappToken: 'token-whatsapp-tiruan',
} as const
const verifyToken = 'kata-pengenal-tiruan'
const bot = { token: `4242:${'AbCdEfGhIj'.repeat(3)}klmno`, secret: 'a-secret-between-telegram-and-us' }

/** @param site where the product is */
export async function town(site: string, now: () => Date = () => new Date()) {
  const [graph, x, bots] = await Promise.all([
    graphStandIn(secrets, now),
    xStandIn(now),
    new Telegram(bot.token).open(),
  ])
  const door = (name: string) => `${site}/channel/${name}/webhook`
  const kinds = ['message', 'edited_message', 'callback_query', 'my_chat_member']
  bots.door = { url: door('telegram'), secret: bot.secret, kinds }
  const ofMeta = meta(graph, () => door('meta'), now)
  const env = {
    META_GRAPH_URL: graph.url,
    META_APP_SECRET: secrets.appSecret,
    META_VERIFY_TOKEN: verifyToken,
    META_PAGE_TOKEN: secrets.pageToken,
    META_WHATSAPP_TOKEN: secrets.whatsappToken,
    META_WHATSAPP_NUMBER_ID: number,
    TELEGRAM_API_URL: bots.url,
    TELEGRAM_BOT_TOKEN: bot.token,
    TELEGRAM_SECRET: bot.secret,
    X_API_URL: x.url,
    X_ACCOUNT_ID: us,
    X_BEARER_TOKEN: tokens.app,
    X_USER_TOKEN: tokens.user,
    X_CLIENT_SECRET: clientSecret,
    X_CONSUMER_SECRET: consumerSecret,
    X_POLL_SECONDS: '15',
  }
  return {
    ...{ graph, x, bots, env, verifyToken },
    people: {
      telegram: telegramPeople(bots, now),
      whatsapp: whatsappPeople(ofMeta),
      facebook: facebookPeople(ofMeta),
      instagram: instagramPeople(ofMeta),
      x: xPeople(x, () => door('x'), now),
    },
    close: () => Promise.all([graph.close(), x.close(), bots.close()]),
  }
}
export type Town = Awaited<ReturnType<typeof town>>
