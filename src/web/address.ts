import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

const local = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

/** Where a request comes from, to count tries by. Only a proxy on this machine may say that it comes from somewhere else: from
 *  outside, no header is believed. */
export function addressOf(c: Context): string {
  const peer = 'incoming' in (c.env ?? {}) ? (getConnInfo(c).remote.address ?? '') : ''
  if (!local.test(peer)) return peer
  const nearest = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return nearest || peer
}
