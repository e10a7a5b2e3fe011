import { withActor } from '../../db/actor.ts'
import type { Db } from '../../db/database.ts'
import type { Report } from '../report.ts'
import { desksOf } from './desks.ts'
import { vectorOf } from './words.ts'

/** Keeps what the desk is searched by: in the background, after each move, and once more all that a move may have missed. */

type Read = Pick<
  Report,
  'id' | 'version' | 'secret' | 'title' | 'editedTitle' | 'text' | 'editedText' | 'status' | 'holderId' | 'holderPath' | 'assisting' | 'oversight' | 'wasOversight'
> // biome-ignore format: a list

/** Reads these reports as they are now. Words of secret ones are kept nowhere; an older reading replaces no newer one. */
export async function keepFindable(db: Db, ids: readonly number[]): Promise<void> {
  await withActor(db, { kind: 'system' }, async (tx) => {
    const reports = await tx<Read[]>`
      select id, version, secret, title, edited_title, text, edited_text, status, holder_id, holder_path, assisting, oversight, was_oversight
      from report where id = any(${ids}::bigint[])`
    const rows = reports.map((one) => ({
      report_id: one.id,
      version: one.version,
      words: one.secret ? '' : vectorOf(one.editedTitle ?? one.title, one.text, one.editedText),
      desks: desksOf(one),
    }))
    await tx`
      insert into findable (report_id, version, words, desks)
      select report_id, version, words::tsvector, desks
      from jsonb_to_recordset(${tx.json(rows)}) as x (report_id bigint, version int, words text, desks text[]) order by report_id
      on conflict (report_id) do update set version = excluded.version, words = excluded.words, desks = excluded.desks
      where findable.version < excluded.version`
  })
}

/** Goes through all reports by their keys and keeps those that are not kept as they are. @returns how many those were. */
export async function keepAllFindable(db: Db, page = 2000): Promise<number> {
  let kept = 0
  for (let after: number | null = 0; after !== null; ) {
    const { last, changed } = await nextPage(db, after, page)
    if (changed.length > 0) await keepFindable(db, changed)
    kept += changed.length
    after = last
  }
  return kept
}

async function nextPage(db: Db, after: number, page: number): Promise<{ last: number | null; changed: number[] }> {
  return withActor(db, { kind: 'system' }, async (tx) => {
    const [row] = await tx<{ last: number | null; changed: number[] | null }[]>`
      select max(r.id) as last, array_agg(r.id) filter (where f.version is distinct from r.version) as changed
      from (select id, version from report where id > ${after} order by id limit ${page}) r left join findable f on f.report_id = r.id`
    return { last: row?.last ?? null, changed: row?.changed ?? [] }
  })
}
