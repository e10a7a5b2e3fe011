import { z } from 'zod'
import { attempt } from '../../db/actor.ts'
import { actorOf, has, type Staff } from '../../person/may.ts'
import { inputs, words } from '../../report/input.ts'
import { type Moved, move, type Request } from '../../report/move.ts'
import { readReference } from '../../report/reference.ts'
import { addressOf, filterOf } from '../desk/filter.ts'
import { type C, within } from '../desk/frame.tsx'
import { trouble } from '../errors.tsx'
import { type Errors, parseForm, posted, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { isToldAhead, lookAhead } from './ahead.ts'
import { gone } from './gone.tsx'
import type { StaffMove } from './nouns.ts'
import { renderReport } from './report.tsx'
import { agenciesIn, withNames } from './whom.ts'

/** Every move of staff goes this one way: read the form, move, and show the report again. */

const missing: Readonly<Record<string, string>> = { agencyId: 'staff.agency.empty', class: 'class.empty' }

/** Fields that were left empty are told by name, before the schema says that they are wrong. */
function told(errors: Errors, values: Values): Errors {
  return Object.fromEntries(
    Object.entries(errors).map(([name, error]) => [name, text(values, name) === '' ? (missing[name] ?? error) : error]),
  )
}

/** The version that the person saw; nothing else is a version. */
export function versionOf(values: Values): number | undefined {
  const typed = text(values, 'versi')
  return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined
}

/** Whom somebody may send to and whom they may ask for help: below them; a unit also asks the units beside it. */
export const reachOf = ({ path, agencyKind }: Staff) => ({
  below: path,
  around: agencyKind === 'unit' ? path.replace(/[^/]+\/$/, '') : path,
})

/** An officer or agency was there when it was looked for, and not when it was written; the second look says so in words. */
const leftMeanwhile = '23503'

export async function moveAs(c: C, staff: Staff, request: Request): Promise<Moved> {
  const { deps } = c.var
  const book = await deps.rules()
  const once = () =>
    attempt(deps.db, actorOf(staff), (tx) =>
      move(tx, book, { kind: 'staff', staff }, request as Request<'answer'>, deps.now()),
    )
  const moved = await once().catch((reason) => (reason?.code === leftMeanwhile ? once() : Promise.reject(reason)))
  if (moved.ok) deps.wake()
  return moved
}

const statusOf = { 'not-found': 404, 'not-yours': 403, conflict: 409, 'not-allowed': 409, 'already-open': 409, 'nothing-open': 409 } as const // biome-ignore format: a table
export const refusedWith = (refusal: string) => statusOf[refusal as keyof typeof statusOf] ?? 422

/** The handler of one move. */
export const actOf = (name: StaffMove) => async (c: C) => {
  const staff = staffOf(c)
  const reference = readReference(c.req.param('ref') ?? '')
  if (!reference) return trouble(c, 404)
  const sent = await posted(c)
  const version = versionOf(sent)
  const known = await within(c, (tx) => agenciesIn(tx, c.var.t, sent, reachOf(staff)))
  const read = parseForm(inputs[name], known.values)
  const errors = withNames(read.ok ? {} : told(read.errors, known.values), known.errors)
  if (!read.ok || Object.keys(errors).length > 0)
    return renderReport(c, reference, { tried: { name, values: sent, errors }, status: 422 })
  if (version === undefined)
    return renderReport(c, reference, { tried: { name, values: sent, refusal: 'conflict' }, status: 409 })
  const request = { reference, version, name, input: read.value } as Request
  const looked = isToldAhead(name) && text(sent, 'lihat') !== '' ? await lookAhead(c, staff, request) : undefined
  if (looked?.ahead) return renderReport(c, reference, { tried: { name, values: sent, ahead: looked.ahead } })
  const moved = looked ?? (await moveAs(c, staff, request))
  if (moved.ok) return c.redirect(await afterwards(c, reference), 303)
  return renderReport(c, reference, {
    tried: { name, values: sent, refusal: moved.refusal },
    status: refusedWith(moved.refusal),
  })
}

/** The page again, with the list that was beside it. */
const saved = (c: C, path: string) => `${addressOf(filterOf(staffOf(c), c.req.query()), path)}&tersimpan=1`

/** The report again, or the desk when it is no longer this person's to see. */
async function afterwards(c: C, reference: string): Promise<string> {
  const seen = await within(c, (tx) => tx`select from report where reference = ${reference}`)
  return saved(c, seen.count > 0 ? `/meja/${reference}` : '/meja')
}

const note = z.object({ text: words(4000, 'text.empty') })

/** A note stays inside the agency; it is no move and leaves the report's version alone. */
export async function noteAct(c: C) {
  const staff = staffOf(c)
  const reference = readReference(c.req.param('ref') ?? '')
  const values = await posted(c)
  if (!reference || !has(staff, 'operator', 'liaison', 'officer', 'arbiter')) return trouble(c, 404)
  const read = parseForm(note, values)
  if (!read.ok) return renderReport(c, reference, { tried: { name: 'note', values, errors: read.errors }, status: 422 })
  const now = c.var.deps.now()
  const kept = await within(
    c,
    (tx) => tx`
      insert into note (report_id, agency_id, by_person, by_name, text, at)
      select id, ${staff.agencyId}, ${staff.personId}, ${staff.name}, ${read.value.text}, ${now}
      from report where reference = ${reference}`,
  )
  return kept.count === 1 ? c.redirect(saved(c, `/meja/${reference}`), 303) : gone(c, reference, values)
}
