import { randomInt } from 'node:crypto'
import type { Tx } from '../db/database.ts'
import type { Own } from './own.ts'

/** What somebody who writes from a number has with us: their reports, and the codes that were sent to them. As the system. */

const most = 20

/** The reporters of these numbers: given when filing, or joined and proved. */
const at = (tx: Tx, contacts: readonly Buffer[]) => {
  const hex = contacts.map((contact) => contact.toString('hex'))
  const given = tx`any (array(select decode(hex, 'hex') from unnest(${hex}::text[]) hex))`
  return tx`(
    select id from reporter where contact = ${given}
    union select reporter_id from vault.contact where contact = ${given} and proved_at is not null)`
}

/** The reports of this number, those that wait for the reporter first, then the latest. */
export const ownReports = (tx: Tx, contact: Buffer) => tx<Own[]>`
  select p.id as reporter_id, o.reference, r.status, r.ending, r.secret, h.short_name as holder, r.due_at, p.language,
    r.status = 'incomplete' or exists (select from question q where q.report_id = r.id and q.answered_at is null and q.due_at > now()) as asked,
    (select code from reply_code c where c.reporter_id = p.id and c.tries < ${mostTries}) as code
  from reporter p join report r on r.id = p.report_id join report o on o.id = p.own_report_id join agency h on h.id = r.holder_id
  where p.id in ${at(tx, [contact])}
  order by r.status in ('resolved', 'incomplete') desc, p.id desc limit ${most}`

export const mostTries = 5

/** A new code, unlike the others of the same number; the one before is over. */
export async function giveCode(tx: Tx, reporterId: number, now: Date): Promise<string> {
  const own = await tx<{ contact: Buffer }[]>`
    select contact from reporter where id = ${reporterId} and contact is not null
    union select contact from vault.contact where reporter_id = ${reporterId} and proved_at is not null`
  const numbers = own.map(({ contact }) => contact)
  const taken = await tx<{ code: string }[]>`
    select code from reply_code where reporter_id in ${at(tx, numbers)}`
  let code = ''
  do code = String(randomInt(1000, 10_000))
  while (taken.some((other) => other.code === code))
  await tx`
    insert into reply_code (reporter_id, code, given_at) values (${reporterId}, ${code}, ${now})
    on conflict (reporter_id) do update set code = excluded.code, tries = 0, given_at = excluded.given_at`
  return code
}

/** A code that fits none of them counts against all: whoever guesses has five tries. */
export const wrongCode = (tx: Tx, contact: Buffer) => tx`
  update reply_code set tries = tries + 1
  where reporter_id in ${at(tx, [contact])}`

/** The report that the same words made today: people press twice when they hear nothing, and networks bring what they brought.
 *  Whoever reads the same words at the same time waits for the end of the transaction, and sees what it has made. */
export async function saidBefore(
  tx: Tx,
  contact: Buffer,
  { text, key }: { text: string; key: string },
  now: Date,
): Promise<string | undefined> {
  await tx`select pg_advisory_xact_lock(hashtextextended(encode(${contact}, 'hex') || ${text}, 24))`
  const [row] = await tx<{ reference: string }[]>`
    select r.reference from report r join reporter p on p.own_report_id = r.id
    where p.contact = ${contact} and r.filed_at > ${new Date(now.getTime() - 24 * 3_600_000)} and r.text = ${text} and r.key <> ${key} limit 1`
  return row?.reference
}

/** How often this number was answered in a day. */
export async function answeredLately(tx: Tx, contact: Buffer, now: Date): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from reply where contact = ${contact} and created_at > ${new Date(now.getTime() - 24 * 3_600_000)}`
  return row?.count ?? 0
}
