import { promisesOn } from '../../agency/promise.ts'
import { dayOf } from '../../agency/working-days.ts'
import { withActor } from '../../db/actor.ts'
import { openChanges, reschedule } from '../../supervision/clock/reschedule.ts'
import type { Clockwork } from './sweep.ts'

/** Every minute: what changes of the calendar move, change after change, page by page; whoever comes after a crash goes on. */

const page = 500
const inOrder = 4_215_050

export async function moveDeadlines({ db }: Pick<Clockwork, 'db'>, now: Date): Promise<void> {
  const one = () =>
    withActor(db, { kind: 'system' }, async (tx) => {
      // One page at a time, whoever writes it: changes are worked off in order.
      const [free] = await tx<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(${inOrder}) as mine`
      const changes = free?.mine ? await openChanges(tx, now) : []
      if (changes.length === 0) return false
      const promises = await promisesOn(tx, dayOf(now, 'Asia/Jakarta'))
      await reschedule(tx, promises, changes, now, page)
      return true
    })
  while (await one());
}
