import { unattended } from '../../agency/below.ts'
import { type Category, categories } from '../../agency/category.ts'
import { candidatesFor, type Suggestion, suggest } from '../../agency/suggest.ts'
import type { Tx } from '../../db/database.ts'
import { has } from '../../person/may.ts'
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

export async function choicesFor(tx: Tx, c: C, { case: { report }, around, moves, movers }: StaffPage): Promise<Choices> {
  const sends = moves.includes('forward') || moves.includes('arbitrate')
  const classes = sends || moves.includes('reclassify')
  const [known, candidates] = await Promise.all([
    classes ? categories(tx) : [],
    sends ? candidatesFor(tx, staffOf(c).agencyId, report.areaCode) : [],
  ])
  const about = { text: `${report.title} ${report.text}`, category: around.categoryName?.id ?? '', areaCode: report.areaCode }
  const suggestions = suggest(about, candidates, most + 1).filter(({ id }) => id !== report.holderId)
  const few = suggestions.slice(0, most)
  const ids = [...few.map(({ id }) => id), ...(watchesBelow(c, movers) ? [report.holderId] : [])]
  return { categories: known, suggestions: few, unattended: await unattended(tx, ids) }
} // biome-ignore format: one object a line
