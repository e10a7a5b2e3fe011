import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { withActor } from '../../db/actor.ts'
import { actorOf } from '../../person/may.ts'
import { counts, desk } from '../../report/read/desk.ts'
import { type StaffPage, staffPage } from '../../report/read/staff-page.ts'
import { readReference, showReference } from '../../report/reference.ts'
import { addressOf, filterOf } from '../desk/filter.ts'
import { type C, show, within } from '../desk/frame.tsx'
import { calendarOf, List } from '../desk/queue.tsx'
import { trouble } from '../errors.tsx'
import { staffOf } from '../session.ts'
import { choicesFor } from './choices.ts'
import { gone } from './gone.tsx'
import { keyedMoves, stepKeys } from './nouns.ts'
import type { Tried } from './tried.ts'
import { View } from './view.tsx'

/** One report on the desk, with the queue beside it. */

export const reportPage = (c: C) => renderReport(c, c.req.param('ref') ?? '')

type Options = { tried?: Tried; status?: ContentfulStatusCode }

/** The report as it stands now. With `tried`, the form that was refused comes back with everything that was written. */
export async function renderReport(c: C, typed: string, { tried, status = 200 }: Options = {}) {
  const staff = staffOf(c)
  const { deps } = c.var
  const reference = readReference(typed)
  const book = await deps.rules()
  const open = (ref: string) =>
    withActor(deps.db, actorOf(staff), (tx) => staffPage(tx, book, deps.keys, staff, ref, deps.now()))
  const page: StaffPage | undefined = reference ? await open(reference) : undefined
  if (reference && !page && tried) return gone(c, reference, tried.values)
  if (!reference || !page) return trouble(c, 404)
  const filter = filterOf(staff, c.req.query())
  const [[list, waiting, choices], calendar] = await Promise.all([
    within(c, (tx) => Promise.all([desk(tx, staff, filter), counts(tx, staff), choicesFor(tx, c, page)])),
    calendarOf(c),
  ])
  const { report } = page.case
  const urgent = list.rows.find((row) => row.reference !== reference)
  return show(c, {
    title: `${showReference(reference)} ${report.editedTitle ?? report.title}`,
    counts: waiting,
    view: filter.view,
    opened: true,
    keys: keyedMoves
      .filter((name) => page.moves.includes(name))
      .map((name) => [stepKeys[name], c.var.t.desk.keys[name]]),
    path: addressOf(filter, `/meja/${reference}`),
    status,
    body: (
      <>
        <List c={c} filter={filter} {...list} calendar={calendar} current={reference} />
        <View c={c} page={page} choices={choices} filter={filter} urgent={urgent} tried={tried} />
      </>
    ),
  })
}
