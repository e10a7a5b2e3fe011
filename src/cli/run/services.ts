import type { Service } from '../../channel/channel.ts'
import { accepting } from '../../inbox/accept.ts'
import { keysFrom } from '../../person/seal.ts'
import type { ServiceName, Webhooks } from '../../web/channel/webhook.ts'
import type { Needs } from './site.ts'
import { xOf } from './x.ts'

/** The services on which people talk with us, each where its secrets are set. */
export function servicesOf(needs: Needs): Readonly<Partial<Record<ServiceName, Service>>> {
  const x = xOf(needs)
  return { ...(x ? { x } : {}) }
}

export function webhooksOf(needs: Needs): Webhooks {
  const services = Object.entries(servicesOf(needs)).map(([name, { webhook }]) => [name, webhook])
  return { ...Object.fromEntries(services), accept: accepting(needs.db.intake, keysFrom(needs.secret)) }
}
