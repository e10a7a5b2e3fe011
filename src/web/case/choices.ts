import { unattended } from '../../agency/below.ts'
import { type Category, categories } from '../../agency/category.ts'
import { placesOf } from '../../agency/place/named.ts'
import { candidatesFor, type Suggestion, suggest } from '../../agency/suggest.ts'
import type { Tx } from '../../db/database.ts'
import { has } from '../../person/may.ts'
import { topic } from '../../report/mask.ts'
import type { StaffPage } from '../../report/read/staff-page.ts'
import type { C } from '../desk/frame.tsx'
import { staffOf } from '../session.ts'

/** What the forms of a report offer to choose from: categories, and who is probably responsible. */
export type Choices = Readonly<{
  categories: readonly Category[]
  suggestions: readonly Suggestion[]
  /** Agencies among them, and the holder, where nobody can act. */
  unattended: ReadonlySet<number>
}>

const most = 4

/** The holder is below, and its accounts are theirs to see. */
const watchesBelow = (c: C, movers: StaffPage['movers']) =>
  has(staffOf(c), 'operator', 'supervisor', 'arbiter') && movers.some((mover) => mover.endsWith('@above'))

/** What the report says of itself and of its place; a NIK in it is no topic. */
function saidBy({ case: { report }, around }: StaffPage) {
  const text = topic(`${report.title}\n${report.text}`)
  return { text, place: topic(report.place), category: around.categoryName?.id ?? '' }
}

async function suggestionsFor(tx: Tx, c: C, page: StaffPage): Promise<Suggestion[]> {
  const said = saidBy(page)
  const places = await placesOf(tx, said, page.case.report.areaCode)
  const candidates = await candidatesFor(tx, staffOf(c).agencyId, places)
  const suggestions = suggest({ ...said, places }, candidates, most + 1)
  return suggestions.filter(({ id }) => id !== page.case.report.holderId).slice(0, most)
}

export async function choicesFor(tx: Tx, c: C, page: StaffPage): Promise<Choices> {
  const { moves, movers } = page
  const sends = moves.includes('forward') || moves.includes('arbitrate')
  const classes = sends || moves.includes('reclassify')
  const [known, suggestions] = await Promise.all([
    classes ? categories(tx) : [],
    sends ? suggestionsFor(tx, c, page) : [],
  ])
  const watched = watchesBelow(c, movers) ? [page.case.report.holderId] : []
  const ids = [...suggestions.map(({ id }) => id), ...watched]
  return { categories: known, suggestions, unattended: await unattended(tx, ids) }
}
