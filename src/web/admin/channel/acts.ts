import type { Tx } from '../../../db/database.ts'
import { madeReport, seen, settleByHand } from '../../../inbox/channels.ts'
import { trouble } from '../../errors.tsx'
import { posted } from '../../form.ts'
import { staffOf } from '../../session.ts'
import { type C, idOf, kept, read } from '../place.tsx'

/** What is done about messages that were set aside: put away, read once more, made a report. */

/** What a person saw and left is put away: those that stood on the page, no others. */
export async function seenAct(c: C) {
  if (staffOf(c).agencyKind !== 'centre') return trouble(c, 404)
  const ids = [(await posted(c)).id ?? []]
    .flat()
    .filter((id) => /^[1-9]\d{0,14}$/.test(id))
    .map(Number)
  await read(c, (tx) => seen(tx, ids.slice(0, 50), c.var.deps.now()))
  return kept(c, '/kelola/kanal')
}

/** The reader tries once more. */
export const againAct = (c: C) => readAgain(c, (id, now) => (tx) => settleByHand(tx, id, null, now))
/** The reader makes it a report, and tells its author. */
export const reportAct = (c: C) => readAgain(c, (id) => (tx) => madeReport(tx, id))

type Deed = (id: number, now: Date) => (tx: Tx) => Promise<boolean>

async function readAgain(c: C, deed: Deed) {
  const id = idOf(c)
  const may = id !== undefined && staffOf(c).agencyKind === 'centre'
  if (!may || !(await read(c, deed(id, c.var.deps.now())))) return trouble(c, 404)
  c.var.deps.wake()
  return kept(c, '/kelola/kanal')
}
