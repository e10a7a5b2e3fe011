import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import type { Staff } from '../person/may.ts'
import { views } from '../report/read/view.ts'
import { channels, classes } from '../report/report.ts'
import type { Format } from './sheet.ts'

/** Asking for a table, looking after it, calling it off: all of it one's own. */

const flag = z.literal(true).optional()

/** What a table is made of, as it is written down. */
export const list = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('desk'),
    filter: z.object({
      view: z.enum(views),
      search: z.string().max(100).optional(),
      class: z.enum(classes).optional(),
      channel: z.enum(channels).optional(),
      oversight: flag,
      secret: flag,
      newest: flag,
    }),
  }),
])

export type List = z.infer<typeof list>

export type State = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed' | 'gone'
export type Export = Readonly<{
  id: number
  list: List
  format: Format
  state: State
  total: number | null
  rows: number
  fileKey: string | null
  size: number | null
  askedAt: Date
}>

/** Somebody who asks for more waits for these first. */
export const mostAtOnce = 3
/** How long a file is kept, in days. */
export const keptDays = 7

export type Asked = { ok: true; id: number } | { ok: false; refusal: 'export-busy' }

/** Asks for a table; the background makes it. */
export async function askExport(tx: Tx, staff: Staff, list: List, format: Format, now: Date): Promise<Asked> {
  await tx`select pg_advisory_xact_lock(64, ${staff.personId})`
  const [busy] = await tx<{ n: number }[]>`
    select count(*)::int as n from export where person_id = ${staff.personId} and state in ('waiting', 'running')`
  if ((busy?.n ?? 0) >= mostAtOnce) return { ok: false, refusal: 'export-busy' }
  const [row] = await tx<{ id: number }[]>`
    with asked as (
      insert into export (person_id, list, format, language, asked_at)
      values (${staff.personId}, ${tx.json(list)}, ${format}, ${staff.language}, ${now}) returning id),
    job as (insert into outbox (task, payload) select 'export', jsonb_build_object('exportId', id) from asked)
    select id from asked`
  return { ok: true, id: row?.id ?? 0 }
}

/** What somebody asked for lately, the newest first. */
export const exportsOf = async (tx: Tx, personId: number): Promise<Export[]> => tx<Export[]>`
  select id, list, format, state, total, rows, file_key, size, asked_at from export
  where person_id = ${personId} order by id desc limit 20`

export async function exportOf(tx: Tx, id: number): Promise<Export | undefined> {
  const [found] = await tx<Export[]>`
    select id, list, format, state, total, rows, file_key, size, asked_at from export where id = ${id}`
  return found
}

/** @returns whether there was anything to call off. */
export async function cancelExport(tx: Tx, id: number, now: Date): Promise<boolean> {
  const { count } = await tx`
    update export set state = 'cancelled', ended_at = ${now} where id = ${id} and state in ('waiting', 'running')`
  return count > 0
}
