import { activeBelow, unattended } from '../../agency/below.ts'
import { type Category, categories } from '../../agency/category.ts'
import { candidatesFor, type Suggestion, suggest } from '../../agency/suggest.ts'
import type { Tx } from '../../db/database.ts'
import { has } from '../../person/may.ts'
import { givenBack } from '../../report/read/history.ts'
import type { StaffPage } from '../../report/read/staff-page.ts'
import type { C } from '../desk/frame.tsx'
import { staffOf } from '../session.ts'

/** `proposedBy` names the agency that gave the report back and named this one. */
export type Offered = Omit<Suggestion, 'score'> & Readonly<{ proposedBy?: string }>

/** What the forms of a report offer to choose from: categories, and who is probably responsible. */
export type Choices = Readonly<{
  categories: readonly Category[]
  suggestions: readonly Offered[]
  /** Agencies among them, and the holder, where nobody can act. */
  unattended: ReadonlySet<number>
}>

const most = 4

/** The holder is below, and its accounts are theirs to see. */
const watchesBelow = (c: C, movers: StaffPage['movers']) =>
  has(staffOf(c), 'operator', 'supervisor', 'arbiter') && movers.some((mover) => mover.endsWith('@above'))

/** Whom the last return names, if it is for this person to send there. */
async function proposed(tx: Tx, c: C, { history }: StaffPage): Promise<Offered[]> {
  const [back] = givenBack(history)
  if (!back?.data.suggestedId) return []
  const agency = await activeBelow(tx, staffOf(c).path, Number(back.data.suggestedId))
  if (!agency) return []
  const { id, name, shortName } = agency
  return [{ id, name, shortName, words: [], governs: false, proposedBy: back.agencyName ?? '' }]
}

export async function choicesFor(tx: Tx, c: C, page: StaffPage): Promise<Choices> {
  const { case: { report }, around, moves, movers } = page
  const sends = moves.includes('forward') || moves.includes('arbitrate')
  const classes = sends || moves.includes('reclassify')
  const [known, candidates, named] = await Promise.all([
    classes ? categories(tx) : [],
    sends ? candidatesFor(tx, staffOf(c).agencyId, report.areaCode) : [],
    sends ? proposed(tx, c, page) : [],
  ])
  const about = { text: `${report.title} ${report.text}`, category: around.categoryName?.id ?? '', areaCode: report.areaCode }
  const ranked = suggest(about, candidates, most + 2).filter(({ id }) => id !== report.holderId)
  const first = named.map((one): Offered => ({ ...one, ...ranked.find(({ id }) => id === one.id) }))
  const few = [...first, ...ranked.filter(({ id }) => id !== first[0]?.id)].slice(0, most)
  const ids = [...few.map(({ id }) => id), ...(watchesBelow(c, movers) ? [report.holderId] : [])]
  return { categories: known, suggestions: few, unattended: await unattended(tx, ids) }
} // biome-ignore format: one object a line
