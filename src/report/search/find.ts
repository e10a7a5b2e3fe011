import type { Tx } from '../../db/database.ts'
import type { Staff } from '../../person/may.ts'
import { type Filter, inView, narrowed, orderOf, type View } from '../read/view.ts'
import type { Desk } from './desks.ts'
import { queryOf } from './words.ts'

/** Which reports of a view have the words. What many have is met soon on the way through the list; what few have is asked of
 *  the index of words; and only what is neither is walked to its end. */

/** How far the list is walked first; then twice as far, and so on. */
const walked = 200
/** As many as the index may answer with. */
const answered = 2000

const desks: Readonly<Record<View, readonly Desk[]>> = {
  queue: ['own'],
  mine: ['own', 'assists'],
  drafts: ['own'],
  instructions: ['own'],
  returned: ['own'],
  incomplete: ['own'],
  resolved: ['own'],
  assisting: ['assists'],
  extensions: ['below', 'inspects'],
  authority: ['own', 'below'],
  escalated: ['below'],
  below: ['below', 'inspects'],
  ended: ['ended'],
}

/** The page is among these: at least `wanted` that come next in the list, or all that there are, and perhaps some beside the view.
 *  Whoever reads them asks the walls and the view again. */
export async function found(tx: Tx, staff: Staff, filter: Filter, wanted: number): Promise<number[]> {
  const words = queryOf(filter.search ?? '')
  if (words === undefined) return []
  let stretch = await walk(tx, staff, filter, words, walked)
  if (stretch.ids.length >= wanted || stretch.after === undefined) return stretch.ids
  const few = await answerOf(tx, filter, words)
  if (few) return few
  for (let length = 2 * walked; stretch.after !== undefined && stretch.ids.length < wanted; length *= 2) {
    const further: Stretch = await walk(tx, staff, { ...filter, after: stretch.after }, words, length)
    stretch = { ...further, ids: stretch.ids.concat(further.ids) }
  }
  return stretch.ids
}

/** What the index knows, unless it is much. */
async function answerOf(tx: Tx, { view }: Filter, words: string): Promise<number[] | undefined> {
  const [row] = await tx<{ ids: number[] | null }[]>`
    select find_reports(${words}, ${desks[view]}::text[], ${answered}) as ids`
  return row?.ids ?? undefined
}

type Stretch = { ids: number[]; after: string | undefined }

/** The next `length` of the view: those with the words, and after which row the view goes on, if it does. */
async function walk(tx: Tx, staff: Staff, filter: Filter, words: string, length: number): Promise<Stretch> {
  const { column, order, after } = orderOf(tx, filter)
  const [stretch] = await tx<{ ids: number[]; lastId: number | null; lastAt: Date | null }[]>`
    with front as materialized (
      select r.id, ${column} as sort_at from report r
      where ${inView(tx, staff, filter.view)} ${narrowed(tx, filter)} ${after}
      order by ${order} limit ${length})
    select array(select find_among(${words}, ${desks[filter.view]}::text[], array(select id from front))) as ids,
      (select id from front offset ${length - 1}) as last_id, (select sort_at from front offset ${length - 1}) as last_at`
  if (!stretch) throw new Error('a list without a row')
  const { ids, lastId, lastAt } = stretch
  return { ids, after: lastId === null ? undefined : `${lastAt?.getTime() ?? 0}.${lastId}` }
}
