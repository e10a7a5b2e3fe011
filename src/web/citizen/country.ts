import { type Agency, childrenOf as agenciesIn } from '../../agency/agency.ts'
import { type Area, childrenOf as areasIn } from '../../agency/area.ts'
import { type Category, categories } from '../../agency/category.ts'
import { withActor } from '../../db/actor.ts'
import { perSite } from './per-site.ts'

/** What every form of the site shows and changes rarely: read once, kept for half a minute. */
export type Country = Readonly<{
  /** Every report begins here. */
  root: Agency
  categories: readonly Category[]
  provinces: readonly Area[]
}>

const fresh = 30_000

export const country = perSite(({ db, now }) => {
  let held: { country: Promise<Country>; until: number } | undefined
  return (): Promise<Country> => {
    const at = now().getTime()
    if (held && at < held.until) return held.country
    const mine = { country: read(db), until: at + fresh }
    held = mine
    mine.country.catch(() => {
      if (held === mine) held = undefined
    })
    return mine.country
  }
})

const read = (db: Parameters<typeof withActor>[0]): Promise<Country> =>
  withActor(db, { kind: 'public' }, async (tx) => {
    const [[root], known, provinces] = await Promise.all([agenciesIn(tx, null), categories(tx), areasIn(tx, null)])
    if (!root) throw new Error('there is no agency yet')
    return { root, categories: known, provinces }
  })
