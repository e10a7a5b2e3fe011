import { kannelGateway } from '../../channel/sms/kannel.ts'
import type { Db } from '../../db/database.ts'
import type { Env } from '../../env.ts'
import { accepting } from '../../inbox/accept.ts'
import { type Gateway, several } from '../../notice/text/gateway.ts'
import { keysFrom } from '../../person/seal.ts'
import { shorten } from '../../report/input.ts'
import type { Line } from '../../sms/heard.ts'
import type { SmsDoor } from '../../web/channel/kannel.ts'
import type { Needs } from './site.ts'

/** Short messages: the door that takes them, the ways on which they leave. */

export function lineOf(env: Env, service: string): Line {
  const site = new URL(env.PUBLIC_URL).host
  return {
    service,
    site,
    number: env.SMS_NUMBER ?? site,
    countries: env.SMS_COUNTRIES.split(',').map((code) => code.trim()),
    mostADay: env.SMS_DAILY,
  }
}

/** News goes out by short messages: on a gateway, or to the outbox page while trying out. */
export const hasTexts = (env: Env): boolean => env.KANNEL_SEND_URL !== undefined || !env.production

/** `weight=3` in an address is its share; without one all are equal. */
export function gatewayOf(env: Env, db: Db): Gateway | undefined {
  const urls = env.KANNEL_SEND_URL?.split(/\s+/).filter(Boolean) ?? []
  if (urls.length === 0) return env.production ? undefined : outboxGateway(db)
  const fateUrl = `${env.KANNEL_CALLBACK_URL ?? `http://127.0.0.1:${env.PORT}`}/channel/sms/kannel/kabar?secret=${encodeURIComponent(env.KANNEL_SECRET ?? '')}`
  return several(
    urls.map((url) => ({
      weight: Math.max(0.01, Number(new URL(url).searchParams.get('weight') ?? 1) || 1),
      gateway: kannelGateway({ url, number: env.SMS_NUMBER ?? '', fateUrl }),
    })),
  )
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
    accept: accepting(db.intake, keysFrom(secret)),
    fate: async (id, arrived) => {
      const n = Number(id.slice(1))
      const [notice, reply] = id.startsWith('n') ? [n, null] : [null, n]
      await db.intake`select message_delivered(${notice}, ${reply}, ${arrived})`
    },
  }
}
