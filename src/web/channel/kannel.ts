import { createHash, timingSafeEqual } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import type { Context } from 'hono'
import type { AppEnv } from '../../app.ts'
import type { Accept } from '../../inbox/accept.ts'
import type { KeptText } from '../../sms/heard.ts'
import { bytesOf, wordsOf } from '../../sms/wire.ts'
import { addressOf } from '../address.ts'
import { trouble } from '../errors.tsx'

/** Kannel's doors: a message that came, and what became of one of ours. The answer is 200 when it is durable, never before. */

export type SmsDoor = Readonly<{
  secret: string
  /** Where the gateway is; without it, on this machine or a closed network. */
  from?: readonly string[] | undefined
  accept: Accept
  /** `n12` is a notice, `r12` a reply. */
  fate: (id: string, arrived: boolean) => Promise<void>
}>

type C = Context<AppEnv>

/** GET /channel/sms/kannel?secret=&from=&to=&text=&id=&charset= */
export async function messageCame(c: C) {
  const { sms, now } = c.var.deps
  if (!sms) return trouble(c, 404)
  const fields = bytesOf(c.req.url)
  const field = (name: string) => fields.get(name)?.toString('utf8') ?? ''
  if (!same(field('secret'), sms.secret) || !isFrom(c, sms)) return c.text('', 403)
  const message: KeptText = {
    from: field('from').slice(0, 64),
    to: field('to').slice(0, 64),
    text: wordsOf(fields.get('text') ?? Buffer.alloc(0), field('charset')),
  }
  const receivedAt = now()
  const providerId = field('id').slice(0, 200)
  // Without a number of its own, the same words in the same minute are the same message.
  const mark = providerId === '' ? Math.floor(receivedAt.getTime() / 60_000) : ''
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([message.from, message.text, mark]))
    .digest()
  return kept(c, () =>
    sms.accept({ channel: 'sms', account: message.to || 'sms', providerId, fingerprint, message, receivedAt }),
  )
}

/** GET /channel/sms/kannel/kabar?secret=&id=&status= : 1 has arrived, 2 and 16 never will. */
export async function fateCame(c: C) {
  const { sms } = c.var.deps
  if (!sms) return trouble(c, 404)
  const [secret = '', id = '', status = ''] = ['secret', 'id', 'status'].map((name) => c.req.query(name))
  if (!same(secret, sms.secret) || !isFrom(c, sms)) return c.text('', 403)
  if (!/^[nr]\d{1,15}$/.test(id) || !/^(1|2|16)$/.test(status)) return c.text('', 200)
  return kept(c, () => sms.fate(id, status === '1'))
}

const closed = new BlockList()
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  closed.addSubnet(net, bits)
for (const [net, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  closed.addSubnet(net, bits, 'ipv6')

/** A secret in an address may be read on the way: it opens only where the gateway stands. */
function isFrom(c: C, { from }: SmsDoor): boolean {
  const address = addressOf(c).replace(/^::ffff:/, '')
  if (from) return from.includes(address)
  const family = isIP(address)
  return family !== 0 && closed.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** The gateway keeps what we could not, and comes again. */
async function kept(c: C, keep: () => Promise<unknown>) {
  try {
    await keep()
    c.var.deps.wake()
    return c.text('', 200)
  } catch (reason) {
    c.var.deps.log({
      level: 'error',
      message: 'a short message was not kept; its gateway will send it again',
      requestId: c.var.requestId,
      reason,
    })
    return c.text('', 503)
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const same = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted))
