import { attachTo } from '../../attachment/read.ts'
import { attempt } from '../../db/actor.ts'
import { actorOf, type Staff } from '../../person/may.ts'
import { inputs } from '../../report/input.ts'
import { type Moved, move, type Request } from '../../report/move.ts'
import { readReference } from '../../report/reference.ts'
import { refusedWith, versionOf } from '../case/act.ts'
import { gone } from '../case/gone.tsx'
import { type C, within } from '../desk/frame.tsx'
import { trouble } from '../errors.tsx'
import { keepAll } from '../files/keep.ts'
import { parseForm, postedWithAll, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { instantOf } from './clock.ts'
import { usedBefore } from './reused.ts'
import { renderTask } from './task.tsx'

/** A visit is kept with its photos, once: what counts as evidence is counted here, never taken from the form. */

export async function visitAct(c: C) {
  const staff = staffOf(c)
  const reference = readReference(c.req.param('ref') ?? '')
  if (!reference) return trouble(c, 404)
  const { values, files } = await postedWithAll(c, ['sebelum', 'sesudah'])
  const key = await keyOf(c, reference)
  if (!key) return gone(c, reference, values)
  const actor = actorOf(staff)
  const before = await keepAll(c, files.sebelum ?? [], { actor, kind: 'before', reportKey: key })
  const after = await keepAll(c, files.sesudah ?? [], { actor, kind: 'after', reportKey: key })
  const photos = [...carried(values), ...before.ids, ...after.ids]
  const errors: Record<string, string> = {
    ...(before.problem ? { sebelum: before.problem } : {}),
    ...(after.problem ? { sesudah: after.problem } : {}),
  }
  const reused = text(values, 'tetap') === '' ? await usedBefore(c, photos) : undefined
  if (reused !== undefined) errors.sesudah ??= reused
  const typed = { ...values, visitedAt: instantOf(text(values, 'visitedAt'), staff.zone), evidence: undefined }
  const read = parseForm(inputs.visit, typed as unknown as Values)
  // What was pressed twice finds its own photos.
  if (reused !== undefined && read.ok && (await keptAlready(c, staff, reference, read.value.findings))) return done(c)
  if (!read.ok || Object.keys(errors).length > 0)
    return renderTask(c, reference, { values, photos, errors: { ...(read.ok ? {} : read.errors), ...errors }, again: reused !== undefined }, 422) // biome-ignore format: one call
  const version = versionOf(values)
  const request = { reference, version, name: 'visit', input: read.value } as Request<'visit'>
  const moved = version === undefined ? ({ ok: false, refusal: 'conflict' } as const) : await keepVisit(c, staff, request, key, photos) // biome-ignore format: one call
  if (moved.ok || (moved.refusal === 'conflict' && (await keptAlready(c, staff, reference, read.value.findings))))
    return done(c)
  const told = moved.refusal === 'due-visit' ? { errors: { visitedAt: 'visit.when' } } : { refusal: moved.refusal }
  return renderTask(c, reference, { values, photos, ...told }, refusedWith(moved.refusal))
}

const done = (c: C) => c.redirect('/lapangan?tersimpan=1', 303)

const carried = (values: Values) =>
  [values.foto ?? []].flat().filter((id) => /^[1-9]\d{0,14}$/.test(id)).slice(0, 20).map(Number) // biome-ignore format: one list

async function keyOf(c: C, reference: string): Promise<string | undefined> {
  const [row] = await within(c, (tx) => tx<{ key: string }[]>`select key from report where reference = ${reference}`)
  return row?.key
}

async function keepVisit(c: C, staff: Staff, request: Request<'visit'>, key: string, photos: readonly number[]) {
  const { deps } = c.var
  const book = await deps.rules()
  const moved = await attempt(deps.db, actorOf(staff), async (tx): Promise<Moved> => {
    const [own] = await tx<{ n: number }[]>`
      select count(*)::int as n from attachment
      where id = any(${photos as number[]}::bigint[]) and report_key = ${key} and kind in ('before', 'after')
        and event_n is null and removed_at is null and by_person = ${staff.personId}`
    const input = { ...request.input, evidence: own?.n ?? 0 }
    const done = await move(tx, book, { kind: 'staff', staff }, { ...request, input }, deps.now())
    if (done.ok) await attachTo(tx, key, done.version, photos)
    return done
  })
  if (moved.ok) deps.wake()
  return moved
}

/** Pressed twice on a bad line: the visit is there already. */
async function keptAlready(c: C, staff: Staff, reference: string, findings: string): Promise<boolean> {
  const rows = await within(
    c,
    (tx) => tx`
      select from visit v join report r on r.id = v.report_id
      where r.reference = ${reference} and v.by_person = ${staff.personId} and v.findings = ${findings}
        and v.at > ${new Date(c.var.deps.now().getTime() - 3_600_000)}`,
  )
  return rows.count > 0
}
