import type { Tx } from '../db/database.ts'

/** What administrators do to the country is written down with who did it. */

export type Outcome<R extends string, T = object> = ({ ok: true } & T) | { ok: false; refusal: R }
type Line = { agencyId: number | null; path: string; name: string; data: object }

/** Adds a line to the ledger in the name of whoever acts in this transaction. */
export async function record(tx: Tx, { agencyId, path, name, data }: Line, now: Date): Promise<void> {
  await tx`
    insert into account_event (agency_id, agency_path, name, by_account, data, at)
    values (${agencyId}, ${path}, ${name}, nullif(internal.person(), 0), ${JSON.stringify(data)}::text::jsonb, ${now})`
}
