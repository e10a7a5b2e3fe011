import type { Context } from 'hono'
import type { AppEnv } from '../../app.ts'
import type { Accept } from '../../inbox/accept.ts'
import type { Opened, Webhook } from '../../inbox/delivery.ts'
import { trouble } from '../errors.tsx'

/** The doors of the services on which people talk with us. 200 when every message is durable, never before; 503 to hear it again. */

export const services = ['meta', 'x', 'telegram'] as const
export type ServiceName = (typeof services)[number]
export type Webhooks = Readonly<Partial<Record<ServiceName, Webhook>> & { accept: Accept }>

type C = Context<AppEnv>

/** The service asks whether the door is ours. Nothing here needs the database. */
export const challenged = (service: ServiceName) => (c: C) => {
  const answer = c.var.deps.webhooks?.[service]?.challenge?.((name) => c.req.query(name))
  if (!answer) return trouble(c, 404)
  return c.body(answer.body, answer.status, { 'Content-Type': answer.type })
}

export const delivered = (service: ServiceName) => async (c: C) => {
  const { webhooks } = c.var.deps
  const webhook = webhooks?.[service]
  if (!webhook) return trouble(c, 404)
  const opened = webhook.open(new Uint8Array(await c.req.arrayBuffer()), (name) => c.req.header(name))
  if (opened === 'unsigned') return c.text('', 401)
  if (opened === 'malformed') return c.text('', 400)
  return kept(c, webhooks.accept, opened)
}

/** A delivery may hold a thousand messages, more than may wait at once: the rest would be turned away at every try. */
const together = 100

async function kept(c: C, accept: Accept, messages: Opened) {
  const { now, wake, log } = c.var.deps
  const receivedAt = now()
  let lost: PromiseRejectedResult | undefined
  for (let first = 0; first < messages.length && !lost; first += together) {
    const part = messages.slice(first, first + together)
    const all = await Promise.allSettled(part.map((message) => accept({ ...message, receivedAt })))
    lost = all.find((one) => one.status === 'rejected')
  }
  wake()
  if (!lost) return c.text('', 200)
  log({
    level: 'error',
    message: 'a message of a service was not kept; it will be sent again',
    requestId: c.var.requestId,
    reason: lost.reason,
  })
  return c.text('', 503)
}
