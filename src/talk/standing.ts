import type { Tx } from '../db/database.ts'
import type { Own } from '../sms/own.ts'
import { ownReports } from '../sms/standing.ts'
import type { Fact } from './heard/turn.ts'
import type { MessengerName } from './messenger.ts'

/** What is between us and one person on a service, as the system knows it. */

export type Standing = Readonly<{
  /** 0: they never wrote before. */
  version: number
  lacks: readonly Fact[]
  about: number | null
  held: readonly number[]
  last: number | null
  heardAt: Date | null
}>

const nothing: Standing = { version: 0, lacks: [], about: null, held: [], last: null, heardAt: null }
const hour = 3_600_000
/** After this what was asked is forgotten, and what comes is about something else until it says otherwise. */
const attention = 2 * hour

export async function standingOf(tx: Tx, contact: Buffer, now: Date): Promise<Standing> {
  const [row] = await tx<
    Standing[]
  >`select version, lacks, about, held, last, heard_at from talk where contact = ${contact}`
  if (!row) return nothing
  const fresh = row.heardAt !== null && now.getTime() - row.heardAt.getTime() < attention
  return fresh
    ? row
    : {
        ...row,
        lacks: [],
        about: null,
        held: now.getTime() - (row.heardAt?.getTime() ?? 0) < 24 * hour ? row.held : [],
      }
}

/** Each with its own number as its code: who writes from an account is known by it. */
export async function reportsOf(tx: Tx, contact: Buffer): Promise<Own[]> {
  return (await ownReports(tx, contact)).map((own) => ({ ...own, code: own.reference }))
}

/** Whose report a public thread has become, when its author goes on in it. */
export async function threadOf(
  tx: Tx,
  channel: MessengerName,
  thread: string,
  contact: Buffer,
): Promise<number | null> {
  const [row] = await tx<{ reporterId: number }[]>`
    select p.reporter_id from post p join report r on r.id = p.report_id
    where p.channel = ${channel} and p.thread = ${thread} and p.contact = ${contact} and r.status not in ('closed', 'archived')
    order by p.report_id desc limit 1`
  return row?.reporterId ?? null
}

/** What somebody wrote under a number before, and the report that it is part of. */
export type Before = Readonly<{ reporterId: number; text: string }>

export async function wordsBefore(
  tx: Tx,
  channel: MessengerName,
  id: string,
  contact: Buffer,
): Promise<Before | undefined> {
  const [row] = await tx<Before[]>`
    select p.reporter_id, coalesce(case when p.n = 1 then r.text else (select e.data ->> 'text' from event e where e.report_id = r.id and e.n = p.n) end, '') as text
    from post p join report r on r.id = p.report_id where p.channel = ${channel} and p.id = ${id} and p.contact = ${contact}`
  return row
}

export const filedAlready = async (tx: Tx, key: string): Promise<boolean> =>
  (await tx`select from report where key = ${key}`).length > 0
