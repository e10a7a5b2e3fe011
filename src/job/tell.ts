import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'
import { type EventRef, expand } from '../notice/tell/expand.ts'
import { addJobs } from './add.ts'

/** Expands a handful of events into notices and one delivery each, in one transaction. */
export async function tell(db: Db, { events }: { events: readonly EventRef[] }, now: Date): Promise<void> {
  try {
    await withActor(db, { kind: 'system' }, async (tx) => {
      const ids = await expand(tx, events, now)
      await addJobs(
        tx,
        'deliver',
        ids.map((noticeId) => ({ noticeId })),
      )
    })
  } catch (reason) {
    // One that cannot be told must not keep the others waiting: each goes its own way.
    if (events.length === 1) throw reason
    await withActor(db, { kind: 'system' }, (tx) =>
      addJobs(
        tx,
        'tell',
        events.map((event) => ({ events: [event] })),
      ),
    )
  }
}
