import type { RuleBook } from '../../agency/rulebook.ts'
import { attempt, withActor } from '../../db/actor.ts'
import type { Db } from '../../db/database.ts'
import { move } from '../../report/move.ts'

/** Silence ends a report: what waited for its reporter too long lapses or expires, each exactly once. */

export type Clockwork = Readonly<{ db: Db; rules: () => Promise<RuleBook> }>
type Overdue = { id: number; reference: string; status: 'resolved' | 'incomplete'; respondDue: Date; version: number }

const page = 200

/** @returns how many reports this run ended; another worker may have ended others at the same time. */
export async function sweep({ db, rules }: Clockwork, now: Date): Promise<number> {
  const book = await rules()
  let ended = 0
  let after: Pick<Overdue, 'respondDue' | 'id'> = { respondDue: new Date(0), id: 0 }
  for (;;) {
    const due = await overdue(db, after, now)
    for (const { reference, version, status } of due) {
      const name = status === 'resolved' ? 'lapse' : 'expire'
      const request = { reference, version, name, input: {} } as const
      const moved = await attempt(db, { kind: 'system' }, (tx) => move(tx, book, { kind: 'clock' }, request, now))
      if (moved.ok) ended++
    }
    const last = due.at(-1)
    if (!last || due.length < page) return ended
    after = last
  }
}

function overdue(db: Db, { respondDue, id }: Pick<Overdue, 'respondDue' | 'id'>, now: Date): Promise<Overdue[]> {
  return withActor(
    db,
    { kind: 'system' },
    (tx) => tx<Overdue[]>`
    select id, reference, status, respond_due, version from report
    where status in ('incomplete', 'resolved') and respond_due < ${now} and (respond_due, id) > (${respondDue}, ${id})
    order by respond_due, id limit ${page}`,
  )
}
