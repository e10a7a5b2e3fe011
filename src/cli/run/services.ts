import type { Service } from '../../channel/channel.ts'
import { telegram } from '../../channel/telegram/telegram.ts'
import { accepting } from '../../inbox/accept.ts'
import type { Readers } from '../../inbox/read.ts'
import type { Taking } from '../../mail/take.ts'
import { keysFrom } from '../../person/seal.ts'
import type { Channel } from '../../report/report.ts'
import { names } from '../../sms/file.ts'
import type { Services } from '../../talk/public-post.ts'
import { talkReader } from '../../talk/reader.ts'
import type { Messengers } from '../../talk/send/reply.ts'
import type { ServiceName, Webhooks } from '../../web/channel/webhook.ts'
import { metaOf } from './meta.ts'
import type { Needs } from './site.ts'
import { dailyMost, xOf } from './x.ts'

/** The services on which people talk with us, each where its secrets are set. */
export function servicesOf(needs: Needs): Readonly<Partial<Record<ServiceName, Service>>> {
  const [telegram, meta, x] = [telegramOf(needs.env), metaOf(needs.env), xOf(needs)]
  return { ...(telegram ? { telegram } : {}), ...(meta ? { meta } : {}), ...(x ? { x } : {}) }
}

function telegramOf(env: Needs['env']): Service | undefined {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_SECRET: secret, TELEGRAM_API_URL: apiUrl, production } = env
  return token && secret ? telegram({ token, secret, apiUrl, production, now: () => new Date() }) : undefined
}

/** Each kind of talk that there is a service for. */
export function messengersOf(needs: Needs): Messengers {
  const all = Object.values(servicesOf(needs)).flatMap(({ messengers }) => messengers)
  return Object.fromEntries(all.map((messenger) => [messenger.name, messenger]))
}

/** Understands what was said on each of them. */
export function talkReaders(taking: Taking, { env, called }: Needs, messengers: Messengers): Readers {
  const talking = { taking, service: called.service, site: new URL(env.PUBLIC_URL).host, names: names(taking) }
  return Object.fromEntries(
    Object.values(messengers).map((messenger) => [messenger.name, talkReader({ ...talking, messenger })]),
  )
}

/** By which messages come here. */
export const openChannels = (needs: Needs): readonly Channel[] => [
  'email',
  'sms',
  ...Object.values(servicesOf(needs)).flatMap(({ messengers }) => messengers.map(({ name }) => name)),
]

/** What pages ask of them. */
export function askedOf(needs: Needs): Services {
  const { x, ...others } = { x: xOf(needs), meta: metaOf(needs.env), telegram: telegramOf(needs.env) }
  const all = [x, ...Object.values(others)].flatMap((service) => service?.messengers ?? [])
  return {
    saidIn: async (channel, message) => {
      const event = await all.find(({ name }) => name === channel)?.read(message)
      return event?.is === 'said' ? event.said : undefined
    },
    postOf: x?.postOf,
    most: x ? { x: dailyMost(needs.env) } : {},
  }
}

export function webhooksOf(needs: Needs): Webhooks {
  const services = Object.entries(servicesOf(needs)).map(([name, { webhook }]) => [name, webhook])
  return { ...Object.fromEntries(services), accept: accepting(needs.db.intake, keysFrom(needs.secret)) }
}
