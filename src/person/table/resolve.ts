import type { Tx } from '../../db/database.ts'

/** Finds agencies of a branch by key, name or short name, as people write them into tables. */

export type Resolver = Readonly<{
  find: (typed: string) => number | 'agency-unknown' | 'agency-ambiguous'
  /** An agency that was made since. */
  add: (agency: { id: number; name: string; shortName: string }) => void
}>

const key = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()

export async function agencyResolver(tx: Tx, path: string): Promise<Resolver> {
  const rows = await tx<{ id: number; name: string; shortName: string }[]>`
    select id, name, short_name from agency where path >= ${path} and path < ${`${path}~`} and active`
  const byName = new Map<string, Set<number>>()
  const byKey = new Set<number>()
  const add: Resolver['add'] = ({ id, name, shortName }) => {
    byKey.add(id)
    for (const one of [key(name), key(shortName)]) byName.set(one, (byName.get(one) ?? new Set()).add(id))
  }
  rows.forEach(add)
  return {
    add,
    find: (typed) => {
      if (/^\d{1,15}$/.test(typed)) return byKey.has(Number(typed)) ? Number(typed) : 'agency-unknown'
      const [id, more] = byName.get(key(typed)) ?? []
      if (id === undefined) return 'agency-unknown'
      return more === undefined ? id : 'agency-ambiguous'
    },
  }
}
