import type { Service } from '../../channel/channel.ts'
import { telegram } from '../../channel/telegram/telegram.ts'
import { accepting } from '../../inbox/accept.ts'
import { keysFrom } from '../../person/seal.ts'
import type { ServiceName, Webhooks } from '../../web/channel/webhook.ts'
import type { Needs } from './site.ts'

/** The services on which people talk with us, each where its secrets are set. */
export const servicesOf = (needs: Needs): Readonly<Partial<Record<ServiceName, Service>>> => ({
  ...telegramOf(needs),
})

function telegramOf({ env }: Needs): { telegram?: Service } {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_SECRET: secret, TELEGRAM_API_URL: apiUrl, production } = env
  return token && secret ? { telegram: telegram({ token, secret, apiUrl, production, now: () => new Date() }) } : {}
}

export function webhooksOf(needs: Needs): Webhooks {
  const services = Object.entries(servicesOf(needs)).map(([name, { webhook }]) => [name, webhook])
  return { ...Object.fromEntries(services), accept: accepting(needs.db.intake, keysFrom(needs.secret)) }
}
