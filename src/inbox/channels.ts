import { budgetSpent } from '../contact/read.ts'
import type { Tx } from '../db/database.ts'
import type { Channel } from '../report/report.ts'

/** How the channels are, for the centre's administrators. */

export type Health = Readonly<{
  channel: Channel
  /** In a day: what came, and what left. */
  came: number
  left: number
  /** Not read yet, and since when. */
  unread: number
  oldest: Date | null
  /** The last message, when it came within a day or still waits for somebody. */
  heard: Date | null
  setAside: number
  queued: number
  failed: number
}>

const day = 24 * 3_600_000

/** @param open the channels that are open; others are told of while something of theirs waits */
export async function channelHealth(tx: Tx, open: readonly Channel[], now: Date): Promise<Health[]> {
  const since = new Date(now.getTime() - day)
  return tx<Health[]>`
    with came as (
      select channel, count(*) filter (where received_at > ${since})::int as came, count(*) filter (where state = 'waiting')::int as unread,
        min(received_at) filter (where state = 'waiting') as oldest, max(received_at) as heard, count(*) filter (where state = 'parked')::int as set_aside
      from inbox where received_at > ${since} or state in ('waiting', 'parked') group by channel),
    sent as (
      select channel, count(*) filter (where sent_at > ${since})::int as "left",
        count(*) filter (where state in ('queued', 'sending'))::int as queued,
        count(*) filter (where state = 'failed' and created_at > ${since})::int as failed
      from (select channel, state, created_at, sent_at from notice union all select channel, state, created_at, sent_at from reply) a
      where created_at > ${since} or state in ('queued', 'sending') group by channel)
    select c.name as channel, coalesce(came, 0) as came, coalesce("left", 0) as "left", coalesce(unread, 0) as unread, oldest, heard,
      coalesce(set_aside, 0) as set_aside, coalesce(queued, 0) as queued, coalesce(failed, 0) as failed
    from (select unnest(${[...open]}::text[]) union select channel from came) c (name)
      left join came on came.channel = c.name left join sent on sent.channel = c.name
    order by 1`
}

export type SetAside = Readonly<{
  id: number
  channel: Channel
  account: string
  receivedAt: Date
  reason: string
  sealed: Uint8Array | null
}>

/** Courtesies, sales, and photos that wait for their words: nothing is wrong with them. */
const chatter = ['chatter', 'held']

/** Messages that a person has to look at, the oldest first: what could not be read, or what seemed to be no report. */
export const setAside = (tx: Tx, which: 'trouble' | 'chatter', limit = 50) => tx<SetAside[]>`
  select id, channel, account, received_at, reason, sealed from inbox
  where state = 'parked' and (reason = any(${chatter})) = ${which === 'chatter'} order by id limit ${limit}`

/** With the other parts of the same message, in the order in which they came. */
type Opened = SetAside & Readonly<{ key: string; parts: readonly Uint8Array[] }>

export async function setAsideBy(tx: Tx, id: number): Promise<Opened | undefined> {
  const [row] = await tx<Opened[]>`
    select id, key, channel, account, received_at, reason, sealed,
      array(select p.sealed from inbox p where p.part_of = i.id and p.id <> i.id and p.sealed is not null order by p.id) as parts
    from inbox i where id = ${id} and state = 'parked'`
  return row
}

/** Reads it once more, or says which report it has become. @returns whether it was still set aside. */
export async function settleByHand(tx: Tx, id: number, reportId: number | null, now: Date): Promise<boolean> {
  const [row] = await tx<{ done: boolean }[]>`select message_again(${id}, ${reportId}, ${now}) as done`
  return row?.done ?? false
}

/** What was set aside as talk is a report, says a person: its reader files it, and its author is told as any other. */
export async function madeReport(tx: Tx, id: number): Promise<boolean> {
  const [row] = await tx<{ done: boolean }[]>`select message_by_hand(${id}) as done`
  return row?.done ?? false
}

/** A person has looked, and it is nothing. @returns how many were still set aside. */
export async function seen(tx: Tx, ids: readonly number[], now: Date): Promise<number> {
  const [row] = await tx<{ count: number }[]>`select messages_seen(${[...ids]}, ${now}) as count`
  return row?.count ?? 0
}

/** `ways`: by which our last news was tried, in order. */
export type Unreached = Readonly<{ reference: string; ways: readonly string[]; reason: string; since: Date }>

/** Reporters whom our last news did not reach, the latest first. */
export const unreached = (tx: Tx, limit = 50) => tx<Unreached[]>`select * from unreached_reporters(${limit})`

/** News held back in thirty days because short messages on a report had cost enough, and on how many reports. */
export async function heldBack(tx: Tx, now: Date): Promise<{ news: number; reports: number }> {
  const [row] = await tx<{ news: number; reports: number }[]>`
    select count(*)::int as news, count(distinct reporter_id)::int as reports from notice
    where state = 'withheld' and last_error = ${budgetSpent} and created_at > ${new Date(now.getTime() - 30 * day)}`
  return row ?? { news: 0, reports: 0 }
}
