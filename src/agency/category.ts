import type { Tx } from '../db/database.ts'

/** What a report is about. Codes are stable; names and order are the centre's to change. */
export type Category = Readonly<{
  code: string
  parentCode: string | null
  nameId: string
  nameEn: string
  position: number
  active: boolean
}>

/** Main categories in their order, each followed by what belongs to it; retired ones only when asked for. */
export async function categories(tx: Tx, withRetired = false): Promise<Category[]> {
  return tx<Category[]>`
    select c.code, c.parent_code, c.name_id, c.name_en, c.position, c.active
    from category c left join category p on p.code = c.parent_code
    where ${withRetired} or (c.active and coalesce(p.active, true))
    order by coalesce(p.position, c.position), coalesce(p.code, c.code), c.parent_code is not null, c.position, c.code`
}

export const isCategoryCode = (text: string): boolean => /^[a-z_]+(\.[a-z_]+)?$/.test(text)

export async function categoryByCode(tx: Tx, code: string): Promise<Category | undefined> {
  if (!isCategoryCode(code)) return undefined
  const [category] = await tx<Category[]>`
    select code, parent_code, name_id, name_en, position, active from category where code = ${code}`
  return category
}
