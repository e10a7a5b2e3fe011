import type { Db } from '../../../db/database.ts'

/** Writes down a centre's own numbers of our messages, and what it says of them, whichever comes first. */
export const tellNetwork =
  (db: Db, gateway: string, now: () => Date) =>
  async (numbers: readonly string[], ours: string | null, arrived: boolean | null): Promise<void> => {
    await db.intake`select network_told(${gateway.slice(0, 200)}, ${numbers}, ${ours}, ${arrived}, ${now()})`
  }
