import type { Service } from '../channel.ts'
import type { Fetch } from '../fetch/fetch.ts'
import { facebook } from './facebook.ts'
import { graphOf } from './graph.ts'
import { instagram } from './instagram.ts'
import { openDelivery } from './open.ts'
import { challengeOf } from './signed.ts'
import type { Template } from './whatsapp/send.ts'
import { whatsapp } from './whatsapp/whatsapp.ts'

/** Meta: one door for the page on Facebook, the account on Instagram and the number on WhatsApp. */

export type MetaSettings = Readonly<{
  url: string
  appSecret: string
  verifyToken: string
  /** Facebook and Instagram are there with it. */
  pageToken?: string | undefined
  /** WhatsApp is there with it. `number` is the id that Meta has for our number. */
  whatsapp?: Readonly<{ token: string; number: string; template?: Template | undefined }> | undefined
  fetch: Fetch
  /** Origins that files may come from although they are on this machine. */
  allow: readonly string[]
  now: () => Date
}>

export function metaService(settings: MetaSettings): Service {
  const { appSecret, verifyToken, pageToken, whatsapp: number } = settings
  const wire = (token: string) => ({ ...settings, graph: graphOf(settings, token) })
  return {
    webhook: { open: openDelivery(appSecret), challenge: challengeOf(verifyToken) },
    messengers: [
      ...(pageToken ? [facebook(wire(pageToken)), instagram(wire(pageToken))] : []),
      ...(number ? [whatsapp(wire(number.token), number.number, number.template)] : []),
    ],
  }
}
