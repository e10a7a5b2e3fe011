import { Readable } from 'node:stream'
import type { Store } from '../attachment/store.ts'
import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'
import type { Staff } from '../person/may.ts'
import { keptDays, type List, list } from './export.ts'
import { countOf, pagesOf, Stopped, type Wording } from './rows.ts'
import { type Format, written } from './sheet.ts'

/** Makes a table that somebody asked for. One that was interrupted begins anew; one that was called off leaves nothing. */

export type Making = Readonly<{
  db: Db
  store: Store
  now: () => Date
  wording: (staff: Staff, of: List['of']) => Wording
}>
type Claimed = { personId: number; list: unknown; format: Format; language: 'id' | 'en' }

export async function makeExport({ db, store, now, wording }: Making, id: number): Promise<void> {
  const claimed = await claim(db, id)
  const staff = claimed && (await personOf(db, claimed))
  if (!claimed || !staff) return end(db, id, 'failed', now())
  const asked = list.parse(claimed.list)
  await system(
    db,
    async (tx) => void (await tx`update export set total = ${await countOf(db, staff, asked)} where id = ${id}`),
  )
  const key = `exports/${id}.${claimed.format}`
  const { head, row } = wording(staff, asked.of)
  const still = (rows: number) => goingOn(db, id, claimed, rows)
  try {
    await store.delete(key)
    await store.putStream(key, Readable.from(written(claimed.format, head, pagesOf(db, asked, { head, row }, still))))
  } catch (reason) {
    await store.delete(key)
    if (!(reason instanceof Error && reason.cause instanceof Stopped)) throw reason
    return end(db, id, 'failed', now())
  }
  const { contentLength } = await store.getMetaData(key)
  const kept = await system(db, async (tx) => {
    const { count } = await tx`
      update export set state = 'done', file_key = ${key}, size = ${contentLength}, ended_at = ${now()}
      where id = ${id} and state = 'running'`
    return count > 0
  })
  if (!kept) await store.delete(key)
}

const system = <T>(db: Db, work: Parameters<typeof withActor<T>>[2]) => withActor(db, { kind: 'system' }, work)

function claim(db: Db, id: number): Promise<Claimed | undefined> {
  return system(db, async (tx) => {
    const [claimed] = await tx<Claimed[]>`
      update export set state = 'running', rows = 0 where id = ${id} and state in ('waiting', 'running')
      returning person_id, list, format, language`
    return claimed
  })
}

/** Nothing is written any more for whoever called it off, or may not be here any more. */
async function goingOn(db: Db, id: number, claimed: Claimed, rows: number): Promise<Staff | undefined> {
  const going = await system(db, async (tx) => {
    const { count } = await tx`update export set rows = ${rows} where id = ${id} and state = 'running'`
    return count > 0
  })
  return going ? personOf(db, claimed) : undefined
}

/** Who asked, as they are now: another desk or no account at all since then means another list. */
function personOf(db: Db, { personId, language }: Claimed): Promise<Staff | undefined> {
  return system(db, async (tx) => {
    const [staff] = await tx<Staff[]>`
      select a.id as person_id, a.name, a.username, a.agency_id, g.name as agency_name, g.kind as agency_kind, g.path, g.zone,
        a.roles, a.language, a.must_change
      from account a join agency g on g.id = a.agency_id where a.id = ${personId} and a.disabled_at is null and g.active`
    return staff && { ...staff, language }
  })
}

/** Called off stays called off. */
const end = (db: Db, id: number, state: 'failed', now: Date): Promise<void> =>
  system(db, async (tx) => {
    await tx`update export set state = ${state}, ended_at = ${now} where id = ${id} and state in ('waiting', 'running')`
  })

/** A background that gives up says so. */
export const failExport = (db: Db, id: number, now: Date): Promise<void> => end(db, id, 'failed', now)

/** Files that had their time go; the rows stay. @returns how many. */
export async function tidyExports(db: Db, store: Store, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 24 * 3_600_000)
  const old = await system(
    db,
    (tx) => tx<{ id: number; fileKey: string }[]>`
    select id, file_key from export where file_key is not null and ended_at < ${before} order by ended_at limit 500`,
  )
  for (const { id, fileKey } of old) {
    await store.delete(fileKey)
    await system(db, async (tx) => void (await tx`update export set state = 'gone', file_key = null where id = ${id}`))
  }
  return old.length
}
