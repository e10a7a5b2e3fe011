import type { Sql } from '../db/database.ts'
import type { Charges, Place } from './position.ts'

/** What a service that is paid by use may cost in a day (UTC, as services count). */

export type Purse = Readonly<{
  /** Before something is done: `spent` when it would pass the limit, `again` when it was paid before, this day or the last. */
  pay: (charges: Charges) => Promise<'paid' | 'again' | 'spent'>
  /** After something was delivered, which nothing undoes: also past the limit. */
  note: (charges: Charges) => Promise<void>
  /** The service did not do it. */
  refund: (resource: string) => Promise<void>
}>

/** @param most thousandths of a dollar */
export function purse(sql: Sql, { channel, account }: Place, most: number, now: () => Date): Purse {
  const charge = async (charges: Charges, limit: number | null) => {
    const [row] = await sql<{ outcome: 'paid' | 'again' | 'spent' }[]>`
      select charge_channel(${channel}, ${account}, ${sql.json(charges)}, ${limit}, ${now()}) as outcome`
    if (!row) throw new Error('nothing was written down')
    return row.outcome
  }
  return {
    pay: (charges) => charge(charges, most),
    note: async (charges) => void (await charge(charges, null)),
    refund: async (resource) => void (await sql`select refund_channel(${channel}, ${account}, ${resource}, ${now()})`),
  }
}
