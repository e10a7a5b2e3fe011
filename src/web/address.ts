import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { AppEnv } from '../app.ts'

const local = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

/** Where a request comes from, to count tries by. Only a proxy on this machine, or one that the
 *  installation names, may say that it comes from somewhere else: no header from outside is believed. */
export function addressOf(c: Context<AppEnv>): string {
  const peer = 'incoming' in Object(c.env) ? (getConnInfo(c).remote.address ?? '') : ''
  const plain = peer.replace(/^::ffff:/, '')
  if (!local.test(peer) && !c.var.deps.site.proxies.includes(plain)) return peer
  const nearest = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return nearest || peer
}
