import type { Tx } from '../db/database.ts'

/** What happened to accounts, and who did it. Lines are only ever added. */

export const accountEvents = [
  'account_issued', 'account_invited', 'account_slip', 'account_renamed', 'account_disabled', 'account_enabled',
  'account_moved', 'account_roles', 'account_handed_over', 'account_slip_used', 'account_password', 'account_reset_asked',
] as const // biome-ignore format: a list reads better in lines
export type AccountEvent = (typeof accountEvents)[number]

type Line = { accountId: number; agencyId: number; path: string; data?: object }

/** Adds one line for each account in the name of whoever acts in this transaction. */
export async function note(tx: Tx, name: AccountEvent, lines: readonly Line[], now: Date): Promise<void> {
  const rows = JSON.stringify(lines.map(({ data = {}, ...line }) => ({ ...line, data })))
  await tx`
    insert into account_event (account_id, agency_id, agency_path, name, by_account, data, at)
    select x."accountId", x."agencyId", x.path, ${name}, nullif(internal.person(), 0), x.data, ${now}
    from jsonb_to_recordset(${rows}::text::jsonb) as x("accountId" bigint, "agencyId" bigint, path text, data jsonb)`
}
