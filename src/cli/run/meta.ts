import type { Service } from '../../channel/channel.ts'
import { safeFetch } from '../../channel/fetch/fetch.ts'
import { standIn } from '../../channel/fetch/stand-in.ts'
import { metaService } from '../../channel/meta/service.ts'
import type { Env } from '../../env.ts'

/** Facebook, Instagram and WhatsApp, where their secrets are set. */
export function metaOf(env: Env): Service | undefined {
  const { META_APP_SECRET: appSecret, META_VERIFY_TOKEN: verifyToken, META_GRAPH_URL: url } = env
  const { META_WHATSAPP_TOKEN: token, META_WHATSAPP_NUMBER_ID: number, META_WHATSAPP_TEMPLATE } = env
  if (!appSecret || !verifyToken) return undefined
  const [name = '', language = ''] = META_WHATSAPP_TEMPLATE?.split('/') ?? []
  return metaService({
    url,
    appSecret,
    verifyToken,
    pageToken: env.META_PAGE_TOKEN,
    whatsapp: token && number ? { token, number, template: name ? { name, language } : undefined } : undefined,
    fetch: safeFetch,
    allow: standIn(url, env.production),
    now: () => new Date(),
  })
}
