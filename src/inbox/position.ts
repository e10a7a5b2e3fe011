import type { Sql, Tx } from '../db/database.ts'
import { type Keys, sealJson } from '../person/seal.ts'
import type { Channel } from '../report/report.ts'
import { type Accepted, type Arrived, keyOf } from './accept.ts'

/** How far a service that is asked for what came has been asked, and what that cost. */

/** One account of ours at one service. */
export type Place = Readonly<{ channel: Channel; account: string }>

/** Why a service is left alone for a while. */
export type Trouble = 'spent' | 'limited' | 'refused' | 'away'

export type Walk = Readonly<{
  /** Everything up to this number of the service's is kept. */
  since: string | null
  /** While older pages are still to come: the newest and the oldest that are kept. */
  top: string | null
  low: string | null
  /** How many places of what the service shows were gone through on the way. */
  goneThrough: number
}>

export type Position = Walk &
  Readonly<{
    askedAt: Date | null
    gapAt: Date | null
    trouble: Trouble | null
    troubleUntil: Date | null
    /** In this day (UTC), in thousandths of a dollar. */
    spent: number
  }>

/** What each thing costs, in thousandths of a dollar. */
export type Charges = Readonly<Record<string, number>>

export const unasked: Position = {
  ...{ since: null, top: null, low: null, goneThrough: 0 },
  ...{ askedAt: null, gapAt: null, trouble: null, troubleUntil: null, spent: 0 },
}

const columns = (sql: Sql, now: Date) => sql`
  channel, account, since, top, low, gone_through as "goneThrough", asked_at as "askedAt", gap_at as "gapAt", trouble,
  trouble_until as "troubleUntil", case when spent_on = (${now}::timestamptz at time zone 'UTC')::date then spent else 0 end as spent`

export async function positionOf(sql: Sql, { channel, account }: Place, now: Date): Promise<Position> {
  const [row] = await sql<Position[]>`
    select ${columns(sql, now)} from channel_position where channel = ${channel} and account = ${account}`
  return row ?? unasked
}

/** Of every account that is asked: for the centre's administrators, who see nothing else of it. */
export const positions = (tx: Tx, now: Date) =>
  tx<(Place & Position)[]>`select ${columns(tx, now)} from channel_position order by channel, account`

export type Page = Readonly<{
  arrived: readonly Arrived[]
  /** Where it began, and where we are after it. */
  from: Walk
  walk: Walk
  gap: boolean
  charges: Charges
}>

/** Keeps a page of messages and the new position together, or neither. @throws when somebody else has moved the position */
export async function acceptPage(sql: Sql, keys: Keys, { channel, account }: Place, page: Page, now: Date) {
  const rows = page.arrived.map((one) => ({
    key: keyOf(one),
    channel: one.channel,
    account: one.account,
    sealed: sealJson(keys, one.message).toString('base64'),
    received_at: one.receivedAt,
    chain: null,
  }))
  const { goneThrough, ...walk } = page.walk
  const position = { ...walk, gone_through: goneThrough, gap: page.gap }
  return sql<Accepted[]>`
    select * from accept_page(${channel}, ${account}, ${sql.json(rows as never)}, ${sql.json(page.from)}, ${sql.json(position)},
      ${sql.json(page.charges)}, ${now})`
}

/** Why an account is left alone until when; null when it answers again. */
export async function inTrouble(sql: Sql, { channel, account }: Place, trouble: Trouble | null, until: Date | null) {
  await sql`select trouble_channel(${channel}, ${account}, ${trouble}, ${until})`
}
