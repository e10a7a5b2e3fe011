import type { Db } from '../../../db/database.ts'
import { type Ids, numbered } from './number.ts'

type Telling = Readonly<{ db: Db; gateway: string; ids: Ids; now: () => Date }>

/** Writes down a centre's own numbers of our messages, and what it says of them, whichever comes first. */
export function tellNetwork({ db, gateway, ids, now }: Telling) {
  const write = async (
    where: 'answer' | 'receipt',
    written: readonly string[],
    ours: string | null,
    arrived: boolean | null,
  ) => {
    const numbers = written.map((one) => numbered(ids, where, one))
    await db.intake`
      select network_says(${gateway.slice(0, 200)}, ${db.intake.json(numbers as never)}, ${ours}, ${arrived}, ${now()})`
  }
  return {
    numbered: (numbers: readonly string[], ours: string) => write('answer', numbers, ours, null),
    fate: ({ number, arrived }: { number: string; arrived: boolean }) => write('receipt', [number], null, arrived),
  }
}
