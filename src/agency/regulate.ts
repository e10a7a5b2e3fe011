import type { Tx } from '../db/database.ts'
import type { Holiday } from './calendar.ts'
import { type Category, categoryByCode, isCategoryCode } from './category.ts'
import { type Outcome, record } from './ledger.ts'
import type { ServicePromise } from './promise.ts'
import { type Day, dayOf } from './working-days.ts'

/** Changing what holds for many: holidays, promises and categories. Only the centre may, and the government of an area its
 *  local holidays; the walls check it again. */

async function governs(tx: Tx, actorPath: string, areaCode: string | null): Promise<boolean> {
  const rows = await tx`
    select 1 from agency where (parent_id is null and path = ${actorPath})
      or (area_code = ${areaCode} and kind in ('province', 'regency', 'city') and starts_with(path, ${actorPath}))`
  return rows.length > 0
}

/** Years that a calendar of ours can speak of; PostgreSQL has no year 0. */
const real = (day: Day): boolean => {
  if (day < '1900-01-01' || day >= '2200-01-01') return false
  const at = new Date(`${day}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

/** Adds a closed day, or corrects the one that is there. */
export async function setHoliday(
  tx: Tx,
  actorPath: string,
  holiday: Holiday,
  now: Date,
): Promise<Outcome<'not-yours' | 'day' | 'kind'>> {
  const { day, areaCode, name, kind, basis } = holiday
  if (!real(day)) return { ok: false, refusal: 'day' }
  if ((kind === 'local') !== (areaCode !== null)) return { ok: false, refusal: 'kind' }
  if (!(await governs(tx, actorPath, areaCode))) return { ok: false, refusal: 'not-yours' }
  const [kept] = await tx<{ added: boolean }[]>`
    insert into holiday (day, area_code, name, kind, basis) values (${day}, ${areaCode}, ${name}, ${kind}, ${basis})
    on conflict (day, area_code) do update set name = excluded.name, kind = excluded.kind, basis = excluded.basis
    returning xmax = 0 as added`
  if (kept?.added) await moves(tx, actorPath, holiday, true, now)
  await record(tx, { agencyId: null, path: actorPath, name: 'holiday_set', data: holiday }, now)
  return { ok: true }
}

/** Late news of a day that is still to come moves what is open, a page at a time, in the background. */
async function moves(tx: Tx, path: string, { day, areaCode, name }: Holiday, added: boolean, now: Date): Promise<void> {
  if (day < dayOf(now, 'Asia/Jakarta')) return
  await tx`
    insert into holiday_change (day, area_code, name, added, by_path, at)
    values (${day}, ${areaCode}, ${name}, ${added}, ${path}, ${now})`
}

export async function removeHoliday(
  tx: Tx,
  actorPath: string,
  day: Day,
  areaCode: string | null,
  now: Date,
): Promise<Outcome<'not-yours' | 'not-found'>> {
  if (!real(day)) return { ok: false, refusal: 'not-found' }
  if (!(await governs(tx, actorPath, areaCode))) return { ok: false, refusal: 'not-yours' }
  const [removed] = await tx<Holiday[]>`
    delete from holiday where day = ${day} and area_code is not distinct from ${areaCode}
    returning day, area_code, name, kind, basis`
  if (!removed) return { ok: false, refusal: 'not-found' }
  await moves(tx, actorPath, removed, false, now)
  await record(tx, { agencyId: null, path: actorPath, name: 'holiday_removed', data: removed }, now)
  return { ok: true }
}

export type NewPromise = Omit<ServicePromise, 'id' | 'validTo'>

/** Lets a new promise hold from a day on, not before today. The one before it ends on that day and is kept as it was. */
export async function setPromise(
  tx: Tx,
  actorPath: string,
  promise: NewPromise,
  now: Date,
): Promise<Outcome<'not-yours' | 'day' | 'past' | 'later-one' | 'days'>> {
  const { step, class: type, oversight, days, unit, basis, validFrom } = promise
  if (!real(validFrom)) return { ok: false, refusal: 'day' }
  if (validFrom < dayOf(now, 'Asia/Jakarta')) return { ok: false, refusal: 'past' }
  if (!Number.isInteger(days) || days < 1 || days > 3650) return { ok: false, refusal: 'days' }
  if (!(await governs(tx, actorPath, null))) return { ok: false, refusal: 'not-yours' }
  const same = tx`step = ${step} and class is not distinct from ${type} and oversight is not distinct from ${oversight}`
  const later = await tx`select 1 from promise where ${same} and valid_from >= ${validFrom}`
  if (later.length > 0) return { ok: false, refusal: 'later-one' }
  await tx`update promise set valid_to = ${validFrom} where ${same} and valid_to is null`
  await tx`
    insert into promise (step, class, oversight, days, unit, basis, valid_from)
    values (${step}, ${type}, ${oversight}, ${days}, ${unit}, ${basis}, ${validFrom})`
  await record(tx, { agencyId: null, path: actorPath, name: 'promise_set', data: promise }, now)
  return { ok: true }
}

/** Adds a category or changes its names, its order and whether it is offered. Where it belongs never changes. */
export async function setCategory(
  tx: Tx,
  actorPath: string,
  category: Category,
  now: Date,
): Promise<Outcome<'not-yours' | 'code' | 'no-such-parent'>> {
  const { code, parentCode, nameId, nameEn, position, active } = category
  if (!isCategoryCode(code)) return { ok: false, refusal: 'code' }
  if (!(await governs(tx, actorPath, null))) return { ok: false, refusal: 'not-yours' }
  const parent = parentCode === null ? undefined : await categoryByCode(tx, parentCode)
  if (parentCode !== null && (!parent || parent.parentCode !== null || parent.code === code)) {
    return { ok: false, refusal: 'no-such-parent' }
  }
  await tx`
    insert into category (code, parent_code, name_id, name_en, position, active)
    values (${code}, ${parentCode}, ${nameId}, ${nameEn}, ${position}, ${active})
    on conflict (code) do update set name_id = excluded.name_id, name_en = excluded.name_en,
      position = excluded.position, active = excluded.active`
  await record(tx, { agencyId: null, path: actorPath, name: 'category_set', data: category }, now)
  return { ok: true }
}
