import { withActor } from '../db/actor.ts'
import type { Db, Tx } from '../db/database.ts'
import { dayOf, type Store } from './store.ts'

/** Forgets what was uploaded and never filed. Both jobs may run anywhere, at any time, more than once. */

const day = 24 * 3_600_000
const batch = 100

type Places = { storageKey: string; thumbKey: string }

/** Removes files that were taken out of a draft, and those of drafts that were not filed within 24 hours; looks a
 *  month back. A row goes only when its bytes are gone.
 *  @returns how many. */
export async function expireDrafts(db: Db, store: Store, now: Date): Promise<number> {
  let expired = 0
  for (;;) {
    const gone = await withActor(db, { kind: 'system' }, (tx) => expire(tx, store, now))
    expired += gone
    if (gone < batch) return expired
  }
}

async function expire(tx: Tx, store: Store, now: Date): Promise<number> {
  const dayAgo = new Date(now.getTime() - day)
  const monthAgo = new Date(now.getTime() - 30 * day)
  const rows = await tx<Places[]>`
    delete from attachment where id in (
      (select id from attachment where removed_at < ${now} limit ${batch})
      union
      (select id from attachment where uploaded_at > ${monthAgo} and uploaded_at < ${dayAgo}
        and not internal.is_filed(report_key) limit ${batch}))
    returning storage_key, thumb_key`
  for (const { storageKey, thumbKey } of rows) await Promise.all([store.delete(storageKey), store.delete(thumbKey)])
  return rows.length
}

/** Removes bytes that no row knows, left behind when a process died between writing and committing. Looks at the days
 *  before yesterday, a week back.
 *  @returns how many. */
export async function sweepStrays(db: Db, store: Store, now: Date): Promise<number> {
  let swept = 0
  for (let back = 2; back <= 7; back++) {
    const folder = dayOf(new Date(now.getTime() - back * day))
    const { objects } = await store.listAll(`${folder}/`)
    const keys = [...objects].flatMap((object) => (object.isFile ? [object.key] : []))
    if (keys.length === 0) continue
    const strays = await withActor(
      db,
      { kind: 'system' },
      (tx) => tx<{ key: string }[]>`
        select key from unnest(${keys}::text[]) as key
        where not exists (select from attachment a where a.storage_key = key)
          and not exists (select from attachment a where a.thumb_key = key)`,
    )
    for (const { key } of strays) await store.delete(key)
    swept += strays.length
  }
  return swept
}
