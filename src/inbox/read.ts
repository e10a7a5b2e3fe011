import { withActor } from '../db/actor.ts'
import type { Db, Tx } from '../db/database.ts'
import { type Keys, unsealJson } from '../person/seal.ts'
import type { Channel } from '../report/report.ts'
import { NotYet } from './not-yet.ts'

/** Thinks about a message that was kept: once, and if it cannot be read, it is set aside for a person and the next one flows. */

export type Outcome =
  | { outcome: 'report' | 'reply'; reportId: number }
  | { outcome: 'command'; reportId?: number }
  | { outcome: 'bounce' }
  | { outcome: 'noise'; reason: string }
  /** A person has to look at it. */
  | { outcome: 'parked'; reason: string }

export type Kept = Readonly<{
  id: number
  key: string
  channel: Channel
  account: string
  receivedAt: Date
  /** Somebody of ours says that it is a report, whatever it reads as. */
  byHand?: boolean
}>
/** Understands the messages of one channel. Called again after a failure, so what it does, it does once for each key.
 *  @returns undefined when the outcome was written together with what the message asked for. */
export type Reader = (message: unknown, kept: Kept) => Promise<Outcome | undefined>
export type Readers = Readonly<Partial<Record<Channel, Reader>>>
export type Reading = Readonly<{ db: Db; keys: Keys; readers: Readers; now: () => Date }>

/** @param lastTry nobody tries again after this: what fails now is parked, unless it is only not yet to be read.
 *  @throws what the reader threw, for the queue to try again. */
export async function readMessage({ db, keys, readers, now }: Reading, id: number, lastTry: boolean): Promise<void> {
  const [row] = await withActor(
    db,
    { kind: 'system' },
    (tx) => tx<(Kept & { sealed: Uint8Array | null })[]>`
      select id, key, channel, account, received_at, sealed, by_hand from inbox where id = ${id} and state = 'waiting'`,
  )
  if (!row) return
  const { sealed, ...kept } = row
  const reader = readers[kept.channel]
  const read = async () =>
    reader && sealed ? reader(unsealJson(keys, sealed), kept) : ({ outcome: 'parked', reason: 'no-reader' } as const)
  const found = await read().catch((reason: unknown): Outcome => {
    if (!lastTry || reason instanceof NotYet) throw reason
    return { outcome: 'parked', reason: `failed: ${nameOf(reason)}` }
  })
  if (found) await withActor(db, { kind: 'system' }, (tx) => settle(tx, id, found, now()))
}

/** What went wrong, without words of the message. */
function nameOf(reason: unknown): string {
  const { name = 'unknown', code } = reason as { name?: string; code?: string }
  return [name, code].filter(Boolean).join(' ').slice(0, 100)
}

/** @returns whether the message was still waiting; if not, whatever else the transaction did has been done before. */
export async function settle(tx: Tx, id: number, found: Outcome, now: Date): Promise<boolean> {
  const { outcome } = found
  const [row] = await tx<{ waiting: boolean }[]>`
    select message_read(${id}, ${outcome === 'parked' ? null : outcome}, ${'reason' in found ? found.reason : null},
      ${'reportId' in found ? (found.reportId ?? null) : null}, ${now}) as waiting`
  return row?.waiting ?? false
}
