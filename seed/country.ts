import type postgres from 'postgres'
import { agencies, type Edition, type SeedAgency } from './agencies.ts'
import { areaCount, areas, type SeedArea } from './areas.ts'
import { categories } from './categories.ts'
import { calculatedBasis, holidays } from './holidays.ts'
import { promises, validFrom } from './promises.ts'

/** Loads the country once: what administrators changed or removed since stays as they left it. */

export type { Edition } from './agencies.ts'

type Sql = postgres.TransactionSql
const lock = 7_215_332

/** Fills areas, agencies, categories, promises and holidays, all or nothing. `sql` is a connection of the owner, superuser or
 *  not (the tables have a policy for their owner). `cityArea`: whose the city edition is. Loading again, or from several processes at once, changes nothing. */
export async function loadCountry(sql: postgres.Sql, edition: Edition, cityArea?: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${lock})`
    const all = await areas()
    await loadAreas(tx, all)
    await loadAgencies(tx, agencies(edition, all, cityArea))
    await loadCategories(tx)
    await loadPromises(tx)
    await loadHolidays(tx)
  })
}

const column = <T, K extends keyof T>(rows: readonly T[], key: K): T[K][] => rows.map((row) => row[key])

async function loadAreas(tx: Sql, rows: readonly SeedArea[]): Promise<void> {
  const [{ count } = { count: 0 }] = await tx<{ count: number }[]>`select count(*)::int from area`
  if (count >= areaCount) return
  for (let from = 0; from < rows.length; from += 20_000) {
    const part = rows.slice(from, from + 20_000)
    await tx`
      insert into area (code, parent_code, level, name, zone)
      select * from unnest(${column(part, 'code')}::text[], ${column(part, 'parent')}::text[], ${column(part, 'level')}::int[],
        ${column(part, 'name')}::text[], ${column(part, 'zone')}::text[])
      on conflict do nothing`
  }
  await tx`analyze area`
}

async function loadAgencies(tx: Sql, rows: readonly SeedAgency[]): Promise<void> {
  await tx`
    insert into agency (id, parent_id, path, kind, name, short_name, area_code, zone, tasks)
    select * from unnest(${column(rows, 'id')}::bigint[], ${column(rows, 'parent')}::bigint[], ${column(rows, 'path')}::text[],
      ${column(rows, 'kind')}::text[], ${column(rows, 'name')}::text[], ${column(rows, 'short')}::text[],
      ${column(rows, 'area')}::text[], ${column(rows, 'zone')}::text[], ${column(rows, 'tasks')}::text[])
    on conflict do nothing`
  await tx`analyze agency`
}

async function loadCategories(tx: Sql): Promise<void> {
  const rows = categories.map(({ code, parent, id, en }, position) => ({
    code,
    parent_code: parent,
    name_id: id,
    name_en: en,
    position,
  }))
  await tx`insert into category ${tx(rows)} on conflict do nothing`
}

/** Promises have no natural key: once there are any, they are the centre's to change. */
async function loadPromises(tx: Sql): Promise<void> {
  const [known] = await tx`select 1 from promise limit 1`
  if (known) return
  const rows = promises.map(([step, type, oversight, days, unit, basis]) => ({
    step,
    class: type,
    oversight,
    days,
    unit,
    basis,
    valid_from: validFrom,
  }))
  await tx`insert into promise ${tx(rows)}`
}

/** A year that has any holiday is left alone: one that was removed does not come back. */
async function loadHolidays(tx: Sql): Promise<void> {
  for (const [year, { basis, national, jointLeave, calculated = {} }] of Object.entries(holidays)) {
    const [known] =
      await tx`select 1 from holiday where area_code is null and day between ${`${year}-01-01`} and ${`${year}-12-31`} limit 1`
    if (known) continue
    const rows = [
      ...Object.entries(national).map(([day, name]) => ({ day, name, kind: 'national', basis })),
      ...Object.entries(jointLeave).map(([day, name]) => ({ day, name, kind: 'joint_leave', basis })),
      ...Object.entries(calculated).map(([day, name]) => ({ day, name, kind: 'national', basis: calculatedBasis })),
    ].map((row) => ({ ...row, day: `${year}-${row.day}` }))
    await tx`insert into holiday ${tx(rows)}`
  }
}
