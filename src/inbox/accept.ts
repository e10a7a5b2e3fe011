import { createHash } from 'node:crypto'
import { batched, type Limits } from '../db/batch.ts'
import type { Sql } from '../db/database.ts'
import { type Keys, sealJson } from '../person/seal.ts'
import type { Channel } from '../report/report.ts'

/** Accept first, think later: a message is durable before its provider is told so, and is read by background work. */

/** A message as a channel received it. */
export type Arrived = Readonly<{
  channel: Channel
  /** Which of our mailboxes or numbers it came to. */
  account: string
  /** The provider's own number of the message; empty when there is none. */
  providerId: string
  /** The content without what changes between two deliveries of the same message. */
  fingerprint: Uint8Array
  /** Everything that reading it needs. */
  message: object
  receivedAt: Date
  /** Of 32 bytes: what comes in parts has it in common. */
  chain?: Uint8Array
}>

export type Accepted = { key: string; again: boolean }
export type Accept = (arrived: Arrived) => Promise<Accepted>

/** A provider's number alone is no key: anybody can write somebody else's into a letter. */
export const keyOf = ({
  channel,
  account,
  providerId,
  fingerprint,
}: Omit<Arrived, 'message' | 'receivedAt' | 'chain'>): string =>
  createHash('sha256')
    .update(JSON.stringify([channel, account, providerId]))
    .update(fingerprint)
    .digest('hex')

/** One row of `accept_messages`, in the names of the database. */
type Row = Readonly<{
  key: string
  channel: Channel
  account: string
  sealed: string
  received_at: Date
  chain: string | null
}>

/** @throws Busy when too many wait (nothing was kept), or what the database threw (unknown): the provider shall send it again. */
export function accepting(sql: Sql, keys: Keys, limits: Limits = { perBatch: 32, waitingAtMost: 500 }): Accept {
  const write = batched(
    (rows: Row[]) => sql<Accepted[]>`select * from accept_messages(${sql.json(rows as never)})`,
    limits,
  )
  return (arrived) => {
    const { channel, account, message, receivedAt, chain } = arrived
    const sealed = sealJson(keys, message).toString('base64')
    const chained = chain ? Buffer.from(chain).toString('hex') : null
    return write({ key: keyOf(arrived), channel, account, sealed, received_at: receivedAt, chain: chained })
  }
}
