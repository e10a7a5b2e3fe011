import type postgres from 'postgres'

/** Each line of the ledger carries a hash of its words and of the line before; the report carries the last one. */

/** References of reports whose ledger was changed behind the back of the application, or does not lead to their state. */
export async function brokenChains(tx: postgres.ISql, limit = 100): Promise<string[]> {
  const rows = await tx<{ reference: string }[]>`
    with line as (
      select report_id, n, hash, sha256(coalesce(lag(hash) over chain, ''::bytea) || convert_to(data::text, 'UTF8')) as expected,
        lag(n, 1, 0) over chain + 1 as next
      from event window chain as (partition by report_id order by n)),
    ledger as (
      select report_id, max(n) as version, bool_and(hash = expected and n = next) as whole,
        (array_agg(hash order by n desc))[1] as head
      from line group by report_id)
    select r.reference from report r left join ledger l on l.report_id = r.id
    where (l.whole and l.version = r.version and l.head = r.head) is not true order by r.id limit ${limit}`
  return rows.map(({ reference }) => reference)
}
