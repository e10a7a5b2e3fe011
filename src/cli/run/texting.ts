import { kannelGateway } from '../../channel/sms/kannel.ts'
import { delivery } from '../../channel/sms/smpp/deliver.ts'
import { type Link, smppLink } from '../../channel/sms/smpp/link.ts'
import { settingsOf } from '../../channel/sms/smpp/settings.ts'
import { tellNetwork } from '../../channel/sms/smpp/told.ts'
import type { Db } from '../../db/database.ts'
import type { Env } from '../../env.ts'
import { accepting } from '../../inbox/accept.ts'
import { type Gateway, several, type Weighted } from '../../notice/text/gateway.ts'
import { keysFrom } from '../../person/seal.ts'
import { shorten } from '../../report/input.ts'
import type { Line } from '../../sms/heard.ts'
import type { SmsDoor } from '../../web/channel/kannel.ts'
import type { Needs } from './site.ts'
import { waking } from './waking.ts'

/** Short messages: the door that takes them, the ways on which they leave. */

export function lineOf(env: Env, service: string): Line {
  const site = new URL(env.PUBLIC_URL).host
  return {
    service,
    site,
    number: env.SMS_NUMBER ?? site,
    countries: env.SMS_COUNTRIES.split(',').map((code) => code.trim()),
    mostADay: env.SMS_DAILY,
    mostAReport: env.SMS_PER_REPORT,
  }
}

/** News goes out by short messages: on a gateway, or to the outbox page while trying out. */
export const hasTexts = (env: Env): boolean =>
  env.KANNEL_SEND_URL !== undefined || env.SMPP_URL !== undefined || !env.production

const addressesIn = (urls: string | undefined): string[] => urls?.split(/\s+/).filter(Boolean) ?? []

/** `weight=3` in an address is its share; without one all are equal. */
const weightIn = (url: string) => Math.max(0.01, Number(new URL(url).searchParams.get('weight') ?? 1) || 1)

/** @param lines to centres, which were opened before */
export function gatewayOf(env: Env, db: Db, lines: readonly Weighted[]): Gateway | undefined {
  const fateUrl = `${env.KANNEL_CALLBACK_URL ?? `http://127.0.0.1:${env.PORT}`}/channel/sms/kannel/kabar?secret=${encodeURIComponent(env.KANNEL_SECRET ?? '')}`
  const kannels = addressesIn(env.KANNEL_SEND_URL).map((url) => ({
    weight: weightIn(url),
    gateway: kannelGateway({ url, number: env.SMS_NUMBER ?? '', fateUrl }),
  }))
  const ways = [...kannels, ...lines]
  if (ways.length > 0) return several(ways)
  return env.production ? undefined : outboxGateway(db)
}

/** Opens a line to each centre. `wake` tells the worker of this process what came. */
export function openLines({ db, env, log, secret }: Needs, wake: () => void): readonly (Weighted & Link)[] {
  const keys = keysFrom(secret)
  const accept = waking(accepting(db.intake, keys), wake)
  const now = () => new Date()
  const failed = (reason: unknown) => log.error({ reason }, 'a line to a centre of short messages failed')
  return addressesIn(env.SMPP_URL).map((url) => {
    const settings = settingsOf(url)
    const { numbered, fate } = tellNetwork({ db, gateway: settings.name, ids: settings.ids, now })
    const deliver = delivery({ keys, accept, fate, now, failed })
    const link = smppLink({ settings, number: env.SMS_NUMBER ?? '', deliver, numbered, failed, random: Math.random })
    return { weight: weightIn(url), ...link }
  })
}

/** Keeps messages where a developer reads them, instead of sending them. */
const outboxGateway = (db: Db): Gateway => ({
  close: () => {},
  send: async ({ id, to, text }) => {
    await db.worker`
      insert into dev_mail (message_id, sender, recipient, language, subject, body) values (${id}, 'SMS', ${to}, 'id', ${`SMS: ${shorten(text, 60)}`}, ${text})`
    return { ok: true }
  },
})

export function smsDoor({ db, env, secret }: Needs): SmsDoor | undefined {
  if (!env.KANNEL_SECRET) return undefined
  return {
    secret: env.KANNEL_SECRET,
    from: env.KANNEL_FROM?.split(',').map((address) => address.trim()),
    accept: accepting(db.intake, keysFrom(secret)),
    fate: async (id, arrived) => {
      const n = Number(id.slice(1))
      const [notice, reply] = id.startsWith('n') ? [n, null] : [null, n]
      await db.intake`select message_delivered(${notice}, ${reply}, ${arrived})`
    },
  }
}
