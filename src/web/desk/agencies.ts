import { findAgencies } from '../../agency/agency.ts'
import { clean } from '../../report/input.ts'
import { reachOf } from '../case/act.ts'
import { staffOf } from '../session.ts'
import { type C, within } from './frame.tsx'

/** Agencies for a field that suggests while somebody types: those that this person may send to or ask for help; or all, where
 *  somebody is only named. */
export async function agenciesFound(c: C) {
  const typed = clean(c.req.query('q') ?? '', 100)
  const everywhere = c.req.query('semua') === '1'
  const found = await within(c, (tx) => findAgencies(tx, typed, 8, everywhere ? '/' : reachOf(staffOf(c)).around))
  c.header('Cache-Control', 'private, max-age=60')
  return c.json(found.map(({ id, name, shortName }) => ({ id, name, shortName })))
}
