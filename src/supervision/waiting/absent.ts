import type { Tx } from '../../db/database.ts'

/** Agencies that hold reports and that nobody ever signed in for. */

export type Absent = Readonly<{
  id: number
  name: string
  /** Accounts that could sign in. */
  accounts: number
  /** Held by this agency itself, open. */
  held: number
}>

export const absentPage = 50
/** Counted up to here; a page says "more than". */
export const mostAbsent = 100

export async function countAbsent(tx: Tx, path: string): Promise<number> {
  const [row] = await tx<{ n: number }[]>`select count(*)::int as n from never_signed_in(${path}, 0, ${mostAbsent})`
  return row?.n ?? 0
}

/** In the order of their keys; `after` continues, one more than a page is read. */
export async function absentBelow(tx: Tx, path: string, after = 0): Promise<{ rows: Absent[]; after: number | null }> {
  const rows = await tx<Absent[]>`
    select a.id, a.name, n.accounts, (
        select count(*)::int from report r where r.holder_id = a.id and r.status not in ('closed', 'archived')) as held
    from never_signed_in(${path}, ${after}, ${absentPage + 1}) n join agency a on a.id = n.id order by a.id`
  const shown = rows.slice(0, absentPage)
  return { rows: shown, after: rows.length > absentPage ? (shown.at(-1)?.id ?? null) : null }
}
